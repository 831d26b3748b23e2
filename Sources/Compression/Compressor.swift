/// Compression: content codings of RFC 9110 §8.4.1, through the system's zlib and brotli.
///
/// Pure functions of bytes. When a coding is used is decided in `API`.
package enum Compressor {
  /// Higher makes smaller and takes longer: on this API's answers 6 is near the best of gzip, and 5
  /// is smaller than gzip's best at the time of its 6.
  static let gzipLevel: Int32 = 6
  static let brotliQuality: Int32 = 5
}

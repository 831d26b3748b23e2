/// Digest: SHA-256 through OpenSSL's libcrypto, for ids, entity tags and provenance.
///
/// A pure function of bytes. Nothing about TLS lives here.
internal import COpenSSL

/// SHA-256 (FIPS 180-4).
package enum SHA256 {
  /// The 32 bytes of the digest of `bytes`. O(count).
  package static func digest(_ bytes: [UInt8]) -> [UInt8] {
    var output = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
    unsafe bytes.withUnsafeBufferPointer { input in
      unsafe output.withUnsafeMutableBufferPointer { result in
        _ = unsafe COpenSSL.SHA256(input.baseAddress, input.count, result.baseAddress)
      }
    }
    return output
  }

  /// The digest of `bytes` as 64 small hexadecimal digits.
  package static func hex(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(64)
    for byte in digest(bytes) {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}

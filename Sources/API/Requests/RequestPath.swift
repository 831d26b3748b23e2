internal import Bytes
internal import HTTP

/// A request's path, split at its slashes and only then decoded, so that `%2F` is no structure.
struct RequestPath {
  let segments: [[UInt8]]

  /// - Throws: a 400 where a `%` is not followed by two hexadecimal digits.
  init(_ path: Span<UInt8>) throws(Problem) {
    var segments: [[UInt8]] = []
    var start = min(1, path.count)
    for index in start...path.count where index == path.count || path[index] == 0x2F {
      guard let segment = PercentEncoding.decode(path.extracting(start..<index)) else {
        throw Problem(.badRequest, "The path is not percent-encoded as RFC 3986 has it.")
      }
      segments.append(segment)
      start = index + 1
    }
    self.segments = segments
  }
}

internal import Bytes

/// Paths that may begin every URL of ours.
enum PlainPath {
  /// Deeper than anybody mounts anything.
  static let bytesMax = 256

  /// Whether `bytes` are empty or segments, each behind a slash, of what needs no encoding
  /// (RFC 3986 §2.3): none is empty, which would make the next one a host, and none is of dots.
  static func isPrefix(_ bytes: Span<UInt8>) -> Bool {
    guard bytes.count <= bytesMax else { return false }
    var isAfterSlash = false
    var hasOnlyDots = true
    for index in bytes.indices {
      let byte = bytes[index]
      if byte == 0x2F {
        if isAfterSlash || index > 0 && hasOnlyDots { return false }
        isAfterSlash = true
        hasOnlyDots = true
        continue
      }
      guard index > 0, isPlain(byte) else { return false }
      isAfterSlash = false
      if byte != 0x2E { hasOnlyDots = false }
    }
    return bytes.isEmpty || !isAfterSlash && !hasOnlyDots
  }

  /// A letter, a digit, or one of `- . _ ~`.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x2D, 0x2E, 0x5F, 0x7E: true
    default: ASCII.isLetter(byte) || ASCII.isDigit(byte)
    }
  }
}

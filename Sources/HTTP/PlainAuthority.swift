internal import Bytes

/// Hosts and ports that can be written into any text as they are: letters, digits, `.`, `-` and
/// `_`, or an IPv6 address in brackets. RFC 3986 §3.2 allows more, quotes and commas among it.
enum PlainAuthority {
  /// As of a name (RFC 1035 §2.3.4), with brackets and a port.
  static let bytesMax = 264

  static func isValid(_ bytes: Span<UInt8>) -> Bool {
    guard 1...bytesMax ~= bytes.count else { return false }
    var end = 0
    if bytes[0] == 0x5B {
      end = 1
      while end < bytes.count, isAddress(bytes[end]) { end += 1 }
      guard end > 2, end < bytes.count, bytes[end] == 0x5D else { return false }
      end += 1
    } else {
      while end < bytes.count, isName(bytes[end]) { end += 1 }
    }
    if end == bytes.count { return true }
    guard end > 0, bytes[end] == 0x3A,
      let port = Decimal.parse(bytes.extracting((end + 1)..<bytes.count))
    else { return false }
    return port <= 65_535
  }

  private static func isAddress(_ byte: UInt8) -> Bool {
    ASCII.hexValue(byte) != nil || byte == 0x3A || byte == 0x2E
  }

  private static func isName(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: true
    default: false
    }
  }
}

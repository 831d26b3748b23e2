/// Hexadecimal digits.
package enum Hex {
  /// The two small digits of a byte.
  package static func digits(_ byte: UInt8) -> (high: UInt8, low: UInt8) {
    (digit(byte >> 4), digit(byte & 15))
  }

  /// The two capital digits of a byte, as percent-encoding has them (RFC 3986 §2.1).
  package static func capitalDigits(_ byte: UInt8) -> (high: UInt8, low: UInt8) {
    (capital(byte >> 4), capital(byte & 15))
  }

  /// Two small digits for each byte.
  package static func encode(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count * 2)
    for byte in bytes {
      text.append(digit(byte >> 4))
      text.append(digit(byte & 15))
    }
    return text
  }

  /// The bytes that pairs of small digits stand for; `nil` for anything else.
  package static func decode(_ text: [UInt8]) -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count / 2)
    for index in stride(from: 0, to: text.count - 1, by: 2) {
      guard let high = ASCII.hexValue(text[index]), let low = ASCII.hexValue(text[index + 1]) else {
        return nil
      }
      bytes.append(high << 4 | low)
    }
    return encode(bytes) == text ? bytes : nil
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? 0x30 &+ value : 0x57 &+ value
  }

  private static func capital(_ value: UInt8) -> UInt8 {
    value < 10 ? 0x30 &+ value : 0x37 &+ value
  }
}

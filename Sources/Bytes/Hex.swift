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

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? 0x30 &+ value : 0x57 &+ value
  }

  private static func capital(_ value: UInt8) -> UInt8 {
    value < 10 ? 0x30 &+ value : 0x37 &+ value
  }
}

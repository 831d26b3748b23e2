/// The ASCII classes that the grammars of HTTP and of plain text are built from.
package enum ASCII {
  package static let tab: UInt8 = 0x09
  package static let lineFeed: UInt8 = 0x0A
  package static let carriageReturn: UInt8 = 0x0D
  package static let space: UInt8 = 0x20

  /// Whether the byte is a space or a tab.
  package static func isBlank(_ byte: UInt8) -> Bool { byte == space || byte == tab }

  package static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  package static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  /// The value of one hexadecimal digit, either case; `nil` for any other byte.
  package static func hexValue(_ byte: UInt8) -> UInt8? {
    if isDigit(byte) { return byte &- 0x30 }
    let letter = (byte | 0x20) &- 0x61
    return letter < 6 ? letter &+ 10 : nil
  }

  /// The byte with an ASCII capital made small; all other bytes unchanged.
  package static func lowercased(_ byte: UInt8) -> UInt8 {
    byte &- 0x41 < 26 ? byte | 0x20 : byte
  }

  /// Eight bytes at once, the ASCII capitals among them made small.
  package static func lowercased(_ word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let low = word & (ones &* 0x7F)
    let fromA = low &+ ones &* (0x80 - 0x41)
    let beyondZ = low &+ ones &* (0x80 - 0x5B)
    let capitals = (fromA ^ beyondZ) & ~word & (ones &* 0x80)
    return word | capitals &>> 2
  }

  /// Whether the byte is a control character of ASCII: 0x00–0x1F or 0x7F.
  package static func isControl(_ byte: UInt8) -> Bool { byte < 0x20 || byte == 0x7F }
}

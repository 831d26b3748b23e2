/// Finds the words of a text, one after the other, as ranges of bytes; what a word is worth is told
/// by `Vocabulary`. Characters of scripts that put no space between words are words of their own.
struct WordScanner: ~Escapable {
  private let text: Span<UInt8>
  private var index: Int

  @_lifetime(copy text)
  init(_ text: Span<UInt8>, from index: Int = 0) {
    self.text = text
    self.index = index
  }

  mutating func next() -> Range<Int>? {
    while index < text.count {
      let start = index
      switch take() {
      case .separator: continue
      case .ideograph: return start..<index
      case .letter:
        while index < text.count, Self.isPlainLetter(text[index]) { index += 1 }
        while index < text.count {
          let before = index
          if take() != .letter {
            index = before
            break
          }
        }
        return start..<index
      }
    }
    return nil
  }

  private enum Kind { case letter, ideograph, separator }

  /// Takes one character.
  private mutating func take() -> Kind {
    let byte = text[index]
    if byte < 0x80 {
      index += 1
      return Self.isPlainLetter(byte) ? .letter : .separator
    }
    let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    guard index + length <= text.count else {
      index = text.count
      return .separator
    }
    let point = length == 3 ? threeByteCodePoint() : 0
    index += length
    switch point {
    case 0x2000...0x206F, 0x0F0B...0x0F14, 0x3000...0x303F: return .separator
    case 0x3040...0x30FF, 0x3400...0x9FFF: return .ideograph
    default: return byte == 0xC2 ? .separator : .letter
    }
  }

  /// ASCII letters, digits and the full stop.
  private static func isPlainLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x2E
  }

  private func threeByteCodePoint() -> UInt32 {
    UInt32(text[index] & 0x0F) << 12 | UInt32(text[index + 1] & 0x3F) << 6
      | UInt32(text[index + 2] & 0x3F)
  }
}

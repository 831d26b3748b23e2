/// Code points of a text that is known to be valid UTF-8, and their classes.
package enum Scalars {
  /// The code point that begins at `index`, and its length in bytes.
  package static func decode(_ utf8: [UInt8], at index: Int) -> (value: UInt32, length: Int) {
    let first = utf8[index]
    if first < 0x80 { return (UInt32(first), 1) }
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for offset in 1..<length where index + offset < utf8.count {
      value = value << 6 | UInt32(utf8[index + offset] & 0x3F)
    }
    return (value, length)
  }

  /// The code point that ends before `index`, and its length in bytes. `index` is above 0.
  package static func decode(_ utf8: [UInt8], before index: Int) -> (value: UInt32, length: Int) {
    var start = index - 1
    while start > 0, utf8[start] & 0xC0 == 0x80 { start -= 1 }
    return decode(utf8, at: start)
  }

  /// Where the first code point of the range stands that passes.
  @inline(__always)
  package static func first(
    _ utf8: [UInt8], _ range: Range<Int>, where passes: (UInt32) -> Bool
  ) -> Range<Int>? {
    var index = range.lowerBound
    while index < range.upperBound {
      let (value, length) = decode(utf8, at: index)
      if passes(value) { return index..<index + length }
      index += length
    }
    return nil
  }

  /// Where the last code point of the range stands that passes.
  @inline(__always)
  package static func last(
    _ utf8: [UInt8], _ range: Range<Int>, where passes: (UInt32) -> Bool
  ) -> Range<Int>? {
    var index = range.upperBound
    while index > range.lowerBound {
      let (value, length) = decode(utf8, before: index)
      if passes(value) { return index - length..<index }
      index -= length
    }
    return nil
  }

  package static func isWhiteSpace(_ value: UInt32) -> Bool {
    switch value {
    case 0x20, 0x09...0x0D, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F,
      0x3000:
      true
    default: false
    }
  }

  /// Zero width space, soft hyphen, byte order mark, word joiner and bidi controls. Not the zero
  /// width joiners, which spell words in some scripts.
  package static func isInvisible(_ value: UInt32) -> Bool {
    switch value {
    case 0xAD, 0x061C, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060, 0x2066...0x2069, 0xFEFF:
      true
    default: false
    }
  }

  package static func isBlank(_ value: UInt32) -> Bool { isWhiteSpace(value) || isInvisible(value) }

  package static func isUpper(_ value: UInt32) -> Bool {
    if value < 0x80 { return value &- 0x41 < 26 }
    return Unicode.Scalar(value)?.properties.isUppercase ?? false
  }

  package static func isLower(_ value: UInt32) -> Bool {
    if value < 0x80 { return value &- 0x61 < 26 }
    return Unicode.Scalar(value)?.properties.isLowercase ?? false
  }

  package static func isLetter(_ value: UInt32) -> Bool {
    if value < 0x80 { return (value | 0x20) &- 0x61 < 26 }
    return Unicode.Scalar(value)?.properties.isAlphabetic ?? false
  }

  package static func isDigit(_ value: UInt32) -> Bool { value &- 0x30 < 10 }

  /// Whether the code point is from a script that is written without spaces between words.
  package static func isUnspaced(_ value: UInt32) -> Bool {
    switch value {
    case 0x0E00...0x0FFF, 0x3040...0x30FF, 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
      true
    default: false
    }
  }
}

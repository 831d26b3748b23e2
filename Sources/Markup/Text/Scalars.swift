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

/// Trimming and showing slices.
package enum Display {
  /// The range without white space and invisible characters at its ends.
  package static func trim(_ utf8: [UInt8], _ range: Range<Int>) -> Range<Int> {
    guard let first = Scalars.first(utf8, range, where: { !Scalars.isBlank($0) }),
      let last = Scalars.last(utf8, range, where: { !Scalars.isBlank($0) })
    else { return range.upperBound..<range.upperBound }
    return first.lowerBound..<max(first.lowerBound, last.upperBound)
  }

  /// The slice with runs of white space made one space, and invisible characters and the `>` of
  /// answered mail dropped.
  package static func string(_ utf8: [UInt8], _ range: Range<Int>) -> String {
    String(decoding: words(utf8, range), as: UTF8.self)
  }

  /// The same in UTF-8, and words that the ends of lines part made whole.
  static func words(
    _ utf8: [UInt8], _ range: Range<Int>, _ joins: ArraySlice<LineHyphens.Join> = []
  ) -> ArraySlice<UInt8> {
    if isPlain(utf8.span.extracting(range)) { return utf8[range] }
    var joins = joins
    var bytes: [UInt8] = []
    bytes.reserveCapacity(range.count)
    var index = range.lowerBound
    var spaced = false
    var beginsLine = false
    var isJoined = false
    while index < range.upperBound {
      let (value, length) = Scalars.decode(utf8, at: index)
      if Scalars.isWhiteSpace(value) {
        spaced = !bytes.isEmpty && !isJoined
        beginsLine = beginsLine || value == 0x0A
      } else if let join = joins.first, join.offset == index, !join.isKept {
        isJoined = true
      } else if !Scalars.isInvisible(value), !(beginsLine && value == 0x3E) {
        if spaced { bytes.append(0x20) }
        (spaced, beginsLine) = (false, false)
        isJoined = joins.first.map { $0.offset == index } ?? false
        bytes.append(contentsOf: utf8[index..<index + length])
      }
      if let join = joins.first, join.offset == index { joins.removeFirst() }
      index += length
    }
    return bytes[...]
  }

  /// Whether the slice is ASCII words with one space between them, as nearly all names are.
  private static func isPlain(_ text: Span<UInt8>) -> Bool {
    var last: UInt8 = 0x20
    for index in text.indices {
      let byte = text[index]
      if byte < 0x20 || byte > 0x7E || byte == 0x20 && last == 0x20 { return false }
      last = byte
    }
    return last != 0x20
  }
}

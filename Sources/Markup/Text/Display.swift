/// Trimming and showing slices.
package enum Display {
  /// The range without white space and invisible characters at its ends.
  package static func trim(_ utf8: [UInt8], _ range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty else { return range }
    // ASCII at both ends, as most slices have.
    if 0x21...0x7E ~= utf8[range.lowerBound], 0x21...0x7E ~= utf8[range.upperBound - 1] {
      return range
    }
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
    var bytes: [UInt8] = []
    bytes.reserveCapacity(range.count)
    spell(utf8, range, joins) { character in
      if let character { bytes.append(contentsOf: utf8[character]) } else { bytes.append(0x20) }
    }
    return bytes[...]
  }

  /// Calls `show` with each character that is shown, and with `nil` for a space between them.
  static func spell(
    _ utf8: [UInt8], _ range: Range<Int>, _ joins: ArraySlice<LineHyphens.Join>,
    _ show: (Range<Int>?) -> Void
  ) {
    var joins = joins
    var index = range.lowerBound
    var hasBegun = false
    var spaced = false
    var beginsLine = false
    var isJoined = false
    while index < range.upperBound {
      let (value, length) = Scalars.decode(utf8, at: index)
      if Scalars.isWhiteSpace(value) {
        spaced = hasBegun && !isJoined
        beginsLine = beginsLine || value == 0x0A
      } else if let join = joins.first, join.offset == index, !join.isKept {
        isJoined = true
      } else if !Scalars.isInvisible(value), !(beginsLine && value == 0x3E) {
        if spaced { show(nil) }
        (hasBegun, spaced, beginsLine) = (true, false, false)
        isJoined = joins.first.map { $0.offset == index } ?? false
        show(index..<index + length)
      }
      if let join = joins.first, join.offset == index { joins.removeFirst() }
      index += length
    }
  }

  /// Whether the slice is words with one space between them, and has nothing invisible, as nearly
  /// all names are. Of scripts with characters to drop, some slices are plain and not known to be.
  private static func isPlain(_ text: Span<UInt8>) -> Bool {
    var last: UInt8 = 0x20
    for index in text.indices {
      let byte = text[index]
      switch byte {
      case 0x21...0x7E, 0x80...0xC1, 0xC3...0xD7, 0xD9...0xE0, 0xE4...0xEE, 0xF0...0xFF: break
      case 0x20: if last == 0x20 { return false }
      // Dashes and quotation marks.
      case 0xE2:
        guard index + 2 < text.count, text[index + 1] == 0x80,
          0x90...0xA7 ~= text[index + 2] || text[index + 2] >= 0xB0
        else { return false }
      default: return false
      }
      last = byte
    }
    return last != 0x20
  }
}

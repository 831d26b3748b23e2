/// The text of a file: valid UTF-8. Of a plain file exactly as it was given, but for a byte order
/// mark and front matter before it.
package struct SourceText: Sendable {
  package let utf8: [UInt8]
  /// The length in code points.
  package let codePointCount: Int
  /// The words that ends of its lines part.
  private let joins: [LineHyphens.Join]
  /// What an editor added that is not in the text. Ranges behind the text are of this.
  private var added: [UInt8] = []
  private var addedCodePoints = 0

  /// Takes the bytes as a text without looking for front matter.
  ///
  /// - Throws: `SourceTextError` when the bytes are no UTF-8 or too many. O(count).
  package init(validating bytes: [UInt8]) throws(SourceTextError) {
    let count = try UTF8Text.codePoints(in: bytes)
    self.init(utf8: bytes, codePointCount: count)
  }

  init(utf8: [UInt8], codePointCount: Int) {
    self.utf8 = utf8
    self.codePointCount = codePointCount
    joins = []
  }

  /// A text that was built of valid parts.
  init(utf8: [UInt8]) {
    self.init(utf8: utf8, codePointCount: utf8.count { $0 & 0xC0 != 0x80 })
  }

  /// The rest of a plain file, from the byte at `start`. `codePoints` counts the whole file.
  init(_ bytes: [UInt8], codePoints: Int, from start: Int) {
    utf8 = start > 0 ? Array(bytes[start...]) : bytes
    codePointCount = codePoints - bytes[..<start].count { $0 & 0xC0 != 0x80 }
    joins = LineHyphens.find(utf8)
  }

  /// Keeps words that are not in the text, and gives a range behind it that stands for them.
  package mutating func add(_ words: String) -> TextRange {
    let start = (codePointCount + addedCodePoints, utf8.count + added.count)
    added.append(contentsOf: words.utf8)
    addedCodePoints += words.unicodeScalars.count
    return TextRange(
      start: UInt32(start.0), end: UInt32(codePointCount + addedCodePoints),
      utf8Start: UInt32(start.1), utf8End: UInt32(utf8.count + added.count))
  }

  /// Whether the range is of the text, and not of words that were added to it.
  package func contains(_ range: TextRange) -> Bool { Int(range.utf8End) <= utf8.count }

  /// The UTF-8 of the exact slice.
  package func slice(_ range: TextRange) -> ArraySlice<UInt8> {
    if contains(range) { return utf8[range.utf8Offsets] }
    let start = Int(range.utf8Start) - utf8.count
    return added[start..<start + range.utf8Offsets.count]
  }

  /// The exact slice.
  package func exact(_ range: TextRange) -> String {
    String(decoding: slice(range), as: UTF8.self)
  }

  /// The slice as a name is shown: runs of white space, line breaks included, made one space,
  /// invisible characters (zero width space, soft hyphen, byte order mark, bidi controls) and the
  /// `>` of answered mail dropped, and a word hyphenated at a line's end made whole.
  package func string(in range: TextRange) -> String {
    String(decoding: words(in: range), as: UTF8.self)
  }

  /// The UTF-8 of `string(in:)`.
  package func words(in range: TextRange) -> ArraySlice<UInt8> {
    let bytes = range.utf8Offsets
    guard contains(range) else {
      let slice = slice(range)
      return Display.words(added, slice.indices)
    }
    guard !joins.isEmpty else { return Display.words(utf8, bytes) }
    return Display.words(utf8, bytes, joins(from: bytes.lowerBound))
  }

  private func joins(from offset: Int) -> ArraySlice<LineHyphens.Join> {
    var first = joins.startIndex
    var end = joins.endIndex
    while first < end {
      let middle = (first + end) / 2
      if joins[middle].offset < offset { first = middle + 1 } else { end = middle }
    }
    return joins[first...]
  }

  /// The whole text as names in it are shown, and of each byte the one of the text that it is.
  package func shown() -> (words: [UInt8], offsets: [UInt32]) {
    var words: [UInt8] = []
    var offsets: [UInt32] = []
    words.reserveCapacity(utf8.count)
    offsets.reserveCapacity(utf8.count)
    Display.spell(utf8, 0..<utf8.count, joins[...]) { character in
      if let character {
        words.append(contentsOf: utf8[character])
        offsets.append(contentsOf: character.map { UInt32($0) })
      } else {
        words.append(0x20)
        offsets.append((offsets.last ?? 0) + 1)
      }
    }
    return (words, offsets)
  }
}

/// The text of a file: valid UTF-8. Of a plain file exactly as it was given, but for a byte order
/// mark and front matter before it.
package struct SourceText: Sendable {
  package let utf8: [UInt8]
  /// The length in code points.
  package let codePointCount: Int
  /// The words that ends of its lines part.
  private let joins: [LineHyphens.Join]

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

  /// The exact slice.
  package func exact(_ range: TextRange) -> String {
    String(decoding: utf8[range.utf8Offsets], as: UTF8.self)
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
    guard !joins.isEmpty else { return Display.words(utf8, bytes) }
    var first = joins.startIndex
    var end = joins.endIndex
    while first < end {
      let middle = (first + end) / 2
      if joins[middle].offset < bytes.lowerBound { first = middle + 1 } else { end = middle }
    }
    return Display.words(utf8, bytes, joins[first...])
  }
}

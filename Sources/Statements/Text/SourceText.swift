/// The text of a statement: valid UTF-8, exactly as it was given, but for a byte order mark and
/// front matter before it.
package struct SourceText: Sendable {
  package let utf8: [UInt8]
  /// The length in code points.
  package let codePointCount: Int
  /// Lines of the file before the first line of the text: those of the front matter.
  package let linesBefore: Int

  /// Texts longer than this are refused: positions are 32-bit, and no statement is a book.
  package static let utf8BytesMax = 1 << 30

  /// Takes the bytes as a text without looking for front matter.
  ///
  /// - Throws: `SourceTextError` when the bytes are no UTF-8 or too many. O(count).
  package init(validating bytes: [UInt8]) throws(SourceTextError) {
    let count = try UTF8Text.codePoints(in: bytes)
    self.init(utf8: bytes, codePointCount: count, linesBefore: 0)
  }

  init(utf8: [UInt8], codePointCount: Int, linesBefore: Int) {
    self.utf8 = utf8
    self.codePointCount = codePointCount
    self.linesBefore = linesBefore
  }

  /// The exact slice.
  package func exact(_ range: TextRange) -> String {
    String(decoding: utf8[range.utf8Offsets], as: UTF8.self)
  }

  /// The slice as a name is shown: runs of white space, line breaks included, made one space, and
  /// invisible characters (zero width space, soft hyphen, byte order mark, bidi controls) dropped.
  package func string(in range: TextRange) -> String {
    Display.string(utf8, range.utf8Offsets)
  }

  /// The line and column, from 1, of the start of `range` in the file: lines count the front
  /// matter, columns count code points. O(offset).
  package func place(of range: TextRange) -> Place {
    var cursor = PlaceCursor(linesBefore: linesBefore)
    return cursor.place(of: Int(range.utf8Start), in: utf8)
  }
}

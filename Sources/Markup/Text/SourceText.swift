/// The text of a file: valid UTF-8. Of a plain file exactly as it was given, but for a byte order
/// mark and front matter before it.
package struct SourceText: Sendable {
  package let utf8: [UInt8]
  /// The length in code points.
  package let codePointCount: Int

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
  }

  /// A text that was built of valid parts.
  init(utf8: [UInt8]) {
    self.init(utf8: utf8, codePointCount: utf8.count { $0 & 0xC0 != 0x80 })
  }

  /// The rest of a file, from the byte at `start`. `codePoints` counts the whole file.
  init(_ bytes: [UInt8], codePoints: Int, from start: Int) {
    guard start > 0 else {
      self.init(utf8: bytes, codePointCount: codePoints)
      return
    }
    let dropped = bytes[..<start].count { $0 & 0xC0 != 0x80 }
    self.init(utf8: Array(bytes[start...]), codePointCount: codePoints - dropped)
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
}

/// A half-open range of the source text, counted twice: in Unicode code points, as the W3C Web
/// Annotation model positions text, and in UTF-8 bytes, to slice with.
package struct TextRange: Hashable, Sendable {
  /// Code points before the first one of the range.
  package var start: UInt32
  /// Code points before the first one after the range.
  package var end: UInt32
  /// Bytes of the UTF-8 text before the range.
  package var utf8Start: UInt32
  /// Bytes of the UTF-8 text before what follows the range.
  package var utf8End: UInt32

  package init(start: UInt32, end: UInt32, utf8Start: UInt32, utf8End: UInt32) {
    self.start = start
    self.end = end
    self.utf8Start = utf8Start
    self.utf8End = utf8End
  }

  /// The offsets to slice the text's UTF-8 bytes with.
  package var utf8Offsets: Range<Int> { Int(utf8Start)..<Int(utf8End) }
}

/// Bytes: what every room that reads or writes text needs, over `Span<UInt8>` and `[UInt8]`:
/// ASCII classes, comparison, integers, and JSON writing.
///
/// Nothing here knows a protocol or a document. Whatever names a header field, a route or a
/// statement lives further up.

/// A half-open range of byte offsets into a buffer of less than 4 GiB.
package struct ByteRange: Equatable, Sendable {
  package var start: UInt32
  package var end: UInt32

  package init(start: UInt32, end: UInt32) {
    self.start = start
    self.end = end
  }

  /// The range of `offsets`, which must be less than 4 GiB.
  package init(_ offsets: Range<Int>) {
    self.init(start: UInt32(offsets.lowerBound), end: UInt32(offsets.upperBound))
  }

  package static var empty: ByteRange { ByteRange(start: 0, end: 0) }

  package var count: Int { Int(end) - Int(start) }
  package var isEmpty: Bool { start == end }
  package var offsets: Range<Int> { Int(start)..<Int(end) }
}

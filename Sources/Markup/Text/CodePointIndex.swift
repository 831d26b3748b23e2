/// Turns byte offsets of a valid UTF-8 text into code point offsets: a running count every 64
/// bytes. Built in O(count); a look-up costs at most 64 steps; a text of ASCII needs neither.
package struct CodePointIndex {
  private let utf8: [UInt8]
  private var counts: [UInt32] = []

  package init(_ text: SourceText) {
    utf8 = text.utf8
    guard text.codePointCount != utf8.count else { return }
    counts.reserveCapacity(utf8.count / 64 + 1)
    var count: UInt32 = 0
    for index in utf8.indices {
      if index & 63 == 0 { counts.append(count) }
      if utf8[index] & 0xC0 != 0x80 { count += 1 }
    }
  }

  /// Code points that begin before the byte at `offset`.
  package func codePoints(before offset: Int) -> UInt32 {
    let block = offset >> 6
    guard !counts.isEmpty else { return UInt32(offset) }
    guard block < counts.count else {
      return (counts.last ?? 0) + starts(in: (counts.count - 1) << 6..<offset)
    }
    return counts[block] + starts(in: block << 6..<offset)
  }

  /// The range with both counts.
  package func range(_ bytes: Range<Int>) -> TextRange {
    TextRange(
      start: codePoints(before: bytes.lowerBound), end: codePoints(before: bytes.upperBound),
      utf8Start: UInt32(bytes.lowerBound), utf8End: UInt32(bytes.upperBound))
  }

  private func starts(in bytes: Range<Int>) -> UInt32 {
    var count: UInt32 = 0
    for index in bytes where utf8[index] & 0xC0 != 0x80 { count += 1 }
    return count
  }
}

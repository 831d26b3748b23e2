extension Span where Element == UInt8 {
  /// The offset of the first byte of `range` that is not in `set`; the end of `range` where all are.
  package func firstOffset(in range: Range<Int>, notIn set: ByteSet) -> Int {
    var offset = range.lowerBound
    while offset < range.upperBound, set.contains(self[offset]) { offset += 1 }
    return offset
  }

  /// The offset of the first control character (0x00–0x1F, 0x7F) of `range`; the end of `range`
  /// where there is none.
  package func firstControl(in range: Range<Int>) -> Int {
    var offset = range.lowerBound
    while offset < range.upperBound, !ASCII.isControl(self[offset]) { offset += 1 }
    return offset
  }
}

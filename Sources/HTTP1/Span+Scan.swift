/// The two loops that most bytes of a request go through, and the only unsafe code of this room:
/// the range is checked once, then each byte is read without a further check.
extension Span where Element == UInt8 {
  /// The offset of the first byte of `range` that is not in `set`; the end of `range` where all
  /// are.
  func firstOffset(in range: Range<Int>, notIn set: ByteSet) -> Int {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    var offset = range.lowerBound
    while offset < range.upperBound, unsafe set.contains(self[unchecked: offset]) { offset &+= 1 }
    return offset
  }

  /// The offset of the first control character (0x00–0x1F, 0x7F) of `range`; the end of `range`
  /// where there is none. Reads eight bytes at a time.
  func firstControl(in range: Range<Int>) -> Int {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    var offset = range.lowerBound
    unsafe withUnsafeBytes { bytes in
      while range.upperBound - offset >= 8 {
        let word = unsafe bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        let found = Self.controls(in: UInt64(littleEndian: word))
        if found != 0 {
          offset &+= found.trailingZeroBitCount &>> 3
          return
        }
        offset &+= 8
      }
      while offset < range.upperBound, unsafe !isControl(bytes[offset]) { offset &+= 1 }
    }
    return offset
  }

  /// The top bit of the lowest byte of `word` that is a control character, and perhaps of bytes
  /// above it; zero where no byte is one. A byte minus 0x20 borrows below 0x20 only, the same with
  /// 0x7F turned into zero and minus one.
  private static func controls(in word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let low = (word &- ones &* 0x20) & ~word
    let delete = word ^ (ones &* 0x7F)
    return (low | (delete &- ones) & ~delete) & (ones &* 0x80)
  }
}

private func isControl(_ byte: UInt8) -> Bool { byte < 0x20 || byte == 0x7F }

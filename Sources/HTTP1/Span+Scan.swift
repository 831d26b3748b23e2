/// The two loops that most bytes of a request go through, and the only unsafe code of this room:
/// the range is checked once, then bytes are read without a further check, eight at a time.
extension Span where Element == UInt8 {
  /// The offset of the first byte of `range` that is not in `set`; the end of `range` where all
  /// are. Every set has the letters, the digits, `-` and `.`.
  func firstOffset(in range: Range<Int>, notIn set: ByteSet) -> Int {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    let hasSlash = set.contains(0x2F)
    var offset = range.lowerBound
    while offset < range.upperBound {
      // A word may reach beyond the range, not beyond the bytes.
      if count &- offset >= 8 {
        offset &+= Self.commonCount(word(uncheckedAt: offset), orSlash: hasSlash)
        guard offset < range.upperBound else { return range.upperBound }
      }
      guard unsafe set.contains(self[unchecked: offset]) else { return offset }
      offset &+= 1
    }
    return offset
  }

  /// How many bytes of `word`, from the lowest on, are letters, digits, `-`, `.` or perhaps `/`.
  @inline(__always)
  private static func commonCount(_ word: UInt64, orSlash: Bool) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let tops = ones &* 0x80
    // Below 0x80 no sum carries into the next byte. `x + (0x80 - a)` has its top bit from `a` on.
    let low = word & ~tops
    let small = low | ones &* 0x20
    let letters = (small &+ ones &* (0x80 - 0x61)) & ~(small &+ ones &* (0x80 - 0x7B))
    let fromHyphenToNine = (low &+ ones &* (0x80 - 0x2D)) & ~(low &+ ones &* (0x80 - 0x3A))
    let others = orSlash ? tops : (low ^ ones &* 0x2F) &+ ones &* 0x7F
    let common = (letters | fromHyphenToNine & others) & ~word & tops
    return (common ^ tops).trailingZeroBitCount &>> 3
  }

  private func word(uncheckedAt offset: Int) -> UInt64 {
    unsafe withUnsafeBytes { bytes in
      unsafe UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }
  }

  /// The offset of the first control character (0x00–0x1F, 0x7F) of `range`; the end of `range`
  /// where there is none. Reads eight bytes at a time.
  func firstControl(in range: Range<Int>) -> Int {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    var offset = range.lowerBound
    while range.upperBound - offset >= 8 {
      let found = Self.controls(in: word(uncheckedAt: offset))
      if found != 0 { return offset &+ found.trailingZeroBitCount &>> 3 }
      offset &+= 8
    }
    while offset < range.upperBound, unsafe !isControl(self[unchecked: offset]) { offset &+= 1 }
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

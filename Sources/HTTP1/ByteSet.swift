/// A set of ASCII bytes, as one bit each: membership is a shift and a mask. No other byte is in it.
struct ByteSet: Equatable, Sendable {
  /// Bit `n` stands for byte `n`.
  private let low: UInt64
  /// Bit `n` stands for byte `n + 64`.
  private let high: UInt64

  /// Literal masks, so that a constant set needs no set-up when the process starts.
  init(low: UInt64, high: UInt64) {
    self.low = low
    self.high = high
  }

  func contains(_ byte: UInt8) -> Bool {
    let word = byte & 0x40 == 0 ? low : high
    return byte < 0x80 && word &>> UInt64(byte & 0x3F) & 1 == 1
  }
}

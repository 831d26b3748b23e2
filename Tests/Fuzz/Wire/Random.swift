/// Numbers that look random and depend on nothing but the seed, so that each finding can be
/// repeated.
struct Random {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325

  init(seed: [UInt8]) {
    for byte in seed { state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
  }

  /// A number from zero up to, not including, `bound`, which is positive.
  mutating func next(below bound: Int) -> Int {
    state ^= state &<< 13
    state ^= state &>> 7
    state ^= state &<< 17
    return Int(state &>> 1) % bound
  }
}

internal import Bytes

/// Numbers for requests that bring none: no two alike, and no guess leads from one to the next.
struct RequestID {
  private var state: UInt64

  init(seed: UInt64 = .random(in: 0 ... .max)) { state = seed }

  /// The next one, in 16 hexadecimal digits (splitmix64).
  mutating func next() -> [UInt8] {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    mixed ^= mixed >> 31
    var digits: [UInt8] = []
    for shift in stride(from: 56, through: 0, by: -8) {
      let pair = Hex.digits(UInt8(truncatingIfNeeded: mixed >> UInt64(shift)))
      digits.append(pair.high)
      digits.append(pair.low)
    }
    return digits
  }

  /// Whether a client's or proxy's id may be taken over: up to 128 letters, digits and `-._~+/=:`.
  static func isGood(_ text: Span<UInt8>) -> Bool {
    guard 1...128 ~= text.count else { return false }
    for index in text.indices {
      let byte = text[index]
      guard ASCII.isLetter(byte) || ASCII.isDigit(byte) || isMark(byte) else { return false }
    }
    return true
  }

  /// Whether a trace may be carried on: `00-`, 32 digits, 16 digits and 2 (W3C Trace Context §3.2).
  static func isTraceParent(_ text: Span<UInt8>) -> Bool {
    guard text.count == 55 else { return false }
    for index in text.indices {
      let byte = text[index]
      let isDash = index == 2 || index == 35 || index == 52
      let isDigit = ASCII.hexValue(byte) != nil && !(0x41...0x46).contains(byte)
      guard isDash ? byte == 0x2D : isDigit else { return false }
    }
    return true
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x2D, 0x2E, 0x5F, 0x7E, 0x2B, 0x2F, 0x3D, 0x3A: true
    default: false
    }
  }
}

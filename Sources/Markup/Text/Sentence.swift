/// Ends of sentences, as their marks tell them.
package enum Sentence {
  /// `.`, `!`, `?`, `…` and their like in other scripts.
  package static func isStop(_ value: UInt32) -> Bool {
    switch value {
    case 0x2E, 0x21, 0x3F, 0x2026, 0x3002, 0xFF01, 0xFF1F, 0x06D4, 0x061F, 0x0F0D, 0x0964: true
    default: false
    }
  }

  /// Whether `range` ends a sentence: a stop, then at most marks, brackets and note numbers.
  package static func isEnded(_ utf8: [UInt8], _ range: Range<Int>) -> Bool {
    var end = range.upperBound
    var digits = 0
    while end > range.lowerBound {
      let (value, length) = Scalars.decode(utf8, before: end)
      if isStop(value) { return true }
      if Scalars.isDigit(value), digits < 3 {
        digits += 1
      } else if !isTrailing(value), !Scalars.isWhiteSpace(value) {
        return false
      }
      end -= length
    }
    return false
  }

  /// Marks and brackets that stand behind the stop of a sentence.
  package static func isTrailing(_ value: UInt32) -> Bool {
    switch value {
    case 0x22, 0x27, 0x201D, 0x2019, 0xBB, 0x203A, 0x29, 0x5D, 0x300D, 0x300F, 0xFF09, 0x201C,
      0x2A, 0x5F:
      true
    default: Scalars.isInvisible(value)
    }
  }
}

internal import Markup

/// Ends of slices.
enum Spans {
  /// The slice with the mark after it that closes a parenthesis or quotation opened inside it.
  static func closed(_ utf8: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var open: UInt32 = 0
    var start = range.lowerBound
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = utf8[index]
      if byte < 0x80, byte != 0x28, byte != 0x29, byte != 0x22, byte != 0x5B, byte != 0x5D {
        index += 1
        continue
      }
      let (value, length) = Scalars.decode(utf8, at: index)
      if open == 0, let close = closer(value) {
        open = close
        start = index
      } else if value == open {
        open = 0
      }
      index += length
    }
    guard open != 0, start > range.lowerBound || open == 0x29 || open == 0x201D else {
      return range
    }
    while index < utf8.count, index - range.upperBound < 4 {
      let (value, length) = Scalars.decode(utf8, at: index)
      index += length
      if value == open { return range.lowerBound..<index }
    }
    return range
  }

  /// The slice with the mark before it that a mark inside it closes: `“Sea” Friends`, `¡Agua Ya!`.
  /// What stands in marks as a whole is named without them.
  static func opened(_ utf8: [UInt8], _ range: Range<Int>) -> Range<Int> {
    guard range.lowerBound > 0, !range.isEmpty else { return range }
    let (mark, width) = Scalars.decode(utf8, before: range.lowerBound)
    let start = range.lowerBound - width
    if mark == 0xA1 || mark == 0xBF {
      let stop: UInt8 = mark == 0xA1 ? 0x21 : 0x3F
      let isStopped = range.upperBound < utf8.count && utf8[range.upperBound] == stop
      return start..<range.upperBound + (isStopped ? 1 : 0)
    }
    guard let close = mark == 0x201E ? 0x201C : closer(mark) else { return range }
    let found = Scalars.first(utf8, range) { $0 == close || (mark == 0x201E && $0 == 0x201D) }
    guard let found, found.upperBound < range.upperBound else { return range }
    return start..<range.upperBound
  }

  private static func closer(_ value: UInt32) -> UInt32? {
    switch value {
    case 0x28: 0x29
    case 0x5B: 0x5D
    case 0x22: 0x22
    case 0xAB: 0xBB
    case 0x201C: 0x201D
    case 0x201E: 0x201C
    case 0x300C: 0x300D
    case 0xFF08: 0xFF09
    default: nil
    }
  }
}

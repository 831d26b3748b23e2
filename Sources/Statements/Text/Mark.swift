internal import Markup

/// Quotation marks by what they can do.
enum Mark {
  /// Marks that are used together.
  enum Family: UInt8 { case double, guillemet, corner, single }

  static func family(_ value: UInt32) -> Family? {
    switch value {
    case 0x22, 0x201C, 0x201D, 0x201E, 0x201F, 0xFF02: .double
    case 0xAB, 0xBB, 0x300A, 0x300B: .guillemet
    case 0x300C, 0x300D, 0x300E, 0x300F: .corner
    case 0x27, 0x2018, 0x2019, 0x201A: .single
    default: nil
    }
  }

  /// Whether any mark but a single one stands in the range.
  static func hasDouble(_ utf8: [UInt8], _ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound {
      if utf8[index] == 0x22 { return true }
      if utf8[index] > 0xC1 {
        let (value, length) = Scalars.decode(utf8, at: index)
        if let family = family(value), family != .single { return true }
        index += length
      } else {
        index += 1
      }
    }
    return false
  }

  /// Whether single marks stand at both ends of the range.
  static func isWrappedInSingles(_ utf8: [UInt8], _ range: Range<Int>) -> Bool {
    guard range.count > 40 else { return false }
    let first = Scalars.decode(utf8, at: range.lowerBound).value
    let last = Scalars.decode(utf8, before: range.upperBound).value
    return (first == 0x27 || first == 0x2018) && (last == 0x27 || last == 0x2019)
  }

  /// Whether the code point can open a quotation.
  static func opens(_ value: UInt32) -> Bool {
    switch value {
    case 0x22, 0x201C, 0x201D, 0x201E, 0x201F, 0xAB, 0xBB, 0x2018, 0x201A, 0x300C, 0x300E, 0xFF02,
      0x27:
      true
    default: false
    }
  }

  /// Whether the code point can close a quotation.
  static func closes(_ value: UInt32) -> Bool {
    switch value {
    case 0x22, 0x201C, 0x201D, 0xAB, 0xBB, 0x2019, 0x300D, 0x300F, 0xFF02, 0x27: true
    default: false
    }
  }

  /// What one mark does at its place.
  enum Act { case open, close, nothing }

  /// What the mark at `index` of `range` does. `open` is the mark that opened the quotation at
  /// hand, 0 when there is none.
  static func act(_ utf8: [UInt8], at index: Int, in range: Range<Int>, open: UInt32) -> Act {
    let (value, length) = Scalars.decode(utf8, at: index)
    let before = index > range.lowerBound ? Scalars.decode(utf8, before: index).value : 0x20
    let next =
      index + length < range.upperBound ? Scalars.decode(utf8, at: index + length).value : 0x20
    let startsWord = isBoundary(before) && !Scalars.isWhiteSpace(next)
    switch value {
    case 0x201E, 0x201F, 0x300C, 0x300E, 0x300A: return .open
    case 0x300D, 0x300F, 0x300B: return .close
    case 0x201C:
      // Typed as the same mark on both sides, as some keyboards do.
      let endsWord = open == 0x201C && !isBoundary(before) && Scalars.isBlank(next)
      return open == 0x201E || endsWord ? .close : .open
    case 0x201D: return open == 0 && startsWord ? .open : .close
    case 0xAB: return open == 0xBB ? .close : .open
    case 0xBB: return open == 0 && startsWord ? .open : .close
    case 0x2018, 0x201A: return startsWord ? .open : .nothing
    case 0x27, 0x2019: return single(value, before, next, startsWord: startsWord, open: open)
    default: return startsWord ? .open : .close
    }
  }

  /// An apostrophe is no mark: between letters, and after `s` before a small letter.
  private static func single(
    _ value: UInt32, _ before: UInt32, _ next: UInt32, startsWord: Bool, open: UInt32
  ) -> Act {
    if startsWord { return value == 0x27 && open == 0 ? .open : .nothing }
    if Scalars.isLetter(next) || Scalars.isDigit(next) { return .nothing }
    let endsSpeech = Sentence.isStop(before) || before == 0x2C
    return endsSpeech ? .close : .nothing
  }

  private static func isBoundary(_ value: UInt32) -> Bool {
    switch value {
    case 0x28, 0x5B, 0x2D, 0x2013, 0x2014, 0x2F, 0x22, 0x27, 0x201C, 0x2018, 0x3A, 0xFF1A, 0xFF0C,
      0x3002, 0x2A, 0x5F:
      true
    default: Scalars.isBlank(value)
    }
  }
}

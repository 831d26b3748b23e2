internal import Bytes
internal import Markup

/// Dates written out in a text: `14 April 2021`, `April 14, 2021`, `14. April 2021`,
/// `14 de abril de 2021`, `2021-04-14`, `14.04.2021`, `2021年4月14日`.
enum DateReader {
  struct Found {
    var date: CalendarDate
    var words: Range<Int>
  }

  /// The first full date among the words.
  static func first(_ utf8: [UInt8], in words: [Word]) -> Found? {
    for index in words.indices where words[index].shape != .symbol {
      if let date = numeric(utf8, words[index].range) {
        return Found(date: date, words: index..<index + 1)
      }
      if let found = dayFirst(utf8, words, index) ?? monthFirst(utf8, words, index) { return found }
    }
    return nil
  }

  /// Whether a month and a year stand side by side: `May 2026`.
  static func hasMonthAndYear(_ utf8: [UInt8], in words: [Word]) -> Bool {
    zip(words, words.dropFirst()).contains { first, second in
      Lexicon.months.contains(first) && year(utf8, second) != nil
    }
  }

  private static func dayFirst(_ utf8: [UInt8], _ words: [Word], _ index: Int) -> Found? {
    guard let day = day(utf8, words[index]) else { return nil }
    var next = skip(words, index + 1)
    guard next < words.count, let month = Lexicon.months.value(words[next]) else { return nil }
    next = skip(words, next + 1)
    guard next < words.count, let year = year(utf8, words[next]),
      let date = CalendarDate(existing: year, Int(month), day)
    else { return nil }
    return Found(date: date, words: index..<next + 1)
  }

  private static func monthFirst(_ utf8: [UInt8], _ words: [Word], _ index: Int) -> Found? {
    guard let month = Lexicon.months.value(words[index]), index + 2 < words.count,
      let day = day(utf8, words[index + 1])
    else { return nil }
    let next = skip(words, index + 2)
    guard next < words.count, let year = year(utf8, words[next]),
      let date = CalendarDate(existing: year, Int(month), day)
    else { return nil }
    return Found(date: date, words: index..<next + 1)
  }

  private static func skip(_ words: [Word], _ index: Int) -> Int {
    index < words.count && Lexicon.withinDates.contains(words[index]) ? index + 1 : index
  }

  /// `4`, `04`, `4th`, `1er`, `4.`, `1º`.
  private static func day(_ utf8: [UInt8], _ word: Word) -> Int? {
    guard word.shape == .digit, let (value, rest) = digits(utf8, word.range), value >= 1,
      value <= 31
    else { return nil }
    let suffix = utf8[rest..<word.end]
    guard suffix.count <= 3, !suffix.contains(where: { $0 &- 0x30 < 10 }) else { return nil }
    return value
  }

  private static func year(_ utf8: [UInt8], _ word: Word) -> Int? {
    guard let (value, rest) = digits(utf8, word.range), rest - word.start == 4, rest == word.end,
      (1900...2199).contains(value)
    else { return nil }
    return value
  }

  /// The number of at most four digits at the start, and where it ends.
  private static func digits(_ utf8: [UInt8], _ range: Range<Int>) -> (Int, Int)? {
    var value = 0
    var index = range.lowerBound
    while index < range.upperBound, index - range.lowerBound < 5, utf8[index] &- 0x30 < 10 {
      value = value * 10 + Int(utf8[index] &- 0x30)
      index += 1
    }
    let count = index - range.lowerBound
    return count > 0 && count < 5 ? (value, index) : nil
  }

  /// Three numbers in one word. Day and month without order known are no date: `04/05/2021`.
  private static func numeric(_ utf8: [UInt8], _ range: Range<Int>) -> CalendarDate? {
    guard range.count >= 8, range.count <= 20, utf8[range.lowerBound] &- 0x30 < 10 else {
      return nil
    }
    var numbers: [Int] = []
    var separators: [UInt32] = []
    var index = range.lowerBound
    while index < range.upperBound, numbers.count < 3 {
      guard let (value, end) = digits(utf8, index..<range.upperBound) else { return nil }
      numbers.append(value)
      guard end < range.upperBound else { break }
      let (separator, length) = Scalars.decode(utf8, at: end)
      separators.append(separator)
      index = end + length
    }
    guard numbers.count == 3, let separator = separators.first else { return nil }
    switch separator {
    case 0x5E74: return CalendarDate(existing: numbers[0], numbers[1], numbers[2])
    case 0x2D, 0x2F, 0x2E:
      guard separators.prefix(2).allSatisfy({ $0 == separator }) else { return nil }
      if numbers[0] > 999 { return CalendarDate(existing: numbers[0], numbers[1], numbers[2]) }
      let isOrdered = separator == 0x2E || numbers[0] > 12 || numbers[0] == numbers[1]
      if isOrdered { return CalendarDate(existing: numbers[2], numbers[1], numbers[0]) }
      return numbers[1] > 12 ? CalendarDate(existing: numbers[2], numbers[0], numbers[1]) : nil
    default: return nil
    }
  }
}

internal import Bytes
internal import Statements

/// Calendar dates as ISO 8601 has them.
enum DateText {
  /// The date that `text` names in that form; `nil` for what is no day of the calendar.
  static func parse(_ text: String) -> CalendarDate? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2],
      text.utf8.allSatisfy({ $0 == 0x2D || (0x30...0x39).contains($0) }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
      (1...12).contains(month), (1...days(inMonth: month, of: year)).contains(day)
    else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  private static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

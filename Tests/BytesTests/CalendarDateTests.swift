import Bytes
import Testing

@Suite struct CalendarDateTests {
  @Test("Each day of four centuries follows the one before it, and is counted and found again")
  func days() throws {
    var date = CalendarDate(year: 1699, month: 12, day: 31)
    var count = try #require(CalendarDate(iso: "1700-01-01")).daysSinceEpoch - 1
    let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    for year in 1700..<2101 {
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      for month in 1...12 {
        let length = lengths[month - 1] + (month == 2 && isLeap ? 1 : 0)
        for day in 1...length {
          let next = CalendarDate(year: year, month: month, day: day)
          count += 1
          guard next.exists, date < next, next.daysSinceEpoch == count,
            CalendarDate(daysSinceEpoch: count) == next
          else {
            Issue.record("\(next) is day \(count)")
            return
          }
          date = next
        }
        let beyond = CalendarDate(year: year, month: month, day: length + 1)
        #expect(!beyond.exists, "\(beyond)")
      }
    }
    #expect(CalendarDate(year: 1970, month: 1, day: 1).daysSinceEpoch == 0)
  }

  @Test("Only a date that exists, in the form of ISO 8601, is one")
  func reading() {
    #expect(CalendarDate(iso: "2024-02-29") == CalendarDate(year: 2024, month: 2, day: 29))
    for text in [
      "2023-02-29", "1900-02-29", "2024-13-01", "2024-00-10", "2024-01-00", "2024-1-01",
      "24-01-01", "0999-01-01", "2024-01-01T", "2024/01/01", "+024-01-01", "",
    ] {
      #expect(CalendarDate(iso: text) == nil, "\(text)")
    }
  }
}

internal import Bytes

/// Dates as fields carry them (RFC 9110 §5.6.7), as whole seconds since 1970-01-01T00:00:00Z.
package enum HTTPDate {
  /// The preferred form, 29 bytes: `Sun, 06 Nov 1994 08:49:37 GMT`. The year is held in 0–9999.
  package static func imfFixdate(secondsSinceEpoch: Int64) -> [UInt8] {
    let seconds = min(max(secondsSinceEpoch, earliest), latest)
    let days = Int(seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400)
    let time = Int(seconds) - days * 86_400
    let date = CalendarDate(daysSinceEpoch: days)
    var text: [UInt8] = []
    text.reserveCapacity(29)
    let weekday = (days % 7 + 11) % 7
    text.append(contentsOf: letters(of: weekday, in: weekdays))
    text.append(contentsOf: [0x2C, 0x20])
    appendTwoDigits(date.day, to: &text)
    text.append(0x20)
    text.append(contentsOf: letters(of: date.month - 1, in: months))
    text.append(0x20)
    appendTwoDigits(date.year / 100, to: &text)
    appendTwoDigits(date.year % 100, to: &text)
    text.append(0x20)
    appendTwoDigits(time / 3600, to: &text)
    text.append(0x3A)
    appendTwoDigits(time / 60 % 60, to: &text)
    text.append(0x3A)
    appendTwoDigits(time % 60, to: &text)
    text.append(contentsOf: [0x20, 0x47, 0x4D, 0x54])
    return text
  }

  /// The moment that `text` names in any of the three forms; `nil` for anything else. A leap second
  /// counts as the second after it. Two-digit years from 77 on are of the last century.
  package static func parse(_ text: Span<UInt8>) -> Int64? {
    var reader = Reader(text: text)
    guard let comma = reader.position(of: 0x2C) else { return reader.asctime() }
    return comma == 3 ? reader.imfFixdate() : reader.rfc850(comma: comma)
  }

  fileprivate static let weekdays: [UInt8] = Array("SunMonTueWedThuFriSat".utf8)
  fileprivate static let months: [UInt8] = Array("JanFebMarAprMayJunJulAugSepOctNovDec".utf8)
  /// 0000-01-01T00:00:00Z and 9999-12-31T23:59:59Z.
  private static let earliest: Int64 = -62_167_219_200
  private static let latest: Int64 = 253_402_300_799

  private static func letters(of index: Int, in names: [UInt8]) -> ArraySlice<UInt8> {
    names[index * 3..<index * 3 + 3]
  }

  private static func appendTwoDigits(_ value: Int, to text: inout [UInt8]) {
    text.append(0x30 + UInt8(value / 10))
    text.append(0x30 + UInt8(value % 10))
  }
}

/// Reads the three grammars from left to right; every method consumes what it matched.
private struct Reader: ~Escapable {
  let text: Span<UInt8>
  var index = 0

  @_lifetime(copy text)
  init(text: Span<UInt8>) {
    self.text = text
  }

  /// `Sun, 06 Nov 1994 08:49:37 GMT`
  mutating func imfFixdate() -> Int64? {
    guard name(in: HTTPDate.weekdays) != nil, accept(", "), let day = number(digits: 2),
      accept(" "), let month = name(in: HTTPDate.months), accept(" "),
      let year = number(digits: 4), accept(" ")
    else { return nil }
    return finish(year: year, month: month + 1, day: day, suffix: " GMT")
  }

  /// `Sunday, 06-Nov-94 08:49:37 GMT`
  mutating func rfc850(comma: Int) -> Int64? {
    let weekday = text.extracting(0..<comma)
    let isWeekday =
      weekday.equals("Sunday") || weekday.equals("Monday") || weekday.equals("Tuesday")
      || weekday.equals("Wednesday") || weekday.equals("Thursday") || weekday.equals("Friday")
      || weekday.equals("Saturday")
    index = comma
    guard isWeekday, accept(", "), let day = number(digits: 2), accept("-"),
      let month = name(in: HTTPDate.months), accept("-"), let year = number(digits: 2),
      accept(" ")
    else { return nil }
    let century = year < 77 ? 2000 : 1900
    return finish(year: century + year, month: month + 1, day: day, suffix: " GMT")
  }

  /// `Sun Nov  6 08:49:37 1994`
  mutating func asctime() -> Int64? {
    guard name(in: HTTPDate.weekdays) != nil, accept(" "),
      let month = name(in: HTTPDate.months), accept(" ")
    else { return nil }
    let day = accept(" ") ? number(digits: 1) : number(digits: 2)
    guard let day, accept(" "), let time = timeOfDay(), accept(" "),
      let year = number(digits: 4), index == text.count
    else { return nil }
    return seconds(year: year, month: month + 1, day: day, time: time)
  }

  func position(of byte: UInt8) -> Int? {
    for index in text.indices where text[index] == byte { return index }
    return nil
  }

  private mutating func finish(year: Int, month: Int, day: Int, suffix: StaticString) -> Int64? {
    guard let time = timeOfDay(), accept(suffix), index == text.count else { return nil }
    return seconds(year: year, month: month, day: day, time: time)
  }

  private func seconds(year: Int, month: Int, day: Int, time: Int) -> Int64? {
    let date = CalendarDate(year: year, month: month, day: day)
    return date.exists ? Int64(date.daysSinceEpoch * 86_400 + time) : nil
  }

  private mutating func timeOfDay() -> Int? {
    guard let hour = number(digits: 2), accept(":"), let minute = number(digits: 2), accept(":"),
      let second = number(digits: 2), hour < 24, minute < 60, second <= 60
    else { return nil }
    return hour * 3600 + minute * 60 + second
  }

  private mutating func number(digits: Int) -> Int? {
    guard text.count - index >= digits else { return nil }
    let value = Decimal.parse(text.extracting(index..<index + digits))
    index += digits
    return value
  }

  private mutating func accept(_ literal: StaticString) -> Bool {
    let end = index + literal.utf8CodeUnitCount
    guard end <= text.count, text.extracting(index..<end).equals(literal) else { return false }
    index = end
    return true
  }

  /// The place of the next three letters among `names`, which are of three letters each.
  private mutating func name(in names: [UInt8]) -> Int? {
    guard text.count - index >= 3 else { return nil }
    for start in stride(from: 0, to: names.count, by: 3)
    where text[index] == names[start] && text[index + 1] == names[start + 1]
      && text[index + 2] == names[start + 2]
    {
      index += 3
      return start / 3
    }
    return nil
  }
}

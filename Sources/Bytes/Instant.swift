/// A second of UTC.
package struct Instant: Hashable, Comparable, Sendable {
  /// Since 1970-01-01T00:00:00Z, leap seconds not counted.
  package var secondsSinceEpoch: Int64

  package init(secondsSinceEpoch: Int64) { self.secondsSinceEpoch = secondsSinceEpoch }

  package static func < (left: Self, right: Self) -> Bool {
    left.secondsSinceEpoch < right.secondsSinceEpoch
  }
}

extension Instant {
  /// The instant in `text` of the form `2026-12-09T10:00:00Z` or `2026-12-09 11:00+01:00`; `nil`
  /// for any other, one without a zone among them. A fraction of a second counts as a whole one.
  ///
  /// RFC 3339, with seconds left out or not, and a blank for the `T` or not.
  package init?(rfc3339 text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 17, let day = CalendarDate(iso: String(text.prefix(10))),
      [0x54, 0x74, 0x20].contains(bytes[10]), bytes[13] == 0x3A,
      let hour = Self.number(bytes[11...12], below: 24),
      let minute = Self.number(bytes[14...15], below: 60)
    else { return nil }
    var rest = bytes[16...]
    var second = 0
    if rest.first == 0x3A {
      guard rest.count > 3, let stated = Self.number(rest.dropFirst().prefix(2), below: 60) else {
        return nil
      }
      second = stated
      rest = rest.dropFirst(3)
      if rest.first == 0x2E {
        let fraction = rest.dropFirst().prefix { ASCII.isDigit($0) }
        guard !fraction.isEmpty else { return nil }
        if fraction.contains(where: { $0 != 0x30 }) { second += 1 }
        rest = rest.dropFirst(fraction.count + 1)
      }
    }
    guard let offset = Self.offset(rest) else { return nil }
    let seconds = ((day.daysSinceEpoch * 24 + hour) * 60 + minute - offset) * 60 + second
    secondsSinceEpoch = Int64(seconds)
  }

  /// `Z`, `+01:00`, `-0330`: minutes before UTC.
  private static func offset(_ zone: ArraySlice<UInt8>) -> Int? {
    guard let sign = zone.first else { return nil }
    if zone.count == 1 { return sign | 0x20 == 0x7A ? 0 : nil }
    let digits = zone.dropFirst().filter { $0 != 0x3A }
    guard sign == 0x2B || sign == 0x2D, digits.count == 4,
      zone.count == 5 || (zone.count == 6 && zone[zone.startIndex + 3] == 0x3A),
      let hours = number(digits[0...1], below: 24), let minutes = number(digits[2...3], below: 60)
    else { return nil }
    return (sign == 0x2D ? -1 : 1) * (hours * 60 + minutes)
  }

  private static func number(_ digits: ArraySlice<UInt8>, below limit: Int) -> Int? {
    guard digits.count == 2, digits.allSatisfy({ ASCII.isDigit($0) }) else { return nil }
    let value = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    return value < limit ? value : nil
  }
}

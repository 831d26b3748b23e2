internal import Bytes
internal import EventLoop

/// A moment of the wall clock, as logs write it, in UTC.
package struct Timestamp: Equatable {
  package var seconds: Int64
  package var milliseconds: Int

  package static func now() -> Timestamp {
    let now = Clock.wallNow()
    return Timestamp(seconds: now.seconds, milliseconds: now.milliseconds)
  }

  /// `2026-11-24T00:00:00.000Z` (RFC 3339).
  var iso8601: String {
    let date = date
    let thousandths = String(1_000 + milliseconds).dropFirst()
    return "\(date.year)-\(Self.twoDigits(date.month))-\(Self.twoDigits(date.day))T\(time)"
      + ".\(thousandths)Z"
  }

  /// `24/Nov/2026:00:00:00 +0000`, as in the Combined Log Format.
  var combined: String {
    let date = date
    return "\(Self.twoDigits(date.day))/\(Self.months[date.month - 1])/\(date.year):\(time) +0000"
  }

  private static let months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(
    separator: " ")

  private var date: CalendarDate { CalendarDate(daysSinceEpoch: Int(max(seconds, 0) / 86_400)) }

  private var time: String {
    let second = Int(max(seconds, 0) % 86_400)
    return [second / 3_600, second / 60 % 60, second % 60].map(Self.twoDigits)
      .joined(separator: ":")
  }

  private static func twoDigits(_ number: Int) -> String {
    String(String(100 + number).dropFirst())
  }
}

internal import EventLoop
internal import HTTP

/// A moment of the wall clock, as logs write it, in UTC.
struct Timestamp: Equatable {
  var seconds: Int64
  var milliseconds: Int

  static func now() -> Timestamp {
    let now = Clock.wallNow()
    return Timestamp(seconds: now.seconds, milliseconds: now.milliseconds)
  }

  /// `2026-11-24T00:00:00.000Z` (RFC 3339).
  var iso8601: String {
    let (day, month, year, time) = parts
    let number = (Self.months.firstIndex(of: month) ?? 0) + 1
    let thousandths = String(1_000 + milliseconds).dropFirst()
    return "\(year)-\(number < 10 ? "0" : "")\(number)-\(day)T\(time).\(thousandths)Z"
  }

  /// `24/Nov/2026:00:00:00 +0000`, as in the Combined Log Format.
  var combined: String {
    let (day, month, year, time) = parts
    return "\(day)/\(month)/\(year):\(time) +0000"
  }

  private static let months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(
    separator: " ")

  /// Of `Sun, 06 Nov 1994 08:49:37 GMT`: `06`, `Nov`, `1994`, `08:49:37`.
  private var parts: (Substring, Substring, Substring, Substring) {
    let date = String(
      decoding: HTTPDate.imfFixdate(secondsSinceEpoch: seconds), as: UTF8.self)
    let words = date.split(separator: " ")
    return (words[1], words[2], words[3], words[4])
  }
}

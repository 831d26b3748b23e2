import Testing

@testable import Logging

@Suite struct LogLineTests {
  private let time = Timestamp(seconds: 1_795_478_400, milliseconds: 7)

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  @Test("A line for programs holds time, level, event, message and fields, in this order")
  func json() {
    let event = LogEvent(.acceptPaused, "it \"rests\"", ["address": ":80", "reason": "a\nb"])
    #expect(
      text(LogLine.json(event, at: time)) == """
        {"time":"2026-11-24T00:00:00.007Z","level":"warning","event":"accept_paused",\
        "message":"it \\"rests\\"","address":":80","reason":"a\\nb"}

        """)
  }

  @Test("A line for people stays one line, whatever the message holds")
  func injection() {
    let event = LogEvent(.statementProblem, "bad\nname\u{1B}[2J\r\u{7F}")
    #expect(
      text(LogLine.text(event)) == "signatory: bad\\x0aname\\x1b[2J\\x0d\\x7f\n")
  }

  @Test("Of events for people, warnings are marked")
  func levels() {
    #expect(text(LogLine.text(LogEvent(.serving, "a"))) == "signatory: a\n")
    #expect(text(LogLine.text(LogEvent(.failed, "a"))) == "signatory: a\n")
    #expect(text(LogLine.text(LogEvent(.certificateWarning, "a"))) == "signatory: warning: a\n")
  }

  @Test("Levels hold those that matter more")
  func order() {
    #expect(LogLevel.allCases == LogLevel.allCases.sorted())
    #expect(LogLevel.error < .info)
  }

  @Test("A moment is written in UTC, in both forms")
  func timestamps() {
    #expect(time.iso8601 == "2026-11-24T00:00:00.007Z")
    #expect(time.combined == "24/Nov/2026:00:00:00 +0000")
    #expect(
      Timestamp(seconds: 784_111_777, milliseconds: 940).iso8601 == "1994-11-06T08:49:37.940Z")
  }
}

import Bytes
import Testing

@testable import Logging

@Suite struct AccessLineTests {
  /// An entry whose method, target, referer and user agent are these, and the bytes they stand in.
  private func entry(
    method: String = "GET", target: String = "/v1?a=b", referer: [UInt8]? = nil,
    agent: [UInt8]? = nil
  ) -> (AccessEntry, [UInt8]) {
    var entry = AccessEntry(
      time: Timestamp(seconds: 1_795_478_400, milliseconds: 7), client: "203.0.113.7", status: 200)
    var bytes: [UInt8] = []
    func range(_ part: [UInt8]) -> ByteRange {
      let start = bytes.count
      bytes += part
      return ByteRange(start..<bytes.count)
    }
    entry.isRequest = true
    entry.method = range(Array(method.utf8))
    entry.target = range(Array(target.utf8))
    entry.referer = referer.map(range)
    entry.userAgent = agent.map(range)
    entry.contentBytes = 512
    entry.nanoseconds = 12_345
    entry.route = "/v1"
    entry.requestID = Array("abc".utf8)
    return (entry, bytes)
  }

  private func json(_ made: (AccessEntry, [UInt8])) -> String {
    String(decoding: AccessLine.json(made.0, made.1.span), as: UTF8.self)
  }

  private func combined(_ made: (AccessEntry, [UInt8])) -> String {
    String(decoding: AccessLine.combined(made.0, made.1.span), as: UTF8.self)
  }

  @Test("A request in JSON has all members, null where nothing is known")
  func jsonMembers() {
    #expect(
      json(entry()) == """
        {"time":"2026-11-24T00:00:00.007Z","client":"203.0.113.7","method":"GET",\
        "target":"/v1?a=b","protocol":"HTTP/1.1","status":200,"bytes":512,"microseconds":12,\
        "route":"/v1","refusal":null,"host":null,"referer":null,"userAgent":null,\
        "requestId":"abc","traceparent":null}

        """)
  }

  @Test("A request in the Combined Log Format")
  func combinedFields() {
    #expect(
      combined(entry(referer: Array("https://a/".utf8), agent: Array("curl/8".utf8))) == """
        203.0.113.7 - - [24/Nov/2026:00:00:00 +0000] "GET /v1?a=b HTTP/1.1" 200 512 \
        "https://a/" "curl/8"

        """)
  }

  @Test("What was refused before it was a request has none")
  func refused() {
    var entry = AccessEntry(
      time: Timestamp(seconds: 0, milliseconds: 0), client: "unix", status: 400)
    entry.refusal = "host_missing"
    #expect(
      combined((entry, [])) == "unix - - [01/Jan/1970:00:00:00 +0000] \"-\" 400 0 \"-\" \"-\"\n")
    #expect(json((entry, [])).contains("\"method\":null,\"target\":null,\"protocol\":null"))
    #expect(json((entry, [])).contains("\"refusal\":\"host_missing\""))
  }

  @Test("No byte that a client can send breaks a line or leaves its quotation marks")
  func injection() {
    let hostile: [UInt8] = [0x22, 0x0A, 0x0D, 0x5C, 0x1B, 0x7F, 0x85, 0xE2, 0x80, 0xA8, 0xFF]
    let line = combined(entry(agent: hostile))
    #expect(line.hasSuffix("\"\\x22\\x0a\\x0d\\x5c\\x1b\\x7f\\x85\\xe2\\x80\\xa8\\xff\"\n"))
    #expect(line.utf8.count { $0 == 0x0A } == 1)
    let object = json(entry(agent: hostile))
    #expect(object.contains(#""userAgent":"\"\n\r\\\u001b"#))
    #expect(object.utf8.count { $0 == 0x0A } == 1)
    #expect(object.contains("\u{FFFD}\u{FFFD}â\u{FFFD}¨ÿ\""))
  }
}

import EventLoop
import Server
import Testing

@Suite struct TrustTests {
  private func isTrusted(by ranges: [String]) async throws -> String {
    var answer = ""
    let trusted = try ranges.map { try AddressRange(parsing: $0) }
    try await Harness.run(trusted: trusted) { harness in
      let client = try Client(harness.address)
      try client.send("GET /trusted HTTP/1.1\r\nHost: a\r\n\r\n")
      answer = try client.receiveAnswers(1)[0].text
    }
    return answer
  }

  @Test("Requests tell whether their peer is among the trusted proxies")
  func byAddress() async throws {
    #expect(try await isTrusted(by: ["127.0.0.1/32"]) == "true")
    #expect(try await isTrusted(by: ["unix", "127.0.0.0/8"]) == "true")
    #expect(try await isTrusted(by: ["unix", "::1", "10.0.0.0/8"]) == "false")
    #expect(try await isTrusted(by: []) == "false")
  }

  @Test("It is the same behind TLS")
  func secured() async throws {
    try await Transport.secured {
      let isTrusted = try await isTrusted(by: ["127.0.0.1"])
      let isOtherTrusted = try await self.isTrusted(by: ["127.0.0.2"])
      #expect(isTrusted == "true")
      #expect(isOtherTrusted == "false")
    }
  }
}

import EventLoop
import Server
import Testing

@Suite struct DeadlineTests {
  private static func quick(_ limits: inout ServerLimits) {
    limits.requestHeadTimeoutMilliseconds = 1_000
    limits.requestContentTimeoutMilliseconds = 1_000
    limits.idleTimeoutMilliseconds = 1_000
    limits.loop.lingerTimeoutMilliseconds = 1_000
    limits.loop.writeStallTimeoutMilliseconds = 1_000
  }

  /// Runs `body`, which must take a second at least: what it waits for may not come early.
  private func expectWait(_ body: () async throws -> Void) async throws {
    let elapsed = try await ContinuousClock().measure(body)
    #expect(elapsed >= .seconds(1))
  }

  @Test("A head or content that does not arrive in time is answered 408, and not before")
  func slowRequest() async throws {
    let parts = ["GET / HT", "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nab"]
    for part in parts {
      try await Harness.run(limits: Self.quick) { harness in
        let client = try Client(harness.address)
        try await expectWait {
          for byte in part.utf8 { try client.send([byte]) }
          let all = String(decoding: try client.receiveAll(), as: UTF8.self)
          #expect(all.hasPrefix("HTTP/1.1 408 Request Timeout\r\n"))
        }
      }
    }
  }

  @Test("A connection that says nothing is closed without an answer, at its start and when idle")
  func silence() async throws {
    try await Harness.run(limits: Self.quick) { harness in
      try await expectWait {
        let silent = try Client(harness.address)
        #expect(try silent.receiveAll().isEmpty)
      }
      try await expectWait {
        let idle = try Client(harness.address)
        try idle.send("GET /x HTTP/1.1\r\nHost: a\r\n\r\n")
        #expect(String(decoding: try idle.receiveAll(), as: UTF8.self).hasSuffix("/x"))
      }
    }
  }

  @Test("A reader that takes nothing is dropped, and others are served meanwhile")
  func writeStall() async throws {
    try await Harness.run(limits: Self.quick) { harness in
      let stalled = try Client(harness.address, receiveBuffer: 4096)
      try stalled.send("GET /bytes/9000000 HTTP/1.1\r\nHost: a\r\n\r\n")
      try await harness.expectAccepted(1)
      try await harness.expectConnections(0)
      let other = try Client(harness.address)
      try other.send("GET /after HTTP/1.1\r\nHost: a\r\n\r\n")
      #expect(try other.receiveAnswers(1)[0].text == "/after")
    }
  }
}

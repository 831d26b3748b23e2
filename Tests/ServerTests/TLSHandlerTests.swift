import EventLoop
import Glibc
import Server
import TLS
import TLSTesting
import Testing

@Suite struct SecureStreamTests {
  /// A test that must hold over TLS as it does without.
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var run: @Sendable () async throws -> Void

    init(_ name: String, _ run: @escaping @Sendable () async throws -> Void) {
      testDescription = name
      self.run = run
    }
  }

  static let cases = [
    Case("keepAlive") { try await HTTP1HandlerTests().keepAlive() },
    Case("pipelining") { try await HTTP1HandlerTests().pipelining() },
    Case("everySplit") { try await HTTP1HandlerTests().everySplit() },
    Case("head") { try await HTTP1HandlerTests().head() },
    Case("backPressure") { try await HTTP1HandlerTests().backPressure() },
    Case("vanishing") { try await HTTP1HandlerTests().vanishing() },
    Case("halfClose") { try await HTTP1HandlerTests().halfClose() },
    Case("truncatedRequest") { try await HTTP1HandlerTests().truncatedRequest() },
    Case("refusalIsDelivered") { try await HTTP1HandlerTests().refusalIsDelivered() },
    Case("expectContinue") { try await HTTP1HandlerTests().expectContinue() },
    Case("http10") { try await HTTP1HandlerTests().http10() },
    Case("slowRequest") { try await DeadlineTests().slowRequest() },
    Case("silence") { try await DeadlineTests().silence() },
    Case("writeStall") { try await DeadlineTests().writeStall() },
    Case("fullHouse") { try await LimitTests().fullHouse() },
    Case("keptBytes") { try await LimitTests().keptBytes() },
    Case("backlogBytes") { try await LimitTests().backlogBytes() },
  ]

  @Test(
    "What holds for plain connections holds over TLS", arguments: cases,
    [TLSPeer.tls12, TLSPeer.tls13])
  func everything(_ test: Case, _ version: Int32) async throws {
    try await Transport.secured(version, test.run)
  }

  @Test("A plain request on a TLS port is told what to do, in plain, and closed")
  func plainRequest() async throws {
    try await Transport.secured {
      try await Harness.run { harness in
        let client = try Client(harness.address)
        try client.sendRaw(Array("GET / HTTP/1.1\r\nHost: a\r\n\r\n".utf8))
        var all: [UInt8] = []
        while true {
          let some = try client.receiveRaw()
          if some.isEmpty { break }
          all += some
        }
        let text = String(decoding: all, as: UTF8.self)
        #expect(text.hasPrefix("HTTP/1.1 400 Bad Request\r\n"))
        #expect(text.contains("use https://"))
      }
    }
  }

  @Test("A handshake that does not end in time is cut, half-open or not begun")
  func handshakeDeadline() async throws {
    try await Transport.secured {
      try await Harness.run(limits: { $0.handshakeTimeoutMilliseconds = 200 }) { harness in
        let silent = try Client(harness.address)
        let half = try Client(harness.address)
        try half.sendRaw([22, 3, 1, 2, 0, 1])
        #expect(try silent.receiveRaw().isEmpty)
        #expect(try half.receiveRaw().isEmpty)
        try await harness.expectConnections(0)
      }
    }
  }

  @Test("Bytes that are no handshake get an alert or nothing, and the connection ends")
  func garbage() async throws {
    try await Transport.secured {
      try await Harness.run { harness in
        for bytes: [UInt8] in [[22, 3, 1, 0, 5, 1, 0, 0, 1, 0], [0, 1, 2, 3, 4, 5, 6]] {
          let client = try Client(harness.address)
          try client.sendRaw(bytes)
          client.cutSending()
          let answer = try client.receiveRaw()
          #expect(answer.isEmpty || answer[0] == 21)
        }
        try await harness.expectConnections(0)
        let client = try Client(harness.address)
        try client.send("GET /on HTTP/1.1\r\nHost: a\r\n\r\n")
        #expect(try client.receiveAnswers(1)[0].text == "/on")
      }
    }
  }

  @Test("A transport that ends before TLS does is no end: half a request gets no answer")
  func truncation() async throws {
    try await Transport.secured {
      try await Harness.run { harness in
        let client = try Client(harness.address)
        try client.send("GET / HTTP/1.1\r\nHost: a\r\n")
        client.cutSending()
        #expect(try client.receiveAll().isEmpty)
      }
    }
  }

  @Test("Idle handshakes in great number do not keep others waiting")
  func halfOpen() async throws {
    try await Transport.secured {
      try await Harness.run { harness in
        let open = try Client(harness.address)
        try open.send("GET /first HTTP/1.1\r\nHost: a\r\n\r\n")
        #expect(try open.receiveAnswers(1)[0].text == "/first")
        var others: [Client] = []
        for _ in 0..<200 {
          let client = try Client(harness.address)
          _ = client.peer?.receive([])
          try client.sendRaw(client.peer?.takeOutput() ?? [])
          others.append(client)
        }
        try open.send("GET /second HTTP/1.1\r\nHost: a\r\n\r\n")
        #expect(try open.receiveAnswers(1)[0].text == "/second")
        withExtendedLifetime(others) {}
      }
    }
  }

  @Test("New connections see a new certificate; those that are open go on")
  func adoption() async throws {
    try await Transport.secured {
      try await Harness.run { harness in
        let before = try Client(harness.address)
        try before.send("GET /a HTTP/1.1\r\nHost: a\r\n\r\n")
        #expect(try before.receiveAnswers(1)[0].text == "/a")
        harness.server.adopt(Transport.makeContext("renewed"))
        // Messages are handled in order: once this one is, so is the other.
        _ = await harness.holdings()
        let after = try Client(harness.address)
        try after.send("GET /b HTTP/1.1\r\nHost: a\r\n\r\n")
        #expect(try after.receiveAnswers(1)[0].text == "/b")
        try before.send("GET /c HTTP/1.1\r\nHost: a\r\n\r\n")
        #expect(try before.receiveAnswers(1)[0].text == "/c")
        #expect(before.peer?.shown?.name == "localhost")
        #expect(after.peer?.shown?.name == "renewed")
      }
    }
  }
}

import EventLoop
import Server
import Testing

@Suite struct ClientLimitTests {
  private static let request = "GET /a HTTP/1.1\r\nHost: a\r\n"

  private static func requests(of client: String) -> String {
    request + "X-Forwarded-For: \(client)\r\n\r\n"
  }

  private func trusted() throws -> [AddressRange] { [try AddressRange(parsing: "127.0.0.1")] }

  /// The statuses of answers to requests sent at once.
  private func statuses(_ client: Client, _ requests: [String]) throws -> [Int] {
    try client.send(requests.joined())
    return try client.receiveAnswers(requests.count).map(\.status)
  }

  @Test("A client that uses up its requests gets 429, says when to come back, and stays connected")
  func tooMany() async throws {
    let limits: (inout ServerLimits) -> Void = {
      $0.clients.clientRequestsPerSecondMax = 1
      $0.clients.clientRequestsBurst = 2
    }
    try await Harness.run(limits: limits) { harness in
      let client = try Client(harness.address)
      try client.send(String(repeating: Self.request + "\r\n", count: 3))
      let answers = try client.receiveAnswers(3)
      #expect(answers.map(\.status) == [200, 200, 429])
      #expect(answers[2].fields["retry-after"] == "1")
      #expect(answers[2].fields["connection"] == nil)
    }
  }

  @Test("Behind a trusted proxy the client that it tells of is charged, and only that one")
  func forwarded() async throws {
    let limits: (inout ServerLimits) -> Void = {
      $0.clients.clientRequestsPerSecondMax = 1
      $0.clients.clientRequestsBurst = 1
    }
    try await Harness.run(trusted: try trusted(), limits: limits) { harness in
      let client = try Client(harness.address)
      let asked = [
        Self.requests(of: "192.0.2.1"), Self.requests(of: "192.0.2.1"),
        Self.requests(of: "192.0.2.9, 192.0.2.1"), Self.requests(of: "192.0.2.2"),
        Self.requests(of: "2001:db8::1"), Self.requests(of: "2001:db8::2"),
        Self.requests(of: "2001:db8:0:1::2"), Self.request + "\r\n", Self.request + "\r\n",
        Self.requests(of: "unknown"), Self.requests(of: "unknown"),
      ]
      #expect(
        try statuses(client, asked)
          == [200, 429, 429, 200, 200, 429, 200, 200, 200, 200, 429])
    }
  }

  @Test("What a peer that is not trusted forwards changes nothing")
  func forged() async throws {
    let limits: (inout ServerLimits) -> Void = {
      $0.clients.clientRequestsPerSecondMax = 1
      $0.clients.clientRequestsBurst = 1
    }
    try await Harness.run(limits: limits) { harness in
      let client = try Client(harness.address)
      let asked = (1...4).map { Self.requests(of: "192.0.2.\($0)") }
      #expect(try statuses(client, asked) == [200, 429, 429, 429])
    }
  }

  @Test("One connection too many of a client is refused; a closed one makes room")
  func connections() async throws {
    try await Harness.run(limits: { $0.clients.clientConnectionsMax = 2 }) { harness in
      var held = [try Client(harness.address), try Client(harness.address)]
      try await harness.expectConnections(2)
      let refused = String(decoding: try Client(harness.address).receiveAll(), as: UTF8.self)
      #expect(refused.hasPrefix("HTTP/1.1 429 Too Many Requests\r\n"))
      #expect(refused.contains("Connection: close\r\n"))
      #expect(try statuses(held[0], [Self.request + "\r\n"]) == [200])
      held.removeLast()
      try await harness.expectConnections(1)
      let client = try Client(harness.address)
      #expect(try statuses(client, [Self.request + "\r\n"]) == [200])
    }
  }

  @Test("With TLS, a connection too many gets no handshake")
  func securedConnections() async throws {
    try await Transport.secured {
      try await Harness.run(limits: { $0.clients.clientConnectionsMax = 1 }) { harness in
        let held = try Client(harness.address)
        try await harness.expectConnections(1)
        let refused = try Client(harness.address)
        #expect(throws: (any Error).self) { try refused.send(Self.request + "\r\n") }
        #expect(try statuses(held, [Self.request + "\r\n"]) == [200])
      }
    }
  }

  @Test("The PROXY protocol tells the client; its own proxy is not limited; others are closed")
  func proxied() async throws {
    let limits: (inout ServerLimits) -> Void = {
      $0.clients.clientRequestsPerSecondMax = 1
      $0.clients.clientRequestsBurst = 1
      $0.clients.clientConnectionsMax = 1
    }
    try await Harness.run(trusted: try trusted(), isProxied: true, limits: limits) { harness in
      func ask(_ header: String, count: Int = 2) throws -> [Int] {
        let client = try Client(harness.address)
        try client.sendRaw(Array(header.utf8))
        return try statuses(client, Array(repeating: Self.request + "\r\n", count: count))
      }
      let first = "PROXY TCP4 192.0.2.1 10.0.0.1 1 2\r\n"
      #expect(try ask(first) == [200, 429])
      try await harness.expectConnections(0)
      #expect(try ask("PROXY TCP6 2001:db8::1 ::1 1 2\r\n") == [200, 429])
      #expect(try ask("PROXY UNKNOWN\r\n") == [200, 200])
      let held = try Client(harness.address)
      try held.sendRaw(Array(("PROXY TCP4 192.0.2.3 10.0.0.1 1 2\r\n" + Self.request).utf8))
      try held.send("\r\n")
      #expect(try held.receiveAnswers(1)[0].status == 200)
      let refused = try Client(harness.address)
      try refused.sendRaw(Array("PROXY TCP4 192.0.2.3 10.0.0.1 1 2\r\n".utf8))
      let text = String(decoding: try refused.receiveAll(), as: UTF8.self)
      #expect(text.hasPrefix("HTTP/1.1 429 "))
      let plain = try Client(harness.address)
      try plain.sendRaw(Array((Self.request + "\r\n").utf8))
      #expect((try? plain.receiveAll()) ?? [] == [])
    }
  }

  @Test("Nobody else may speak the PROXY protocol, and a header must come in time")
  func unwelcome() async throws {
    try await Harness.run(isProxied: true) { harness in
      let client = try Client(harness.address)
      #expect((try? client.receiveAll()) ?? [] == [])
      try await harness.expectConnections(0)
    }
    let limits: (inout ServerLimits) -> Void = { $0.requestHeadTimeoutMilliseconds = 100 }
    try await Harness.run(trusted: try trusted(), isProxied: true, limits: limits) { harness in
      let client = try Client(harness.address)
      try client.sendRaw(Array("PROXY TCP4".utf8))
      #expect((try? client.receiveAll()) ?? [] == [])
    }
  }

  @Test("The header goes before TLS")
  func proxiedTLS() async throws {
    try await Transport.secured {
      try await Harness.run(trusted: try trusted(), isProxied: true) { harness in
        let client = try Client(harness.address)
        try client.sendRaw(Array("PROXY TCP4 192.0.2.1 10.0.0.1 1 2\r\n".utf8))
        #expect(try statuses(client, [Self.request + "\r\n"]) == [200])
      }
    }
  }
}

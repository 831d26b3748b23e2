import EventLoop
import Server
import Testing

@Suite struct LimitTests {
  @Test("A connection above the limit is told so and when to come back; room made is used again")
  func fullHouse() async throws {
    try await Harness.run(limits: { $0.loop.streamsMax = 2 }) { harness in
      var held = [try Client(harness.address), try Client(harness.address)]
      try await harness.expectConnections(2)
      let refused = String(
        decoding: try Client(harness.address).receiveAll(), as: UTF8.self)
      #expect(refused.hasPrefix("HTTP/1.1 503 Service Unavailable\r\n"))
      #expect(refused.contains("Retry-After: 5\r\n"))
      #expect(refused.contains("Connection: close\r\n"))
      try held[0].send("GET /held HTTP/1.1\r\nHost: a\r\n\r\n")
      #expect(try held[0].receiveAnswers(1)[0].text == "/held")
      held = []
      try await harness.expectConnections(0)
      let client = try Client(harness.address)
      try client.send("GET /again HTTP/1.1\r\nHost: a\r\n\r\n")
      #expect(try client.receiveAnswers(1)[0].text == "/again")
    }
  }

  @Test("With no room even for refusals, connections wait until there is")
  func waiting() async throws {
    let limits: (inout ServerLimits) -> Void = {
      $0.loop.streamsMax = 1
      $0.loop.refusalsMax = 0
    }
    try await Harness.run(limits: limits) { harness in
      var held = [try Client(harness.address)]
      try await harness.expectConnections(1)
      let waiting = try Client(harness.address)
      try waiting.send("GET /waited HTTP/1.1\r\nHost: a\r\n\r\n")
      try held[0].send("GET /held HTTP/1.1\r\nHost: a\r\n\r\n")
      #expect(try held[0].receiveAnswers(1)[0].text == "/held")
      held = []
      #expect(try waiting.receiveAnswers(1)[0].text == "/waited")
    }
  }

  @Test("Half-read requests of all connections together are bounded")
  func keptBytes() async throws {
    try await Harness.run(limits: { $0.keptBytesMax = 10_000 }) { harness in
      let slow = try (0..<5).map { _ in try Client(harness.address) }
      let part = "GET / HTTP/1.1\r\nX: " + String(repeating: "x", count: 2_900)
      for client in slow[..<3] { try client.send(part) }
      try await harness.expectConnections(5)
      try slow[3].send(part)
      let refused = String(decoding: try slow[3].receiveAll(), as: UTF8.self)
      #expect(refused.hasPrefix("HTTP/1.1 503 Service Unavailable\r\n"))
      try slow[4].send("GET /whole HTTP/1.1\r\nHost: a\r\n\r\n")
      #expect(try slow[4].receiveAnswers(1)[0].text == "/whole")
      try slow[0].send("\r\nHost: a\r\n\r\n")
      #expect(try slow[0].receiveAnswers(1)[0].text == "/")
    }
  }

  @Test("Output that waits for peers to take it is bounded over all connections")
  func backlogBytes() async throws {
    let limits: (inout ServerLimits) -> Void = { $0.loop.backlogBytesMax = 20_000 }
    try await Harness.run(limits: limits) { harness in
      // Far more than socket buffers hold.
      let requests = String(
        repeating: "GET /bytes/30000 HTTP/1.1\r\nHost: a\r\n\r\n", count: 1_000)
      var stalled: [Client] = []
      for _ in 0..<6 {
        let client = try Client(harness.address, receiveBuffer: 4096)
        try? client.send(requests)
        stalled.append(client)
      }
      // Each leaves up to 64 KiB waiting: there is hardly room for one.
      try await harness.expectConnections(atMost: 2)
      let other = try Client(harness.address)
      try other.send("GET /other HTTP/1.1\r\nHost: a\r\n\r\n")
      #expect(try other.receiveAnswers(1)[0].text == "/other")
    }
  }
}

import EventLoop
import Metrics
import Server
import ServerTesting
import Testing

@Suite struct LimitTests {
  @Test("A connection above the limit is told so and when to come back; room made is used again")
  func fullHouse() async throws {
    try await Harness.run(limits: { $0.loop.connectionsPerLoopMax = 2 }) { harness in
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
      $0.loop.connectionsPerLoopMax = 1
      $0.loop.refusalsPerLoopMax = 0
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
    try await Harness.run(limits: { $0.halfReadPerLoopBytesMax = 10_000 }) { harness in
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

  #if DEBUG
    @Test("Output that waits is counted to the byte, and given back; one above the bound is cut")
    func backlogLedger() {
      // More often than a leak of a single backlog would need to cross the bound.
      var timeline = Timeline()
      timeline.limits.loop.backlogPerLoopBytesMax = 95_000
      for round in 0..<20 {
        let peers = (0..<4).map { _ in timeline.connect() }
        for peer in peers {
          timeline.take(0, peer: peer)
          timeline.send("GET /bytes/30000 HTTP/1.1\r\nHost: a\r\n\r\n", from: peer)
        }
        for peer in peers[..<3] { timeline.expectOpen(peer) }
        timeline.check { #expect($0.view(peers[3]).isClosed, "round \(round)") }
        for peer in peers[..<3] {
          timeline.take(Int.max, peer: peer)
          timeline.check { #expect($0.view(peer).received.count > 30_000, "round \(round)") }
          timeline.end(peer)
        }
      }
      timeline.run()
    }

    @Test("Half-read requests are counted to the byte, and given back however they end")
    func keptLedger() {
      let half = "GET / HTTP/1.1\r\nX: " + String(repeating: "x", count: 2_900)
      var timeline = Timeline()
      timeline.limits.halfReadPerLoopBytesMax = 3 * half.utf8.count
      for round in 0..<10 {
        let peers = (0..<5).map { _ in timeline.connect() }
        for peer in peers[..<3] { timeline.send(half, from: peer) }
        timeline.send("G", from: peers[3])
        timeline.expectEnded("503 ", peer: peers[3])
        timeline.send("GET /whole HTTP/1.1\r\nHost: a\r\n\r\n", from: peers[4])
        timeline.expectAnswers(1, peer: peers[4])
        // Answered, cut, and refused or late in turn.
        timeline.send("\r\nHost: a\r\n\r\n", from: peers[0])
        timeline.end(peers[1])
        if round % 2 == 0 { timeline.send("\u{0}", from: peers[2]) } else { timeline.pass(10_200) }
        timeline.expectAnswers(1, peer: peers[0])
        timeline.expectEnded("400 ", peer: peers[1])
        timeline.expectEnded(round % 2 == 0 ? "400 " : "408 ", peer: peers[2])
        for peer in peers { timeline.end(peer) }
      }
      timeline.run()
    }
  #endif

  @Test("Output that waits for peers to take it is bounded over all connections")
  func backlogBytes() async throws {
    let limits: (inout ServerLimits) -> Void = { $0.loop.backlogPerLoopBytesMax = 20_000 }
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
      let counters = harness.server.metrics[0].loop
      for _ in 0..<6_000 where counters.accepted.count < 6 {
        try await Task.sleep(for: .milliseconds(10))
      }
      let accepted = counters.accepted.count
      #expect(accepted == 6)
      // Each leaves up to 64 KiB waiting: there is hardly room for one.
      try await harness.expectConnections(atMost: 2)
      let other = try Client(harness.address)
      try other.send("GET /other HTTP/1.1\r\nHost: a\r\n\r\n")
      #expect(try other.receiveAnswers(1)[0].text == "/other")
    }
  }
}

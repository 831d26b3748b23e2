import EventLoop
import HTTP
import HTTP1
import Metrics
import Server
import Testing

@Suite struct CounterTests {
  /// Waits, at most a minute, until a figure is as expected.
  private func expect(
    _ what: String, _ figure: () -> UInt64, _ expected: UInt64
  ) async throws {
    for _ in 0..<6000 where figure() != expected { try await Task.sleep(for: .milliseconds(10)) }
    #expect(figure() == expected, "\(what)")
  }

  private func durations(_ figures: LoopMetrics) -> Histogram.Total {
    var total = Histogram.Total()
    total.add(figures.loop.durations)
    return total
  }

  private func countRequests(_ harness: Harness) async throws {
    let figures = harness.server.metrics[0]
    let text = "GET /a HTTP/1.1\r\nHost: a\r\n\r\n"
    let client = try Client(harness.address)
    for _ in 0..<3 {
      try client.send(text + text)
      #expect(try client.receiveAnswers(2).count == 2)
    }
    #expect(figures.server.count(.none, .ok) == 6)
    #expect(figures.server.count(.none, .notFound) == 0)
    // The last that is counted of an answer, when the client may have read it already.
    try await expect("durations", { durations(figures).counts.reduce(0, +) }, 6)
    try await expect("idle", { figures.loop.count(.idle) }, 1)
    #expect(figures.loop.accepted.count == 1)
    #expect(durations(figures).nanoseconds > 0)
    #expect(figures.loop.receivedBytes.count >= UInt64(6 * text.utf8.count))
    #expect(figures.loop.sentBytes.count >= 6 * 80)
  }

  @Test("Requests, connections, bytes and durations are counted exactly")
  func requests() async throws {
    try await Harness.run { harness in
      try await countRequests(harness)
      let figures = harness.server.metrics[0]
      try await expect("gone", { figures.loop.count(.idle) }, 0)
      for state in StreamState.allCases { #expect(figures.loop.count(state) == 0) }
      let sum = RejectionReason.all.reduce(0) { $0 + figures.server.count($1) }
      #expect(sum == 0)
    }
  }

  @Test("Requests over TLS are counted as others are, and handshakes by how they end")
  func secure() async throws {
    try await Transport.secured {
      try await Harness.run { harness in
        let figures = harness.server.metrics[0]
        try await countRequests(harness)
        #expect(figures.server.count(.completed) == 1)
        let silent = try Client(harness.address)
        try await expect("opening", { figures.loop.count(.opening) }, 1)
        withExtendedLifetime(silent) {}
      }
    }
  }

  @Test("A connection is counted by what it is at")
  func states() async throws {
    try await Harness.run { harness in
      let figures = harness.server.metrics[0]
      let client = try Client(harness.address)
      try client.send("GET /half")
      try await expect("reading", { figures.loop.count(.reading) }, 1)
      try client.send(" HTTP/1.1\r\nHost: a\r\n\r\n")
      _ = try client.receiveAnswers(1)
      try await expect("idle", { figures.loop.count(.idle) }, 1)
      let slow = try Client(harness.address, receiveBuffer: 4_096)
      try slow.send("GET /bytes/20000000 HTTP/1.1\r\nHost: a\r\n\r\n")
      try await expect("writing", { figures.loop.count(.writing) }, 1)
      #expect(figures.loop.backlogBytes.count > 1_000_000)
      let sum = StreamState.allCases.reduce(0) { $0 + figures.loop.count($1) }
      #expect(sum == 2)
      withExtendedLifetime(slow) {}
    }
  }

  @Test("Who does not read what was asked for is counted as being written to, and gives all back")
  func deaf() async throws {
    try await Harness.run { harness in
      let figures = harness.server.metrics[0]
      do {
        let deaf = try Client(harness.address, receiveBuffer: 4_096)
        // Each answer fits in what the socket takes; the next ones wait until it has room.
        let asked = "GET /bytes/12000 HTTP/1.1\r\nHost: a\r\n\r\n"
        try deaf.send(String(repeating: asked, count: 1_500))
        try await expect("writing", { figures.loop.count(.writing) }, 1)
        withExtendedLifetime(deaf) {}
      }
      try await expect("left", { figures.loop.count(.writing) }, 0)
      #expect(figures.loop.backlogBytes.count == 0)
    }
  }

  @Test("What is refused is counted by its reason")
  func refusals() async throws {
    try await Harness.run(limits: { $0.loop.connectionsPerLoopMax = 1 }) { harness in
      let figures = harness.server.metrics[0]
      let client = try Client(harness.address)
      try client.send("GET /a HTTP/1.1\r\nHost: a\r\n\r\n")
      #expect(try client.receiveAnswers(1).count == 1)
      // The only place is taken for as long as that connection lives.
      _ = try Client(harness.address).receiveAll()
      try await expect("full", { figures.server.count(RejectionReason.full) }, 1)
      try client.send("GET / HTTP/1.1\r\n\r\n")
      try await expect(
        "host missing", { figures.server.count(.wire(.hostMissing)) }, 1)
      #expect(figures.server.count(.none, .badRequest) == 0)
    }
  }

  @Test("Every reason has a place of its own and a name of its own, in small letters")
  func reasons() {
    #expect(RejectionReason.all.map(\.place) == Array(RejectionReason.all.indices))
    #expect(Set(RejectionReason.all.map(\.name)).count == RejectionReason.all.count)
    #expect(RejectionReason.all.count <= 64)
    #expect(Status.allCases.count <= 32)
    #expect(RejectionReason.halfRead.name == "half_read")
    #expect(RejectionReason.wire(.hostMissing).name == "host_missing")
    #expect(RejectionReason.all.allSatisfy { $0.name.allSatisfy { $0.isLowercase || $0 == "_" } })
  }
}

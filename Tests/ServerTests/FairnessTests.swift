#if DEBUG
  import EventLoop
  import Server
  import ServerTesting
  import Locks
  import Testing

  @Suite struct FairnessTests {
    /// Receives nothing until told to, and notes which connections are sent something.
    private final class Gate: Sendable {
      private let isOpen = Guarded(false)
      private let sent = Guarded<[Int32]>([])

      func open() { isOpen.withLock { $0 = true } }
      var turns: [Int32] { sent.withLock { $0 } }

      func pass(_ call: ScriptedKernel.Call, _ descriptor: Int32) -> CallOutcome? {
        switch call {
        case .receive: return isOpen.withLock { $0 } ? nil : .wouldBlock
        case .send: sent.withLock { $0.append(descriptor) }
        default: break
        }
        return nil
      }
    }

    @Test("Whoever asks for more than one output holds takes turns with the others")
    func turns() async throws {
      let gate = Gate()
      try await Harness.run(kernel: ScriptedKernel(script: gate.pass)) { harness in
        let greedy = try (0..<4).map { _ in try Client(harness.address) }
        let modest = try Client(harness.address)
        try await harness.expectConnections(5)
        let many = String(repeating: "GET /bytes/60000 HTTP/1.1\r\nHost: a\r\n\r\n", count: 20)
        for client in greedy { try client.send(many) }
        try modest.send("GET /here HTTP/1.1\r\nHost: a\r\n\r\n")
        gate.open()
        #expect(try modest.receiveAnswers(1)[0].text == "/here")
        for client in greedy { _ = try client.receiveAnswers(20) }
        let turns = gate.turns
        let first = turns.prefix(5)
        #expect(Set(first).count == 5, "\(turns.prefix(20))")
        #expect(turns.count > 20)
      }
    }
  }
#endif

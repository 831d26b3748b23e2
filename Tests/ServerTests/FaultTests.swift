#if DEBUG
  import EventLoop
  import Glibc
  import Server
  import ServerTesting
  import Locks
  import Metrics
  import Testing

  /// The scripted kernel returns what a machine in trouble would.
  @Suite struct FaultTests {
    /// Lets the first `times` calls of a kind come out as `outcome`, then Linux decides.
    private func failing(_ call: ScriptedKernel.Call, times: Int, _ outcome: CallOutcome)
      -> ScriptedKernel
    {
      let left = Guarded(times)
      return ScriptedKernel { made, _ in
        guard made == call else { return nil }
        return left.withLock { left in
          guard left > 0 else { return nil }
          left -= 1
          return outcome
        }
      }
    }

    private func failure(_ code: Int32) -> CallOutcome {
      .failed(SystemError(call: "scripted", code: code))
    }

    private func expectService(_ kernel: any SystemCalls, _ comment: Comment) async throws {
      try await Harness.run(
        kernel: kernel, limits: { $0.loop.acceptPauseMilliseconds = 20 }
      ) { harness in
        let client = try Client(harness.address)
        try client.send("GET /bytes/200000 HTTP/1.1\r\nHost: a\r\n\r\n")
        let answer = try client.receiveAnswers(1)[0]
        #expect(answer.content.count == 200_000, comment)
      }
    }

    @Test("Accepting goes on after every error that accept can report")
    func accept() async throws {
      for code in [EMFILE, ENFILE, ENOBUFS, ENOMEM, ECONNABORTED, EPROTO, EPERM, ENETDOWN, EINVAL] {
        try await expectService(failing(.accept, times: 3, failure(code)), "errno \(code)")
      }
    }

    @Test("A lasting want of descriptors is told once, whatever the number of loops and pauses")
    func toldOnce() async throws {
      try await Harness.run(
        loops: 2, kernel: failing(.accept, times: 6, failure(EMFILE)),
        limits: { $0.loop.acceptPauseMilliseconds = 20 }
      ) { harness in
        let clients = try (0..<8).map { _ in try Client(harness.address) }
        for client in clients {
          try client.send("GET /here HTTP/1.1\r\nHost: a\r\n\r\n")
          #expect(try client.receiveAnswers(1)[0].text == "/here")
        }
        #expect(harness.events.all.count == 1)
      }
    }

    @Test("A want of descriptors that comes again after a quiet time is told again")
    func toldAgain() async throws {
      try await Harness.run(
        kernel: failing(.accept, times: 3, failure(EMFILE)),
        limits: {
          $0.loop.acceptPauseMilliseconds = 20
          $0.pauseReportQuietMilliseconds = 0
        }
      ) { harness in
        let client = try Client(harness.address)
        try client.send("GET /here HTTP/1.1\r\nHost: a\r\n\r\n")
        #expect(try client.receiveAnswers(1)[0].text == "/here")
        #expect(harness.events.all.count == 3)
      }
    }

    @Test("Want of memory when receiving or sending only delays")
    func wantOfMemory() async throws {
      for call in [ScriptedKernel.Call.receive, .send] {
        for code in [ENOBUFS, ENOMEM] {
          try await expectService(failing(call, times: 3, failure(code)), "errno \(code)")
        }
      }
    }

    @Test("Answers are whole although the socket takes and gives one byte at a time, or nothing")
    func shortCalls() async throws {
      try await expectService(failing(.receive, times: 500, .done(1)), "short reads")
      try await expectService(failing(.send, times: 500, .done(1)), "short writes")
      try await expectService(failing(.receive, times: 5, .wouldBlock), "reads that would block")
      try await expectService(failing(.send, times: 5, .wouldBlock), "writes that would block")
      try await expectService(failing(.wait, times: 5, .done(0)), "waits cut short")
    }

    @Test("A broken connection costs only itself")
    func broken() async throws {
      for call in [ScriptedKernel.Call.receive, .send, .watch] {
        // The loop watches its mailbox and its listener before the first connection.
        let skip = Guarded(call == .watch ? 2 : 0)
        let kernel = failing(call, times: 1, failure(call == .watch ? ENOSPC : ECONNRESET))
        let scripted = ScriptedKernel { made, descriptor in
          guard made == call else { return nil }
          let skipped = skip.withLock { skip in
            skip -= 1
            return skip >= 0
          }
          return skipped ? nil : kernel.scripted(made, descriptor)
        }
        try await Harness.run(kernel: scripted) { harness in
          let lost = try Client(harness.address)
          try? lost.send("GET /lost HTTP/1.1\r\nHost: a\r\n\r\n")
          // It is closed, by an end or a reset, without a byte.
          #expect((try? lost.receiveAll()) ?? [] == [], "\(call)")
          try await harness.expectConnections(0)
          let client = try Client(harness.address)
          try client.send("GET /found HTTP/1.1\r\nHost: a\r\n\r\n")
          #expect(try client.receiveAnswers(1)[0].text == "/found")
          let accepted = harness.server.metrics[0].loop.accepted.count
          #expect(accepted == 2)
          #expect(harness.events.all.isEmpty)
        }
      }
    }
  }
#endif

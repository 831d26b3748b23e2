import EventLoop
import Server
import ServerTesting
import Testing

#if DEBUG
  /// Stages and their deadlines, on a clock that the test moves.
  ///
  /// | stage | from | for | then |
  /// |-------|------|-----|------|
  /// | start | accept | head time | silence |
  /// | head | first byte of a request | head time | 408 |
  /// | empty lines | the first | head time | silence |
  /// | content | end of the head | content time | 408 |
  /// | idle | end of the answer | idle time | silence |
  /// | writing | last byte taken, at the slowest pace | stall time | cut |
  /// | lingering | the last answer | linger time | cut |
  @Suite struct TimeTests {
    private static let request = "GET /v1 HTTP/1.1\r\nHost: a\r\n\r\n"
    private static let content = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n"
    private let limits = ServerLimits()

    /// A timeline with one peer.
    private func connected() -> Timeline {
      var timeline = Timeline()
      _ = timeline.connect()
      return timeline
    }

    @Test("Each answer tells the second in which it is given, on every connection of a loop")
    func date() {
      var timeline = connected()
      _ = timeline.connect()
      for (index, peer) in [0, 1, 0, 1, 1].enumerated() {
        timeline.send(Self.request, from: peer)
        timeline.check { machine in
          let text = String(decoding: machine.view(peer).received, as: UTF8.self)
          let date = text.split(separator: "Date: ").last?.prefix(29)
          #expect(date?.hasSuffix(":\(40 + index) GMT") == true, "answer \(index): \(date ?? "")")
        }
        timeline.pass(1_000)
      }
      timeline.end(0)
      timeline.end(1)
      timeline.run()
    }

    @Test("A connection without a byte is closed in silence when a head would be late")
    func start() {
      var timeline = connected()
      timeline.expectDeadline(limits.requestHeadTimeoutMilliseconds, nil)
      timeline.run()
    }

    @Test("A head has its time from its first byte, and bytes that trickle in do not move it")
    func head() {
      var timeline = connected()
      timeline.pass(limits.requestHeadTimeoutMilliseconds - 500)
      timeline.send("G")
      for byte in "ET / HTT" {
        timeline.pass(1_000)
        timeline.send(String(byte))
      }
      timeline.expectDeadline(limits.requestHeadTimeoutMilliseconds - 8_000, "408 ")
      timeline.run()
    }

    @Test("An empty line starts the time of a head, at the start and between requests")
    func emptyLines() {
      for before in ["", Self.request] {
        var timeline = connected()
        timeline.send(before)
        timeline.pass(500)
        timeline.send("\r\n")
        timeline.pass(1_000)
        timeline.send("\r\n")
        timeline.expectDeadline(
          limits.requestHeadTimeoutMilliseconds - 1_000, before.isEmpty ? nil : "200 ")
        timeline.run()
      }
    }

    @Test("Content has its time from the end of the head, and bytes that trickle in do not move it")
    func content() {
      var timeline = connected()
      timeline.send("POST / HTTP/1.1\r\nHost: a\r\n")
      timeline.pass(limits.requestHeadTimeoutMilliseconds - 500)
      timeline.send("Content-Length: 9\r\n\r\n")
      for byte in "abcdefgh" {
        timeline.pass(1_000)
        timeline.send(String(byte))
      }
      timeline.expectDeadline(limits.requestContentTimeoutMilliseconds - 8_000, "408 ")
      timeline.run()
    }

    @Test("Each request has its own time: idle, head and content begin anew")
    func renewed() {
      var timeline = connected()
      for round in 1...5 {
        timeline.pass(round == 1 ? 0 : limits.idleTimeoutMilliseconds - 500)
        timeline.send(String(Self.content.prefix(9)))
        timeline.pass(limits.requestHeadTimeoutMilliseconds - 500)
        timeline.send(String(Self.content.dropFirst(9)))
        timeline.pass(limits.requestContentTimeoutMilliseconds - 500)
        timeline.expectOpen()
        timeline.send("123456789")
        timeline.expectAnswers(round)
      }
      timeline.expectDeadline(limits.idleTimeoutMilliseconds, "405 ")
      timeline.run()
    }

    @Test("A head that begins behind a request has its own time")
    func pipelined() {
      var timeline = connected()
      for round in 1...3 {
        timeline.send(round == 1 ? Self.request + "GET /" : "v1 HTTP/1.1\r\nHost: a\r\n\r\nGET /")
        timeline.expectAnswers(round)
        timeline.pass(limits.requestHeadTimeoutMilliseconds - 500)
        timeline.expectOpen()
      }
      timeline.expectDeadline(500, "408 ")
      timeline.run()
    }

    @Test("A refused connection lingers so long that its answer can be read, and no longer")
    func linger() {
      var timeline = connected()
      timeline.send("nonsense\r\n")
      timeline.expectEnded("400 ")
      timeline.pass(limits.loop.lingerTimeoutMilliseconds - 1)
      timeline.send("more nonsense")
      timeline.check { #expect(!$0.view(0).isClosed) }
      timeline.pass(130)
      timeline.check { #expect($0.view(0).isClosed) }
      timeline.run()
    }

    @Test("A reader that takes nothing, or less than the slowest pace, is cut; another is not")
    func writing() {
      let stall = limits.loop.writeStallTimeoutMilliseconds
      var timeline = connected()
      timeline.take(0)
      timeline.send("GET /bytes/900000 HTTP/1.1\r\nHost: a\r\n\r\n")
      timeline.pass(stall - 1)
      timeline.check { #expect(!$0.view(0).isClosed) }
      timeline.pass(130)
      timeline.check { #expect($0.view(0).isClosed) }
      timeline.run()

      for (bytesPerSecond, isCut) in [(200, true), (1_000, true), (1_100, false), (9_000, false)] {
        var timeline = connected()
        timeline.take(0)
        timeline.send("GET /bytes/900000 HTTP/1.1\r\nHost: a\r\n\r\n")
        // At 1,000 bytes a second the stall time is used up at 24 bytes, or 23 ms, each.
        for _ in 0..<(bytesPerSecond == 1_000 ? 1_000 : 90) {
          timeline.take(bytesPerSecond)
          timeline.pass(1_000)
        }
        timeline.check { #expect($0.view(0).isClosed == isCut, "\(bytesPerSecond) bytes/s") }
        timeline.run()
      }
    }

    @Test("The idle time begins when the last byte of an answer was taken, however slowly")
    func idleAfterSlowAnswer() {
      var timeline = connected()
      timeline.take(0)
      timeline.send("GET /bytes/900000 HTTP/1.1\r\nHost: a\r\n\r\n")
      for _ in 0..<8 {
        timeline.pass(limits.idleTimeoutMilliseconds / 6)
        timeline.take(100_000)
      }
      timeline.expectOpen()
      timeline.take(Int.max)
      timeline.expectDeadline(limits.idleTimeoutMilliseconds, "200 ")
      timeline.run()
    }

    @Test("A draining server gives what is idle a moment, what has begun its time, and then cuts")
    func draining() {
      var timeline = Timeline()
      let parts = ["", Self.request, "\r\n", "GET", Self.content + "12345678", Self.content]
      for part in parts {
        let peer = timeline.connect()
        timeline.send(part, from: peer)
      }
      timeline.drain(within: 15_000)
      timeline.pass(limits.drainGraceMilliseconds - 1)
      for peer in parts.indices { timeline.expectOpen(peer) }
      timeline.pass(130)
      for peer in 0...2 { timeline.expectEnded(peer == 1 ? "200 " : nil, peer: peer) }
      for peer in 3...5 { timeline.expectOpen(peer) }
      timeline.pass(limits.requestHeadTimeoutMilliseconds)
      timeline.expectEnded("408 ", peer: 3)
      timeline.send("9", from: 4)
      timeline.expectEnded("405 ", peer: 4)
      timeline.expectOpen(5)
      timeline.pass(5_000)
      timeline.check { #expect($0.view(5).isClosed && $0.view(5).received.isEmpty) }
      timeline.run()
    }

    @Test("An empty line on a draining server buys no time")
    func drainingEmptyLines() {
      var timeline = connected()
      timeline.drain(within: 15_000)
      timeline.pass(limits.drainGraceMilliseconds / 2)
      timeline.send("\r\n")
      timeline.pass(limits.drainGraceMilliseconds / 2 + 130)
      timeline.expectEnded(nil)
      timeline.run()
    }

    @Test("A handshake has its time from the accept; silent, half, trickling and left by FIN count")
    func handshakes() {
      let half: [UInt8] = [22, 3, 1, 2, 0, 1, 0, 1, 252, 3, 3]
      let deadline = limits.handshakeTimeoutMilliseconds
      var timeline = Timeline()
      for _ in 0..<5 { _ = timeline.connect() }
      timeline.send(half, from: 1)
      timeline.end(2)
      timeline.send(half, from: 3)
      timeline.end(3)
      for byte in half.dropLast() {
        timeline.send([byte], from: 4)
        timeline.pass(deadline / 20)
      }
      timeline.pass(deadline / 2 - 1)
      for peer in [0, 1, 4] { timeline.expectOpen(peer) }
      timeline.pass(130)
      for peer in [0, 1, 4] { timeline.check { #expect($0.view(peer).isClosed) } }
      for peer in [2, 3] { timeline.check { #expect($0.view(peer).isClosed) } }
      let remains = timeline.run(security: Transport.context)
      #expect(remains.abandonedHandshakes == 5)
    }
  }
#endif

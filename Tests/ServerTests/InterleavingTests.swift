import Locks
import Server
import ServerTesting
import Testing

#if DEBUG
  /// Connections of one loop, interleaved at every event, each as if it were alone.
  @Suite struct InterleavingTests {
    private static let methods = ["HEAD", "GET", "POST"]

    /// A request that is answered, for its kind.
    private static func good(_ method: String) -> [UInt8] {
      Array("\(method) /v1 HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nok".utf8)
    }

    /// Requests that are refused, each in another part of it.
    private static func bad(_ method: String) -> [[UInt8]] {
      [
        "\(method) /v1 HTTP/1.1\r\n\r\n", "\(method) /v1 HTTP/2\r\n\r\n",
        "\(method) /v1 HTTP/1.1\r\nHost: a\r\nContent-Length: 99999\r\n\r\n",
        "\(method) /v1 HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nx",
        "\(method) /\(String(repeating: "x", count: 1_200)) HTTP/1.1\r\n\r\n",
      ].map { Array($0.utf8) }
    }

    /// What may happen on one connection: good, refused, cut and timed out, whole and split.
    private static func lives(_ method: String) -> [[ConnectionModel.Event]] {
      let good = good(method)
      let (head, all) = (Array(good[..<20]), Array(good[..<(good.count - 1)]))
      return [
        [.bytes(good)], [.bytes(head), .bytes(Array(good[20...]))], [.bytes(head), .end],
        [.bytes(all), .end], [.bytes(head), .time(16)], [.bytes(all), .time(16)],
      ] + bad(method).map { [.bytes($0)] } + [[.bytes(good), .bytes(bad(method)[0])]]
    }

    /// Runs `lists` of events, interleaved in every order or as many as `atMost`.
    private func compare(_ groups: [[[ConnectionModel.Event]]], atMost: Int) {
      let scripts = groups.flatMap { lists in
        ConnectionModel.interleavings(of: lists, atMost: atMost).map { steps in
          Comparison.Script(connections: lists.count, steps: steps)
        }
      }
      let next = Guarded(0)
      let (count, wrong) = Comparison.run {
        next.withLock { next in
          guard next < scripts.count else { return nil }
          defer { next += 1 }
          return scripts[next]
        }
      }
      #expect(wrong == nil, "\(wrong?.description ?? "")")
      #expect(count == scripts.count)
    }

    @Test("Two connections do not touch each other, in any order of what happens to them")
    func two() {
      let lives = Self.methods.flatMap(Self.lives)
      compare(lives.flatMap { first in lives.map { [first, $0] } }, atMost: 2)
    }

    @Test("A request cut at any byte is one request, whatever comes in between", arguments: methods)
    func everySplit(method: String) {
      let others: [[ConnectionModel.Event]] = Self.methods.flatMap { other in
        [[.bytes(Self.good(other))], [.bytes(Self.bad(other)[0])]]
      }
      let splits = ConnectionModel.splits(of: Self.good(method))
      let refused = ConnectionModel.splits(of: Self.bad(method)[0])
      let groups = (splits + refused).enumerated().map { [$1, others[$0 % others.count]] }
      compare(groups, atMost: 3)
    }

    @Test("Three connections do not touch each other")
    func three() {
      let lives = Self.methods.map(Self.lives)
      let groups = lives[0].indices.flatMap { first in
        lives[1].indices.map { second in
          [lives[0][first], lives[1][second], lives[2][(first + second) % lives[2].count]]
        }
      }
      compare(groups, atMost: 2)
    }

    @Test("Scripts made of numbers end as the model says")
    func scripts() {
      var random = UInt64(11)
      var scripts: [Comparison.Script] = []
      for _ in 0..<100 {
        let bytes = (0..<60).map { _ in
          random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
          return UInt8(truncatingIfNeeded: random >> 40)
        }
        scripts.append(Comparison.Script(from: bytes, connections: 3))
      }
      let left = Guarded(scripts)
      let (count, wrong) = Comparison.run { left.withLock { $0.popLast() } }
      #expect(wrong == nil, "\(wrong?.description ?? "")")
      #expect(count == 100)
    }
  }
#endif

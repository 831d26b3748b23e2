/// Orders of events of several connections: all interleavings of short lists, and scripts made
/// of a fuzzer's bytes. Time is everybody's: a step of time carries `everyone`.
extension ConnectionModel {
  /// Instead of a connection's number: the event is of all connections. Time always is.
  package static let everyone = -1

  /// One event of one connection, or of `everyone`.
  package typealias Step = (connection: Int, event: Event)

  /// Feeds one step to those whom it concerns. A number that none has is ignored.
  static func feed(_ step: Step, to models: inout [ConnectionModel]) {
    for index in models.indices where step.connection == everyone || step.connection == index {
      models[index].feed(step.event)
    }
  }

  // MARK: Interleavings

  /// Orders in which events of the lists can happen, each list's own order kept: all of them, or
  /// `atMost`, spread evenly, where there are more. The number of a connection is its list's.
  package static func interleavings(of lists: [[Event]], atMost: Int = 10_000) -> [[Step]] {
    let total = orders(lists.map(\.count))
    let wanted = min(total, UInt64(max(atMost, 0)))
    return (0..<wanted).map { number in
      // number * total / wanted, less than total: it cannot overflow.
      let product = number.multipliedFullWidth(by: total)
      return interleaving(of: lists, rank: wanted.dividingFullWidth(product).quotient)
    }
  }

  /// How many interleavings lists of these lengths have; 2^62 stands for all that is more.
  static func orders(_ lengths: [Int]) -> UInt64 {
    let most: UInt64 = 1 << 62
    var result: UInt64 = 1
    var placed: UInt64 = 0
    for length in lengths {
      for count in 0..<length {
        placed += 1
        let (product, overflow) = result.multipliedReportingOverflow(by: placed)
        if overflow { return most }
        result = product / UInt64(count + 1)
      }
    }
    return min(result, most)
  }

  /// The interleaving of a rank in the order of the lists.
  private static func interleaving(of lists: [[Event]], rank: UInt64) -> [Step] {
    var places = lists.map { _ in 0 }
    var rank = rank
    var steps: [Step] = []
    for _ in 0..<lists.reduce(0, { $0 + $1.count }) {
      let open = lists.indices.filter { places[$0] < lists[$0].count }
      for list in open {
        var left = lists.indices.map { lists[$0].count - places[$0] }
        left[list] -= 1
        let count = orders(left)
        if rank >= count && list != open.last {
          rank -= count
          continue
        }
        let event = lists[list][places[list]]
        places[list] += 1
        if case .time = event {
          steps.append((everyone, event))
        } else {
          steps.append((list, event))
        }
        break
      }
    }
    return steps
  }

  /// A request whole, and at every split in two: the lists of events for `interleavings`.
  package static func splits(of request: [UInt8]) -> [[Event]] {
    var lists: [[Event]] = [[.bytes(request)]]
    for place in request.indices.dropFirst() {
      lists.append([.bytes(Array(request[..<place])), .bytes(Array(request[place...]))])
    }
    return lists
  }

  // MARK: Fuzz scripts

  /// Events of several connections, made of a fuzzer's bytes: requests of `samples` put behind
  /// one another and cut anywhere, FINs, and time. Never more steps than twice the bytes.
  ///
  /// Two bytes make a step: the first names the connection and what happens, the second a sample,
  /// an amount or a time. Times are multiples of 4 s: with deadlines that are even but no multiple
  /// of 4 (those of `Limits()`), no sum of steps meets a deadline exactly.
  static func script(
    from bytes: [UInt8], connections: Int, limits: Limits = Limits()
  ) -> [(connection: Int, event: Event)] {
    let samples = samples(for: limits)
    guard connections > 0, !samples.isEmpty else { return [] }
    var unsent = [[UInt8]](repeating: [], count: connections)
    var hasEnded = [Bool](repeating: false, count: connections)
    var steps: [Step] = []

    func send(_ connection: Int, _ count: Int) {
      let part = Array(unsent[connection].prefix(max(count, 0)))
      unsent[connection] = Array(unsent[connection].dropFirst(part.count))
      if !part.isEmpty { steps.append((connection, .bytes(part))) }
    }

    for place in stride(from: 0, to: bytes.count - 1, by: 2) {
      let (choice, amount) = (Int(bytes[place]), Int(bytes[place + 1]))
      let connection = choice % connections
      let action = choice / connections % 10
      if action == 9 {
        steps.append((everyone, .time([4, 8, 16, 40][amount % 4])))
        continue
      }
      guard !hasEnded[connection] else { continue }
      switch action {
      case 0, 1, 2:  // a request, with what is unsent before it, whole
        unsent[connection] += samples[amount % samples.count]
        send(connection, .max)
      case 3, 4, 5:  // a request, for later pieces
        unsent[connection] += samples[amount % samples.count]
      case 6:  // a few bytes, or all up to the end of a head
        let whole = amount % 2 == 0 ? nil : endOfHead(unsent[connection])
        send(connection, whole ?? amount / 2 + 1)
      case 7:  // two pieces, cut anywhere
        let count = unsent[connection].count
        send(connection, count * amount / 256)
        send(connection, .max)
      default:
        send(connection, amount % 2 == 0 ? amount : .max)
        steps.append((connection, .end))
        hasEnded[connection] = true
      }
    }
    return steps
  }

  private static func endOfHead(_ bytes: [UInt8]) -> Int? {
    let end: [UInt8] = [13, 10, 13, 10]
    let starts = bytes.indices.dropLast(3)
    return starts.first { bytes[$0..<($0 + 4)].elementsEqual(end) }.map { $0 + 4 }
  }

  /// Requests good and bad, each for one thing, with sizes far from the edges of the limits.
  static func samples(for limits: Limits) -> [[UInt8]] {
    let host = "Host: a.example\r\n"
    func many(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }
    func request(_ line: String, _ fields: String = "", _ content: String = "") -> String {
      "\(line)\r\n\(host)\(fields)\r\n\(content)"
    }
    var all: [String] = []
    for method in ["HEAD", "GET", "POST"] {
      let line = "\(method) /v1 HTTP/1.1"
      all += [
        request(line), request(line), request(line, "Connection: close\r\n"),
        request(line, "Content-Length: 5\r\n", "hello"),
        request(line, "Content-Length: 5\r\nExpect: 100-continue\r\n", "hello"),
        request(line, "Transfer-Encoding: chunked\r\n", "5;a=b\r\nhello\r\n0\r\nX-T: 1\r\n\r\n"),
        request(
          line, "Transfer-Encoding: Chunked\r\n",
          "3\r\nabc\r\n2 ; x=\"y\"\r\nde\r\n0\r\n\r\n"),
        request(line, "Transfer-Encoding: chunked\r\n", "zz\r\nhello\r\n0\r\n\r\n"),
        request(line, "Transfer-Encoding: chunked\r\n", "5\r\nhelloX\r\n0\r\n\r\n"),
        request(line, "Transfer-Encoding: chunked\r\n", "ffffff\r\n"),
        request(line, "Transfer-Encoding: br, chunked\r\n", "0\r\n\r\n"),
        request(line, "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n", "0\r\n\r\n"),
        request(line, "Content-Length: 5\r\nContent-Length: 5\r\n", "hello"),
        request(line, "Content-Length: 5, 5\r\n", "hello"),
        request(line, "Content-Length: +5\r\n", "hello"),
        request(line, "Content-Length: \(limits.requestContentBytesMax + 100)\r\n"),
        request(line, "Expect: a-miracle\r\n"), request(line, "X : 1\r\n"),
        request(line, "X: 1\r\n 2\r\n"), request(line, "X: a\u{0}b\r\n"),
        request(line, "X: a\u{1}b\r\n"), request(line, "no colon\r\n"),
        request(line, host), "\(line)\r\n\r\n", "\(line)\r\nHost:\r\n\r\n",
        "\(line)\nHost: a.example\n\n", "\(line)\r\nHost: a b\r\n\r\n",
        request(line, many("X: 1\r\n", limits.fieldCountMax + 8)),
        request(line, "X: \(many("x", 2 * limits.headerSectionBytesMax))\r\n"),
        request("\(method) /\(many("x", 2 * limits.requestLineBytesMax)) HTTP/1.1"),
        request("\(method) /v1 HTTP/2.0"), request("\(method) /v1 HTTP/2"),
        request("\(method) /v1 HTTP/1.x"), request("\(method)  /v1 HTTP/1.1"),
        request("\(method) /v1 HTTP/1.0"), "\(method) /v1 HTTP/1.0\r\n\r\n",
        request("\(method) /v1 HTTP/1.0", "Connection: keep-alive\r\n"),
        request("\(method) http://b.example:81/v1 HTTP/1.1"),
        "\r\n" + request(line), many("\r\n", limits.emptyLinesMax + 4) + request(line),
      ]
    }
    all += [
      request("OPTIONS * HTTP/1.1"), request("OPTIONS /v1 HTTP/1.1"), "\r\n",
      request("BREW /v1 HTTP/1.1"), request("G@T /v1 HTTP/1.1"), request("GET /v1"),
      "CONNECT a.example:443 HTTP/1.1\r\nHost: a.example:443\r\n\r\n",
      "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "\u{16}\u{3}\u{1}\u{2}\r\n\r\n", "\n", "\r",
    ]
    return all.map { Array($0.utf8) }
  }
}

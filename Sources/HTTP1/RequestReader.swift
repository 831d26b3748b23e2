package import HTTP

/// What a connection's bytes turned out to be.
package enum Event: Equatable {
  /// A whole head is the first `bytes` bytes. Its ranges count from the first byte presented; it
  /// holds until the next call, of any reader of the loop.
  case head(RequestHead, bytes: Int)
  /// The content, if there was any, is over: `bytes` bytes belonged to it. The next request may
  /// follow.
  case end(bytes: Int)
  /// `bytes` bytes are used up. Present the rest again, with more behind it.
  case more(bytes: Int)
  /// This is no request that can be served. Answer it, then close.
  case refused(WireError)
}

/// Finds the requests in the bytes of one connection (RFC 9112). It holds no bytes: what it says is
/// used up may go, the rest is to be presented again with what came behind it.
///
/// | phase | what comes | event | next |
/// | --- | --- | --- | --- |
/// | idle, lines | CRLF | more | lines; lineReturn where only CR came |
/// | idle, lines, head | part of a head | more | head, which holds a parser |
/// | idle, lines, head | the end of a head | head | content |
/// | content | part of the content | more | content |
/// | content | its end, at once where there is none | end | idle, or closed unless it persists |
/// | any | what is not allowed | refused | closed |
/// | closed | anything | more, all used up | closed |
package struct RequestReader {
  private enum Phase: UInt8 {
    case idle, lineReturn, lines, head, content, closed
  }

  private var phase = Phase.idle {
    didSet {
      isIdle = phase == .idle
      isWithinRequest = phase == .head || phase == .content
    }
  }
  /// Whether nothing came since the last request. Stored, as what follows: to ask for the phase
  /// from another room would copy the reader, for every event.
  package private(set) var isIdle = true
  /// Whether a request has begun, by more than empty lines, and not ended.
  package private(set) var isWithinRequest = false
  /// Whether the request that is being read, or was refused, is known to be a HEAD: no answer to it
  /// has content, whatever it says (RFC 9110 §9.3.2).
  package private(set) var isHead = false
  private var emptyLines: UInt32 = 0
  /// What the answer to the last head says of the connection (RFC 9112 §9.3).
  package private(set) var connectionOption = ConnectionOption.none
  /// After a head: whether the connection may go on once the answer is sent.
  package var persists: Bool { connectionOption != .close }
  /// After a head: whether the peer has said that this is its last request (RFC 9112 §9.6).
  package private(set) var isPeersLast = false
  /// After a head: whether the peer waits for `100 Continue`, having sent none of its content.
  package private(set) var awaitsContinue = false
  private var requests: UInt32 = 0
  /// The parser of a head that is not whole yet.
  private var partial: HeadParser?
  private var content = ContentDecoder()

  package init() {}

  /// Reads on. `bytes` begin with the first byte that was not used up.
  package mutating func next(
    _ bytes: Span<UInt8>, limits: Limits, parsers: HeadParsers
  ) -> Event {
    do throws(WireError) {
      switch phase {
      case .idle, .lineReturn, .lines: return try begin(bytes, limits, parsers)
      case .head: return try resume(bytes, limits, parsers)
      case .content: return try skip(bytes, limits)
      case .closed: return .more(bytes: bytes.count)
      }
    } catch {
      phase = .closed
      connectionOption = .close
      awaitsContinue = false
      return .refused(error)
    }
  }

  /// Gives the parser back that half a head may hold. To be called when the connection goes.
  package mutating func release(to parsers: HeadParsers) {
    if let partial { parsers.release(partial) }
    partial = nil
    phase = .closed
  }

  /// Steps over empty lines before the request line (RFC 9112 §2.2), then reads the head.
  private mutating func begin(
    _ bytes: Span<UInt8>, _ limits: Limits, _ parsers: HeadParsers
  ) throws(WireError) -> Event {
    var start = 0
    while start < bytes.count {
      let byte = bytes[start]
      if phase == .lineReturn {
        guard byte == 0x0A else { throw WireError(.emptyLines, offset: start) }
        phase = .lines
      } else {
        guard byte == 0x0D else { break }
        guard emptyLines < limits.leadingEmptyLinesMax else {
          throw WireError(.emptyLines, offset: start)
        }
        emptyLines &+= 1
        phase = .lineReturn
      }
      start += 1
    }
    guard start < bytes.count else { return .more(bytes: start) }
    return try parse(bytes, from: start, limits, parsers)
  }

  private mutating func resume(
    _ bytes: Span<UInt8>, _ limits: Limits, _ parsers: HeadParsers
  ) throws(WireError) -> Event {
    if let partial { parsers.attach(partial) }
    partial = nil
    return try parse(bytes, from: nil, limits, parsers)
  }

  private mutating func parse(
    _ bytes: Span<UInt8>, from start: Int?, _ limits: Limits, _ parsers: HeadParsers
  ) throws(WireError) -> Event {
    let parser = parsers.current
    defer { isHead = parser.isHead }
    guard let head = try parser.parse(bytes, from: start, limits: limits) else {
      partial = parsers.detach()
      phase = .head
      return .more(bytes: 0)
    }
    emptyLines = 0
    requests &+= 1
    isPeersLast = !head.persists
    let persists = head.persists && requests < limits.requestsPerConnectionMax
    connectionOption = !persists ? .close : head.version == .http10 ? .keepAlive : .none
    awaitsContinue = head.awaitsContinue
    content = ContentDecoder(head.content)
    phase = .content
    return .head(parser.head, bytes: head.bytes)
  }

  private mutating func skip(
    _ bytes: Span<UInt8>, _ limits: Limits
  ) throws(WireError) -> Event {
    if !bytes.isEmpty { awaitsContinue = false }
    let used = try content.read(bytes, limits: limits)
    guard content.state == .whole else { return .more(bytes: used) }
    phase = persists ? .idle : .closed
    isHead = false
    return .end(bytes: used)
  }
}

import HTTP

/// What a connection's bytes turned out to be.
package enum Event: Equatable, Sendable {
  /// A whole head is the first `bytes` bytes. Until the next call it is `parsers.current.head`, whose
  /// ranges count from the first byte presented.
  case head(bytes: Int)
  /// The content, if there was any, is over: `bytes` bytes belonged to it. The next request may follow.
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
/// | idle | CRLF | more | idle; idleReturn where only CR came |
/// | idle, head | part of a head | more | head, which holds a parser |
/// | idle, head | the end of a head | head | end, length or chunked |
/// | end | anything, or nothing | end | idle; closed unless the connection persists |
/// | length, chunked | part of the content | more | the same |
/// | length, chunked | the end of the content | end | idle; closed unless the connection persists |
/// | any | what is not allowed | refused | closed |
/// | closed | anything | more, all used up | closed |
package struct RequestReader {
  private enum Phase: UInt8 {
    case idle, idleReturn, head, end, length, chunked, closed
  }

  private var phase = Phase.idle
  private var emptyLines: UInt32 = 0
  /// After a head: whether the connection may go on once the answer is sent.
  package private(set) var persists = true
  /// After a head: whether the peer waits for `100 Continue`, having sent none of its content.
  package private(set) var awaitsContinue = false
  private var version = Version.http11
  private var requests: UInt32 = 0
  /// The parser of a head that is not whole yet.
  private var partial: HeadParser?
  private var remaining = 0
  private var chunks = ChunkedDecoder()

  package init() {}

  /// Whether no byte of a next request has been seen.
  package var isIdle: Bool { phase == .idle }

  /// Reads on. `bytes` begin with the first byte that was not used up.
  package mutating func next(
    _ bytes: Span<UInt8>, limits: Limits, parsers: HeadParsers
  ) -> Event {
    var offset = 0
    do throws(WireError.Reason) {
      switch phase {
      case .idle, .idleReturn: return try begin(bytes, limits, parsers, &offset)
      case .head: return try resume(bytes, limits, parsers, &offset)
      case .end: return end(0)
      case .length: return skip(bytes)
      case .chunked:
        if !bytes.isEmpty { awaitsContinue = false }
        try chunks.run(bytes, limits: limits, offset: &offset)
        return chunks.state == .whole ? end(offset) : .more(bytes: offset)
      case .closed: return .more(bytes: bytes.count)
      }
    } catch {
      phase = .closed
      persists = false
      awaitsContinue = false
      return .refused(WireError(error, offset: offset))
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
    _ bytes: Span<UInt8>, _ limits: Limits, _ parsers: HeadParsers, _ offset: inout Int
  ) throws(WireError.Reason) -> Event {
    while offset < bytes.count {
      let isReturn = bytes[offset] == 0x0D
      if phase == .idleReturn {
        guard bytes[offset] == 0x0A else { throw .emptyLines }
        phase = .idle
      } else if isReturn {
        guard emptyLines < limits.leadingEmptyLinesMax else { throw .emptyLines }
        emptyLines &+= 1
        phase = .idleReturn
      } else {
        break
      }
      offset += 1
    }
    guard offset < bytes.count else { return .more(bytes: offset) }
    parsers.current.begin(at: offset)
    return try parse(bytes, limits, parsers, &offset)
  }

  private mutating func resume(
    _ bytes: Span<UInt8>, _ limits: Limits, _ parsers: HeadParsers, _ offset: inout Int
  ) throws(WireError.Reason) -> Event {
    if let partial { parsers.attach(partial) }
    partial = nil
    return try parse(bytes, limits, parsers, &offset)
  }

  private mutating func parse(
    _ bytes: Span<UInt8>, _ limits: Limits, _ parsers: HeadParsers, _ offset: inout Int
  ) throws(WireError.Reason) -> Event {
    let parser = parsers.current
    defer { offset = parser.position }
    guard try parser.parse(bytes, limits: limits) else {
      partial = parsers.detach()
      phase = .head
      return .more(bytes: 0)
    }
    emptyLines = 0
    requests &+= 1
    version = parser.head.version
    persists = parser.persists && requests < limits.requestsPerConnectionMax
    awaitsContinue = parser.expectsContinue && parser.content != .none
    switch parser.content {
    case .none: phase = .end
    case .length(let length):
      phase = .length
      remaining = length
    case .chunked:
      phase = .chunked
      chunks = ChunkedDecoder()
    }
    return .head(bytes: parser.position)
  }

  private mutating func skip(_ bytes: Span<UInt8>) -> Event {
    if !bytes.isEmpty { awaitsContinue = false }
    guard bytes.count < remaining else { return end(remaining) }
    remaining -= bytes.count
    return .more(bytes: bytes.count)
  }

  private mutating func end(_ bytes: Int) -> Event {
    phase = persists ? .idle : .closed
    return .end(bytes: bytes)
  }
}

extension RequestReader {
  /// What the answer to the last head says of the connection (RFC 9112 §9.3).
  package var connectionOption: ConnectionOption {
    guard persists else { return .close }
    return version == .http10 ? .keepAlive : .none
  }
}

internal import Bytes
internal import EventLoop
internal import HTTP
internal import HTTP1

/// One connection: reads requests from its bytes, asks the responder, writes the answers.
///
/// A request is answered when its content has been read: content means nothing to any resource, but
/// an answer sent before could be lost to a client that still sends. Answers go out in the order of
/// the requests.
final class HTTP1Handler<Answers: Responder>: StreamHandler {
  /// What the connection waits for, which decides its deadline.
  private enum Stage {
    case idle, head, content
  }

  /// An answer that waits for the end of its request's content.
  private struct Answer {
    var response: Response
    var isHead: Bool
  }

  private let context: LoopContext<Answers>
  /// It lets go of its streams, and so of this, before it ends.
  private let loop: Loop
  private let endpoint: Endpoint
  /// Whether the peer is a proxy that is believed.
  private let isFromTrustedProxy: Bool
  let peer: PeerAddress
  /// Whether the connection is counted as one of the peer's.
  private var isCounted = false
  private var reader = RequestReader()
  /// Bytes received and not used yet: a head in part, or requests put off for lack of room.
  private var kept: [UInt8] = []
  private var waiting: Answer?
  /// At its start it is idle, but for no longer than a head may take.
  private var stage = Stage.idle

  init(
    _ context: LoopContext<Answers>, _ loop: Loop, _ endpoint: Endpoint, peer: PeerAddress,
    isFromTrustedProxy: Bool
  ) {
    self.context = context
    self.loop = loop
    self.endpoint = endpoint
    self.peer = peer
    self.isFromTrustedProxy = isFromTrustedProxy
  }

  func opened(_ stream: Stream, isRefused: Bool, into output: inout Output) -> Directive {
    if isRefused {
      refuse(.full, .serviceUnavailable, "All connections are in use.", &output)
      return .finish
    }
    switch count() {
    case .counted, .uncounted: return .keep
    case .cut:
      context.counters.refused(.clientLimit)
      return .abort
    case .refused:
      refuse(
        .clientLimit, .tooManyRequests, "There are too many connections from this address.",
        &output)
      return .finish
    }
  }

  /// Counts the connection, once, as one of the peer's. Those of a trusted proxy are many clients'.
  func count() -> ClientTable.Opening {
    guard let rateLimiter = context.rateLimiter, !isFromTrustedProxy, !isCounted else {
      return .uncounted
    }
    let opening = rateLimiter.open(ClientKey(peer))
    isCounted = opening == .counted || opening == .refused
    return opening
  }

  func receive(_ bytes: Span<UInt8>, on stream: Stream, into output: inout Output) -> Directive {
    if kept.isEmpty {
      let (used, directive) = advance(bytes, stream, &output)
      return keep(bytes.extracting(used...), &output) ? directive : .finish
    }
    guard keep(bytes, &output) else { return .finish }
    return advanceKept(stream, &output)
  }

  func resume(_ stream: Stream, into output: inout Output) -> Directive {
    // What was answered has gone out only now: what comes next has its time from here on.
    advanceKept(stream, &output, hasAnswered: true)
  }

  func inputEnded(on stream: Stream, into output: inout Output) -> Directive {
    if reader.isWithinRequest {
      refuse(.truncated, .badRequest, "The connection ended within a request.", &output)
    }
    return .finish
  }

  func expired(_ stream: Stream, into output: inout Output) -> Directive {
    // Between requests there is nothing to say, and nothing unread that a close would reset.
    guard reader.isWithinRequest else { return .abort }
    refuse(.timeout, .requestTimeout, "The request did not arrive in time.", &output)
    return .finish
  }

  func drain(_ stream: Stream, into output: inout Output) -> Directive {
    if !reader.isWithinRequest {
      // A request may be on its way: it gets an answer, which says that it is the last.
      stream.deadline = loop.clock.milliseconds &+ context.limits.drainGraceMilliseconds
    }
    return .keep
  }

  func closed() {
    if isCounted { context.rateLimiter?.close(ClientKey(peer)) }
    context.keptBytes -= kept.count
    reader.release(to: context.parsers)
  }

  private func advanceKept(
    _ stream: Stream, _ output: inout Output, hasAnswered: Bool = false
  ) -> Directive {
    var held: [UInt8] = []
    swap(&held, &kept)
    let (used, directive) = advance(held.span, stream, &output, hasAnswered: hasAnswered)
    context.keptBytes -= used
    if used == 0 {
      swap(&held, &kept)
    } else if used < held.count {
      kept = Array(held[used...])
    }
    return directive
  }

  /// Keeps `bytes` behind what is kept; false, and refused, when all connections together keep too
  /// much.
  private func keep(_ bytes: Span<UInt8>, _ output: inout Output) -> Bool {
    guard !bytes.isEmpty else { return true }
    guard context.keptBytes + bytes.count <= context.limits.halfReadPerLoopBytesMax else {
      refuse(.halfRead, .serviceUnavailable, "Too many requests are half read.", &output)
      return false
    }
    kept.append(bytes)
    context.keptBytes += bytes.count
    return true
  }

  /// Reads and answers as many requests as `bytes` hold and `output` has room for.
  private func advance(
    _ bytes: Span<UInt8>, _ stream: Stream, _ output: inout Output, hasAnswered: Bool = false
  ) -> (Int, Directive) {
    let limits = context.limits.wire
    context.setDate(loop.clock.wallSeconds)
    let cameWhole = reader.isIdle
    var used = 0
    var hasAnswered = hasAnswered
    while true {
      let rest = bytes.extracting(used...)
      switch reader.next(rest, limits: limits, parsers: context.parsers) {
      case .head(let head, let count):
        used += count
        waiting = answer(head, rest)
        if reader.awaitsContinue, used == bytes.count {
          output.bytes.append(ResponseHead.interim)
        }
      case .end(let count):
        used += count
        guard let answer = waiting else { return (used, .abort) }
        waiting = nil
        hasAnswered = true
        stream.answers += 1
        context.counters.answered(answer.response)
        // A drain may have begun since the head.
        let option = loop.isDraining ? .close : reader.connectionOption
        context.write(
          answer.response, isHead: answer.isHead, isSecure: endpoint.isSecure, option,
          to: &output)
        if case .close = option {
          // Who sends in pieces, or something behind it, may send more whatever was said: bytes
          // that meet a closed socket reset the connection, and the answer may go with it.
          let isAll = cameWhole && used == bytes.count
          return (used, isAll && reader.isPeersLast ? .end : .finish)
        }
        if output.count >= context.limits.outputBytesMax, used < bytes.count {
          return (used, .more)
        }
      case .more(let count):
        used += count
        setDeadline(of: stream, hasAnswered)
        return (used, .keep)
      case .refused(let error):
        waiting = nil
        refuse(.wire(error.reason), error.status, error.detail, &output)
        return (bytes.count, .finish)
      }
    }
  }

  private func answer(_ head: RequestHead, _ bytes: Span<UInt8>) -> Answer {
    let request = Request(head: head, bytes: bytes, isFromTrustedProxy: isFromTrustedProxy)
    let response =
      isAboveRate(request)
      ? context.tooManyRequests
      : endpoint.isRedirecting ? context.redirect(request) : context.responder.respond(to: request)
    if context.recorder != nil { record(request, response) }
    return Answer(response: response, isHead: reader.isHead)
  }

  private func isAboveRate(_ request: borrowing Request) -> Bool {
    guard let rateLimiter = context.rateLimiter else { return false }
    return !rateLimiter.admits(
      request, from: ClientKey(peer), trusting: context.trustedProxies,
      at: loop.clock.milliseconds)
  }

  /// Hands the request to the access log, with the client that a trusted proxy names.
  private func record(_ request: borrowing Request, _ response: Response) {
    var client = peer
    if isFromTrustedProxy, case .address(let address) = context.trustedProxies.client(of: request) {
      client = .internet(address.number)
    }
    context.recorder?.record(
      request, response, from: client, nanoseconds: loop.nanosecondsSinceWait)
  }

  /// Refuses a request that came in plain where TLS is spoken.
  func refusePlain(_ bytes: Span<UInt8>, into output: inout Output) {
    _ = reader.next(bytes, limits: context.limits.wire, parsers: context.parsers)
    refuse(
      .plain, .badRequest, "This port speaks TLS: use https:// instead of http://.",
      isSecure: false, &output)
  }

  /// Writes the last answer. Whether it is to a HEAD this connection's reader tells, and nothing
  /// that connections share.
  private func refuse(
    _ reason: RejectionReason, _ status: Status, _ detail: StaticString, isSecure: Bool? = nil,
    _ output: inout Output
  ) {
    context.refuse(
      reason, status, detail, from: peer, isHead: reader.isHead,
      isSecure: isSecure ?? endpoint.isSecure, at: loop.clock.wallSeconds, to: &output)
  }

  /// A stage's deadline is set when it begins and not moved by bytes that trickle in. While the
  /// loop drains, only a request that has begun gets the time that it would have otherwise.
  private func setDeadline(of stream: Stream, _ hasAnswered: Bool) {
    let next: Stage = waiting != nil ? .content : reader.isIdle ? .idle : .head
    guard hasAnswered || next != stage else { return }
    stage = next
    stream.activity = next == .idle ? .idle : .reading
    let milliseconds =
      switch next {
      case _ where loop.isDraining && !reader.isWithinRequest: context.limits.drainGraceMilliseconds
      case .idle: context.limits.idleTimeoutMilliseconds
      case .head: context.limits.requestHeadTimeoutMilliseconds
      case .content: context.limits.requestContentTimeoutMilliseconds
      }
    stream.deadline = loop.clock.milliseconds &+ milliseconds
  }
}

internal import Bytes
internal import EventLoop
internal import HTTP
internal import TLS

/// TLS around a connection: what the loop receives is decrypted for it, what it answers encrypted.
///
/// | stage     | means                                     | leaves by                          |
/// |-----------|-------------------------------------------|------------------------------------|
/// | greeting  | not a byte has come; there is no session  | first byte → handshake, or over    |
/// | handshake | keys are being agreed                     | done → open; failed → over         |
/// | open      | requests and answers travel               | either side ends, failure → over   |
/// | over      | all is said, our close_notify included    |                                    |
///
/// A large answer is encrypted as the peer takes it: what waits in `pending` is shared plain bytes,
/// and nothing is received meanwhile.
final class TLSHandler<Answers: Responder>: StreamHandler {
  private enum Stage {
    case greeting, handshake, open, over
  }

  private let inner: HTTP1Handler<Answers>
  private let context: LoopContext<Answers>
  private let security: TLSLoopState
  /// The loop owns its streams and outlives them.
  private unowned let loop: Loop
  private var session: Session?
  private var stage = Stage.greeting
  /// Its place among those of the loop, while it is under way.
  private var handshake: HandshakeQueue.Entry?
  private var isRefused = false
  /// Whether the connection was told that the peer sends nothing more.
  private var hasToldEnd = false
  /// Plain bytes that are not encrypted yet, and what comes after them.
  private var pending = Backlog()
  private var afterPending = Directive.keep

  init(
    _ inner: HTTP1Handler<Answers>, _ context: LoopContext<Answers>, _ security: TLSLoopState,
    _ loop: Loop
  ) {
    self.inner = inner
    self.context = context
    self.security = security
    self.loop = loop
  }

  func opened(_ stream: Stream, isRefused: Bool, into output: inout Output) -> Directive {
    // A handshake costs more than most requests: who has too many connections gets none.
    if !isRefused {
      let opening = inner.count()
      if opening == .refused || opening == .cut {
        context.counters.refused(.clientLimit)
        stage = .over
        return .abort
      }
    }
    self.isRefused = isRefused
    stream.isCostly = true
    stream.activity = .opening
    return .keep
  }

  func receive(_ bytes: Span<UInt8>, on stream: Stream, into output: inout Output) -> Directive {
    if stage == .greeting {
      if isPlainRequest(bytes) { return refusePlain(bytes, stream, &output) }
      beginHandshake(stream)
      session = try? Session(security.context)
    }
    var plaintext: [UInt8] = []
    swap(&plaintext, &security.plaintext)
    defer { swap(&plaintext, &security.plaintext) }
    guard let count = session?.receive(bytes, into: &plaintext, output: &output.bytes) else {
      return .abort
    }
    if stage == .handshake {
      guard let directive = goOn(stream, &output) else { return .keep }
      guard directive == .keep else { return send(directive, stream, &output) }
    }
    var directive = Directive.keep
    if count > 0 {
      let bytes = plaintext.span.extracting(..<count)
      directive = inner.receive(bytes, on: stream, into: &security.plain)
    }
    return send(directive, stream, &output)
  }

  func resume(_ stream: Stream, into output: inout Output) -> Directive {
    switch stage {
    case .greeting, .handshake: return .keep
    case .over: return .finish
    case .open: break
    }
    guard pending.isEmpty else { return sendPending(stream, &output) }
    return send(inner.resume(stream, into: &security.plain), stream, &output)
  }

  func inputEnded(on stream: Stream, into output: inout Output) -> Directive {
    // Without the peer's close_notify its bytes were cut off, by whomever: what it asked in full is
    // answered already, a request in part is none, and the connection hears of no end.
    leaveHandshake(.abandoned)
    end(&output)
    return .finish
  }

  func expired(_ stream: Stream, into output: inout Output) -> Directive {
    guard stage == .open else { return .abort }
    let directive = inner.expired(stream, into: &security.plain)
    return send(directive == .abort ? .finish : directive, stream, &output)
  }

  func drain(_ stream: Stream, into output: inout Output) -> Directive {
    switch stage {
    case .greeting, .handshake:
      let grace = loop.clock.milliseconds &+ context.limits.drainGraceMilliseconds
      stream.deadline = min(stream.deadline, grace)
      return .keep
    case .open:
      let directive = inner.drain(stream, into: &security.plain)
      if pending.isEmpty { return send(directive, stream, &output) }
      // While plain bytes wait, so does the loop's backlog: `resume` comes by itself.
      security.plain.move(to: &pending)
      return .keep
    case .over:
      return .keep
    }
  }

  func closed() {
    leaveHandshake(.abandoned)
    inner.closed()
  }

  // MARK: The handshake

  /// What comes after the session has heard of the peer: `nil` while the handshake goes on.
  private func goOn(_ stream: Stream, _ output: inout Output) -> Directive? {
    if session?.phase == .handshake { return nil }
    stream.isCostly = false
    stream.activity = .reading
    guard session?.phase == .open || session?.phase == .peerEnded else {
      // What has failed is told by an alert, where there is one to send.
      leaveHandshake(.failed)
      stage = .over
      return output.isEmpty ? .abort : .finish
    }
    leaveHandshake(.completed)
    stage = .open
    let milliseconds =
      loop.isDraining
      ? context.limits.drainGraceMilliseconds : context.limits.requestHeadTimeoutMilliseconds
    stream.deadline = loop.clock.milliseconds &+ milliseconds
    return inner.opened(stream, isRefused: isRefused, into: &security.plain)
  }

  private func beginHandshake(_ stream: Stream) {
    let (entry, crowdedOut) = security.handshakes.begin(
      on: stream, countMax: context.limits.handshakesPerLoopMax)
    handshake = entry
    if let old = crowdedOut?.stream { loop.expire(old, at: loop.clock.milliseconds) }
    stage = .handshake
  }

  /// Counts how the handshake ended, where it was under way or to come, and frees its place. To be
  /// followed by another stage.
  private func leaveHandshake(_ outcome: ServerCounters.Handshake) {
    guard stage == .greeting || stage == .handshake else { return }
    let isCrowdedOut = handshake?.isCrowdedOut == true && outcome == .abandoned
    context.counters.ended(isCrowdedOut ? .refused : outcome)
    guard let entry = handshake else { return }
    handshake = nil
    security.handshakes.end(entry)
  }

  /// A TLS record of a handshake begins with 22; a request begins with the letters of its method.
  private func isPlainRequest(_ bytes: Span<UInt8>) -> Bool {
    bytes.count > 0 && UInt8(ascii: "A")...UInt8(ascii: "Z") ~= bytes[0]
  }

  private func refusePlain(
    _ bytes: Span<UInt8>, _ stream: Stream, _ output: inout Output
  ) -> Directive {
    stage = .over
    stream.isCostly = false
    inner.refusePlain(bytes, into: &output)
    return .finish
  }

  // MARK: Output

  /// Encrypts what the connection gathered, and does as it directs.
  private func send(
    _ first: Directive, _ stream: Stream, _ output: inout Output
  ) -> Directive {
    var directive = first
    while true {
      if stage == .over || directive == .abort {
        security.plain.removeAll()
        return directive
      }
      if security.plain.isOfferedWhole, security.plain.count <= context.limits.encryptBytesMax {
        encryptPlain(&output)
      } else {
        security.plain.move(to: &pending)
        encryptPending(&output)
        if !pending.isEmpty {
          afterPending = directive
          return .more
        }
      }
      switch session?.phase {
      case .open: break
      case .peerEnded where directive == .keep && !hasToldEnd:
        hasToldEnd = true
        directive = inner.inputEnded(on: stream, into: &security.plain)
        continue
      case .peerEnded: break
      case .handshake, .failed, nil:
        stage = .over
        return output.isEmpty ? .abort : .finish
      }
      if directive.isLast { end(&output) }
      return directive
    }
  }

  private func sendPending(_ stream: Stream, _ output: inout Output) -> Directive {
    encryptPending(&output)
    guard pending.isEmpty else { return .more }
    return send(afterPending, stream, &output)
  }

  private func encryptPlain(_ output: inout Output) {
    var left = security.plain.count
    guard left > 0 else { return }
    security.plain.withPieces { piece in
      left -= piece.count
      encrypt(piece, isLast: left == 0, &output)
    }
    security.plain.removeAll()
  }

  private func encryptPending(_ output: inout Output) {
    let count = min(pending.count, context.limits.encryptBytesMax)
    var left = count
    pending.withPieces { piece in
      guard left > 0 else { return }
      let bytes = piece.extracting(..<min(piece.count, left))
      left -= bytes.count
      encrypt(bytes, isLast: left == 0, &output)
    }
    if left > 0 { encrypt(Span(), isLast: true, &output) }
    pending.drop(count - left)
  }

  /// Encrypts bytes, small pieces together: each record costs some time and 22 bytes or more.
  private func encrypt(_ bytes: Span<UInt8>, isLast: Bool, _ output: inout Output) {
    var gathered: [UInt8] = []
    swap(&gathered, &security.gathered)
    defer { swap(&gathered, &security.gathered) }
    let isWhole = gathered.isEmpty && (isLast || bytes.count >= Session.recordPlainBytesMax)
    if isWhole {
      _ = session?.send(bytes, to: &output.bytes)
      return
    }
    gathered.append(bytes)
    guard isLast || gathered.count >= Session.recordPlainBytesMax else { return }
    _ = session?.send(gathered.span, to: &output.bytes)
    gathered.removeAll(keepingCapacity: true)
  }

  private func end(_ output: inout Output) {
    stage = .over
    session?.end(&output.bytes)
  }
}

internal import Bytes
internal import EventLoop
internal import HTTP
internal import HTTP1
internal import Metrics

/// What the connections of one loop share: the responder, the limits, the head parsers and the text
/// of the current date.
final class LoopContext<Answers: Responder> {
  let responder: Answers
  let limits: ServerLimits
  let trustedProxies: TrustedProxies
  let parsers = HeadParsers()
  /// Keeps clients to their share, where that is limited.
  let rateLimiter: RateLimiter?
  let counters: ServerCounters
  /// Where there is an access log.
  let recorder: (any AccessRecorder)?
  /// For secure endpoints.
  let security: TLSLoopState?
  /// A field line for every answer over TLS.
  private let hstsLine: [UInt8]
  /// For endpoints that only redirect.
  private let redirection: Redirection
  /// Bytes of half-read requests that the connections keep now.
  var keptBytes = 0 {
    didSet { counters.keptBytes.set(UInt64(clamping: keptBytes)) }
  }
  private(set) var date: [UInt8] = []
  private var dateSeconds = Int64.min

  init(
    responder: Answers, _ configuration: ServerConfiguration, _ rateLimiter: RateLimiter?,
    recorder: (any AccessRecorder)?, counters: ServerCounters, endpoints: [Endpoint]
  ) {
    self.responder = responder
    self.rateLimiter = rateLimiter
    self.recorder = recorder
    self.counters = counters
    limits = configuration.limits
    trustedProxies = configuration.trustedProxies
    hstsLine = configuration.policy.hstsLine
    redirection = Redirection(configuration.policy.baseURL, endpoints: endpoints)
    let receiveBytes = limits.loop.receiveBytes
    security = configuration.security.map { TLSLoopState($0, receiveBytes: receiveBytes) }
  }

  /// Appends the last answer of a connection, which no request asked for.
  func refuse(
    _ reason: RejectionReason, _ status: Status, _ detail: StaticString, from peer: PeerAddress,
    isHead: Bool, isSecure: Bool, at seconds: Int64,
    to output: inout Output
  ) {
    counters.refused(reason)
    recorder?.record(reason, status, from: peer)
    setDate(seconds)
    let response =
      switch status {
      case .serviceUnavailable: refusal(status, detail, retryAfterSeconds: limits.retryAfterSeconds)
      case .tooManyRequests: refusal(status, detail, retryAfterSeconds: 1)
      default: responder.refuse(status, detail: detail)
      }
    write(response, isHead: isHead, isSecure: isSecure, .close, to: &output)
  }

  /// What a client gets that has used up its requests: the next one is there within a second.
  private(set) lazy var tooManyRequests = refusal(
    .tooManyRequests, "There were too many requests from this address.", retryAfterSeconds: 1)

  private func refusal(
    _ status: Status, _ detail: StaticString, retryAfterSeconds: Int
  ) -> Response {
    responder.refuse(status, detail: detail)
      .adding(Array("Retry-After: \(retryAfterSeconds)\r\n".utf8))
  }

  /// Leads a request to where TLS is spoken; refuses it where nobody can tell to which host.
  func redirect(_ request: borrowing Request) -> Response {
    guard let line = redirection.line(for: request) else {
      return responder.refuse(.badRequest, detail: "Use https://, with a Host field.")
    }
    return responder.refuse(.permanentRedirect, detail: "This is served over TLS.").adding(line)
  }

  /// Appends an answer as it goes over the wire.
  func write(
    _ response: Response, isHead: Bool, isSecure: Bool, _ option: ConnectionOption,
    to output: inout Output
  ) {
    ResponseHead.append(response.status, option, date: date, to: &output.bytes)
    if isSecure { output.bytes.append(hstsLine) }
    output.bytes.append(response.fields)
    output.bytes.appendLineEnd()
    if !isHead, !response.status.forbidsContent { output.append(response.content) }
  }

  /// Makes `date` the text for this second. Does nothing when it is.
  func setDate(_ seconds: Int64) {
    guard seconds != dateSeconds else { return }
    dateSeconds = seconds
    date = HTTPDate.imfFixdate(secondsSinceEpoch: seconds)
  }
}

internal import EventLoop
internal import HTTP
internal import HTTP1

/// What the connections of one loop share: the responder, the limits, the head parsers and the text
/// of the current date.
final class Desk<Answers: Responder> {
  let responder: Answers
  let limits: ServerLimits
  let parsers = HeadParsers()
  /// For secure endpoints.
  var security: Security?
  /// Bytes of half-read requests that the connections keep now.
  var keptBytes = 0
  private(set) var date: [UInt8] = []
  private var dateSeconds = Int64.min

  init(responder: Answers, limits: ServerLimits) {
    self.responder = responder
    self.limits = limits
  }

  /// Appends the last answer of a connection, which no request asked for.
  func refuse(
    _ status: Status, _ detail: StaticString, isHead: Bool, at seconds: Int64,
    to output: inout Output
  ) {
    setDate(seconds)
    var response = responder.refuse(status, detail: detail)
    if status == .serviceUnavailable {
      response.fields.append(contentsOf: "Retry-After: \(limits.retryAfterSeconds)\r\n".utf8)
    }
    write(response, isHead: isHead, .close, to: &output)
  }

  /// Appends an answer as it goes over the wire.
  func write(
    _ response: Response, isHead: Bool, _ option: ConnectionOption, to output: inout Output
  ) {
    ResponseHead.append(
      status: response.status, fields: response.fields, contentLength: response.content.count,
      option: option, date: date, to: &output.bytes)
    if !isHead, !response.status.forbidsContent { output.append(response.content) }
  }

  /// Makes `date` the text for this second. Does nothing when it is.
  func setDate(_ seconds: Int64) {
    guard seconds != dateSeconds else { return }
    dateSeconds = seconds
    date = HTTPDate.imfFixdate(secondsSinceEpoch: seconds)
  }
}

internal import EventLoop
internal import HTTP
internal import HTTP1

/// What the connections of one loop share: the responder, the limits, the head parsers and the text
/// of the current date.
final class Desk<Answers: Responder> {
  let responder: Answers
  let limits: ServerLimits
  let parsers = HeadParsers()
  /// Bytes of half-read requests that the connections keep now.
  var keptBytes = 0
  private(set) var date: [UInt8] = []
  private var dateSeconds = Int64.min

  init(responder: Answers, limits: ServerLimits) {
    self.responder = responder
    self.limits = limits
  }

  /// Makes `date` the text for this second. Does nothing when it is.
  func setDate(_ seconds: Int64) {
    guard seconds != dateSeconds else { return }
    dateSeconds = seconds
    date = HTTPDate.imfFixdate(secondsSinceEpoch: seconds)
  }
}

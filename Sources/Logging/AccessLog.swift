internal import Bytes
package import EventLoop
package import HTTP
package import Server

/// The access log of one loop: makes lines on the loop's thread, and leaves them in its lane.
package final class AccessLog: AccessRecorder {
  private let sink: LogSink
  private let lane: Int
  private let options: LogOptions
  private let routes: [String]
  private var ids = RequestID()

  package init(_ sink: LogSink, lane: Int, options: LogOptions, routes: [String]) {
    self.sink = sink
    self.lane = lane
    self.options = options
    self.routes = routes
  }

  package func record(
    _ request: borrowing Request, _ response: Response, from peer: PeerAddress,
    nanoseconds: UInt64
  ) {
    var entry = AccessEntry(
      time: .now(), client: client(peer), status: response.status.rawValue)
    entry.isRequest = true
    entry.isHTTP10 = request.head.version == .http10
    entry.nanoseconds = nanoseconds
    let hasContent = request.method != .head && !response.status.forbidsContent
    entry.contentBytes = hasContent ? response.content.count : 0
    let route = response.route.place
    entry.route = routes[route < routes.count ? route : 0]
    entry.method = request.head.methodBytes
    entry.target = request.head.target
    entry.host = request.head.authority
    for line in request.head.fields {
      let value = request.bytes.extracting(line.value.offsets)
      let name = request.bytes.extracting(line.nameBytes.offsets)
      switch name.count {
      case 7 where name.equalsIgnoringCase("referer"): entry.referer = line.value
      case 10 where name.equalsIgnoringCase("user-agent"): entry.userAgent = line.value
      case 11 where line.name == .traceparent && RequestID.isTraceParent(value):
        entry.traceParent = line.value
      case 12 where name.equalsIgnoringCase("x-request-id") && RequestID.isGood(value):
        entry.requestID = [UInt8](copying: value)
      default: break
      }
    }
    if entry.requestID.isEmpty { entry.requestID = ids.next() }
    append(entry, request.bytes)
  }

  package func record(_ refusal: RejectionReason, _ status: Status, from peer: PeerAddress) {
    var entry = AccessEntry(time: .now(), client: client(peer), status: status.rawValue)
    entry.refusal = refusal.name
    entry.requestID = ids.next()
    append(entry, Span())
  }

  private func append(_ entry: AccessEntry, _ bytes: Span<UInt8>) {
    let line =
      options.access == .combined
      ? AccessLine.combined(entry, bytes) : AccessLine.json(entry, bytes)
    sink.append(line, lane: lane, isUrgent: false)
  }

  private func client(_ peer: PeerAddress) -> String {
    (options.clientAddress == .truncated ? peer.truncated : peer).description
  }
}

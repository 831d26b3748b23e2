internal import EventLoop
internal import HTTP
internal import Loading
internal import Logging
internal import Metrics
internal import Server

/// Everything that `/metrics` tells, put together when it is asked.
struct MetricsPage: Sendable {
  /// What each loop counts.
  var loops: [LoopMetrics]
  /// The templates of the routes, by `RouteID`.
  var routes: [String]
  var observations: SnapshotMetrics
  /// How readings of files ended, by what they are about.
  var reloads: [(what: String, counts: ReloadMetrics)]
  /// Where log lines go, by what they are about.
  var sinks: [(log: String, sink: LogSink)]
  /// When the first certificate of each chain that serves ends, in seconds since 1970 UTC.
  var expiries: @Sendable () -> [(file: String, seconds: Int64)]
  var started: Timestamp

  func text(_ format: Exposition.Format) -> [UInt8] {
    var page = Exposition(format)
    writeRequests(to: &page)
    writeConnections(to: &page)
    writeLoops(to: &page)
    writeServed(to: &page)
    writeReloads(to: &page)
    writeCertificates(to: &page)
    writeLogs(to: &page)
    writeProcess(to: &page)
    return page.finish()
  }

  private func sum(_ count: (LoopMetrics) -> UInt64) -> UInt64 {
    loops.reduce(0) { $0 &+ count($1) }
  }

  private func writeRequests(to page: inout Exposition) {
    page.family(
      "signatory_http_requests", .counter, "Requests answered, by route template and status code.")
    for (place, template) in routes.prefix(RouteID.countMax).enumerated() {
      for status in Status.allCases {
        let count = sum { $0.server.count(RouteID(place: place), status) }
        if count > 0 {
          page.sample([("route", template), ("status", "\(status.rawValue)")], count)
        }
      }
    }
    page.family(
      "signatory_http_request_duration_seconds", .histogram, unit: "seconds",
      "Time from when the loop saw a request to when its response was sent or queued.")
    page.histogram(total { $0.add($1.durations) })
    page.family(
      "signatory_refusals", .counter, "Rejected connections, by reason.")
    for refusal in RejectionReason.all {
      page.sample([("reason", refusal.name)], sum { $0.server.count(refusal) })
    }
  }

  private func writeConnections(to page: inout Exposition) {
    page.family("signatory_connections", .gauge, "Open connections, by state.")
    for state in StreamState.allCases {
      page.sample([("state", "\(state)")], sum { $0.loop.count(state) })
    }
    page.family("signatory_connections_accepted", .counter, "Connections accepted.")
    page.sample(sum { $0.loop.accepted.count })
    page.family(
      "signatory_accept_pauses", .counter,
      "Pauses in accepting connections, for lack of descriptors or memory.")
    page.sample(sum { $0.loop.acceptPauses.count })
    page.family(
      "signatory_received_bytes", .counter, unit: "bytes", "Bytes received, TLS included.")
    page.sample(sum { $0.loop.receivedBytes.count })
    page.family("signatory_sent_bytes", .counter, unit: "bytes", "Bytes sent, TLS included.")
    page.sample(sum { $0.loop.sentBytes.count })
    page.family(
      "signatory_backlog_bytes", .gauge, unit: "bytes", "Output waiting for clients to receive it.")
    page.sample(sum { $0.loop.backlogBytes.count })
    page.family(
      "signatory_half_read_bytes", .gauge, unit: "bytes", "Bytes of partly received requests.")
    page.sample(sum { $0.server.keptBytes.count })
    page.family("signatory_tls_handshakes", .counter, "TLS handshakes, by outcome.")
    for outcome in ServerCounters.Handshake.allCases {
      page.sample([("outcome", "\(outcome)")], sum { $0.server.count(outcome) })
    }
  }

  private func writeLoops(to page: inout Exposition) {
    page.family("signatory_loops", .gauge, "Event loops, each a thread.")
    page.sample(UInt64(loops.count))
    page.family(
      "signatory_loop_lag_seconds", .histogram, unit: "seconds",
      "From one wait for events to the next: the longest that what came meanwhile had to wait.")
    page.histogram(total { $0.add($1.turns) })
  }

  private func total(
    _ add: (inout Histogram.Total, LoopCounters) -> Void
  ) -> Histogram.Total {
    loops.reduce(into: Histogram.Total()) { add(&$0, $1.loop) }
  }
}

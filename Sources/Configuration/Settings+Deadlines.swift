internal import EventLoop
internal import Server

extension Settings {
  static let deadlines: [Setting] = [
    .seconds(
      "handshakeTimeoutSeconds", \.limits.handshakeTimeoutMilliseconds, 1...300,
      about: "Time for the TLS handshake, from the start of the connection.",
      reason: "Two round trips, which take a slow phone two seconds at most."),
    .seconds(
      "requestHeadTimeoutSeconds", \.limits.requestHeadTimeoutMilliseconds, 1...300,
      about: "Time to receive a request head, from its first byte. Also the time from the start "
        + "of a connection to its first byte.",
      reason: "A head fits in a few packets; a client that sends it slowly only occupies a "
        + "connection."),
    .seconds(
      "requestContentTimeoutSeconds", \.limits.requestContentTimeoutMilliseconds, 1...300,
      about: "Time to receive the content of a request, from the end of its head.",
      reason: "No resource accepts content, so it is small and discarded."),
    .seconds(
      "idleTimeoutSeconds", \.limits.idleTimeoutMilliseconds, 1...86_400,
      about: "Time that a connection may be idle between a response and the next request.",
      reason: "Browsers and proxies reuse connections for about a minute. Proxies should close "
        + "first: give them a shorter timeout."),
    .seconds(
      "writeStallTimeoutSeconds", \.limits.loop.writeStallTimeoutMilliseconds, 1...300,
      about: "Time that a client may receive nothing while a response is waiting for it.",
      reason: "Longer than most tunnels keep a phone offline."),
    .seconds(
      "lingerTimeoutSeconds", \.limits.loop.lingerTimeoutMilliseconds, 1...60,
      about: "Time to wait for the client to close its side after the last response. Closing at "
        + "once could reset the connection and lose that response.",
      reason: "A round trip, with room for a lost packet."),
    .seconds(
      "drainDelaySeconds", \.drainDelayMilliseconds, 0...3_600,
      about: "On shutdown, time to keep accepting connections while /readyz answers 503.",
      reason: "Set it to the time your load balancer needs to notice; 0 is right if it retries."),
    .seconds(
      "shutdownTimeoutSeconds", \.shutdownTimeoutMilliseconds, 1...3_600,
      about: "On shutdown, time for open requests to finish before connections are closed.",
      reason: "Shorter than systemd and container engines wait before they kill (90 and 10 "
        + "seconds)."),
    .milliseconds(
      "drainGraceMilliseconds", \.limits.drainGraceMilliseconds, 1...10_000,
      about: "On shutdown, time to wait for a request already under way on an idle connection.",
      reason: "A packet in flight arrives within this time."),
    .milliseconds(
      "acceptPauseMilliseconds", \.limits.loop.acceptPauseMilliseconds, 1...10_000,
      about: "Pause before accepting again after file descriptors or memory ran out.",
      reason: "Long enough not to spin, too short for a client to give up."),
    .seconds(
      "pauseReportQuietSeconds", \.limits.pauseReportQuietMilliseconds, 1...86_400,
      about: "A pause of accepting is logged only if there was none within this time.",
      reason: "A lasting problem should be logged, but not fill the disk."),
    Setting(
      .deadlines, "retryAfterSeconds", \.limits.retryAfterSeconds,
      .integer(1...3_600, as: "SECONDS"),
      about: "Retry-After of a 503.",
      reason: "Load peaks pass within seconds, since responses are short."),
  ]
}

extension Setting {
  fileprivate static func seconds(
    _ key: String, _ path: OptionPath<UInt64>,
    _ range: ClosedRange<Int>, about: String, reason: String
  ) -> Setting {
    Setting(
      .deadlines, key, path, .integer(range, as: "SECONDS", scale: 1_000),
      about: about, reason: reason)
  }

  fileprivate static func milliseconds(
    _ key: String, _ path: OptionPath<UInt64>,
    _ range: ClosedRange<Int>, about: String, reason: String
  ) -> Setting {
    Setting(
      .deadlines, key, path, .integer(range, as: "MILLISECONDS"), about: about, reason: reason)
  }
}

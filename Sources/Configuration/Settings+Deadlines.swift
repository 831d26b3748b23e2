internal import EventLoop
internal import Server

extension Settings {
  static let deadlines: [Setting] = [
    .seconds(
      "handshakeTimeoutSeconds", \.limits.handshakeTimeoutMilliseconds, 1...300,
      about: "From a secure connection's start to the end of its handshake.",
      reason: "Two round trips, of which a slow phone needs two seconds at most."),
    .seconds(
      "requestHeadTimeoutSeconds", \.limits.requestHeadTimeoutMilliseconds, 1...300,
      about: "From the first byte of a request to the end of its head, and from a connection's "
        + "start to its first byte.",
      reason: "A head fits into a few packets; who drips it wants to keep the place."),
    .seconds(
      "requestContentTimeoutSeconds", \.limits.requestContentTimeoutMilliseconds, 1...300,
      about: "From the end of a head to the end of the content behind it.",
      reason: "No resource takes content, so it is small and thrown away."),
    .seconds(
      "idleTimeoutSeconds", \.limits.idleTimeoutMilliseconds, 1...86_400,
      about: "Between an answer and the next request of a connection.",
      reason: "Browsers and proxies reuse connections for about a minute. Proxies should close "
        + "first: give them a shorter time."),
    .seconds(
      "writeStallTimeoutSeconds", \.limits.loop.writeStallTimeoutMilliseconds, 1...300,
      about: "How long a client may take nothing of the output that waits for it.",
      reason: "Longer than a phone is out of reach in a tunnel, mostly."),
    .seconds(
      "lingerTimeoutSeconds", \.limits.loop.lingerTimeoutMilliseconds, 1...60,
      about: "How long a finished connection waits for the client to end its side, so that the "
        + "last answer is not lost to a reset.",
      reason: "A round trip, with room for a lost packet."),
    .seconds(
      "drainDelaySeconds", \.drainDelayMilliseconds, 0...3_600,
      about: "How long a server that is to stop goes on accepting, while /readyz says so (503), "
        + "before the time of the stop begins.",
      reason: "Give what your load balancer takes to see it; 0 is right where it retries."),
    .seconds(
      "shutdownTimeoutSeconds", \.shutdownTimeoutMilliseconds, 1...3_600,
      about: "How long a stop may take before connections are cut.",
      reason: "Less than systemd and container engines wait before they kill (90 and 10 seconds)."),
    .milliseconds(
      "drainGraceMilliseconds", \.limits.drainGraceMilliseconds, 1...10_000,
      about: "How long a stop waits for a request that is on its way on an idle connection.",
      reason: "A packet that is under way arrives within this."),
    .milliseconds(
      "acceptPauseMilliseconds", \.limits.loop.acceptPauseMilliseconds, 1...10_000,
      about: "How long accepting rests when descriptors or memory have run out.",
      reason: "Long enough not to spin, too short for a client to give up."),
    .seconds(
      "pauseReportQuietSeconds", \.limits.pauseReportQuietMilliseconds, 1...86_400,
      about: "A rest of accepting is reported, unless there was another within this time.",
      reason: "Trouble that lasts should be told, but not fill a disk."),
    Setting(
      .deadlines, "retryAfterSeconds", \.limits.retryAfterSeconds,
      .integer(1...3_600, as: "SECONDS"),
      about: "What a client that finds no room is told to wait.",
      reason: "Crowds thin out within seconds; answers are short."),
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

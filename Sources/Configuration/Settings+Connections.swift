internal import EventLoop
internal import Server

extension Settings {
  package static let connections: [Setting] = [
    .limit(
      "connectionsPerLoopMax", \.limits.loop.connectionsPerLoopMax, 1...1_000_000, as: "N",
      about: "Connections open at once in one event loop. Above it, clients get a 503.",
      reason: "An idle one takes less than a kilobyte, with TLS four: 20 MB or 80 MB for a crowd "
        + "of this size."),
    .limit(
      "refusalsPerLoopMax", \.limits.loop.refusalsPerLoopMax, 1...100_000, as: "N",
      about: "Connections above that number that are being told so; the rest waits unaccepted.",
      reason: "Telling takes a moment, so few do it at a time."),
    .limit(
      "backlogPerLoopBytesMax", \.limits.loop.backlogPerLoopBytesMax, 1_048_576...68_719_476_736,
      as: "BYTES",
      about: "Output that waits for clients in one loop. Who would need more is cut off.",
      reason: "Answers are shared between clients: far less memory is taken than is counted."),
    .limit(
      "halfReadPerLoopBytesMax", \.limits.halfReadPerLoopBytesMax, 1_048_576...68_719_476_736,
      as: "BYTES",
      about: "Bytes of half-read requests in one loop. Who would need more gets a 503.",
      reason: "4,096 of the largest heads at a time."),
    .limit(
      "handshakesPerLoopMax", \.limits.handshakesPerLoopMax, 1...1_000_000, as: "N",
      about: "TLS handshakes under way at once in one loop. Where one more begins, the oldest is "
        + "cut off.",
      reason: "A half-made one takes up to 46 KB, so these take 46 MB; an honest client needs "
        + "milliseconds."),
    .limit(
      "outputBytesMax", \.limits.outputBytesMax, 4_096...16_777_216, as: "BYTES",
      about: "Output gathered for a connection before it is sent, where requests are pipelined.",
      reason: "One send of this size costs little per byte; more only delays others."),
    .limit(
      // Above 31 shared pieces of 4,096 bytes `Output.withPieces` would leave some out.
      "encryptBytesMax", \.limits.encryptBytesMax, 16_384...126_976, as: "BYTES",
      about: "Bytes encrypted for a connection before they are sent and the next are encrypted.",
      reason: "Four full TLS records: encrypted bytes are nobody else's, so few are kept."),
    .limit(
      "receiveBytes", \.limits.loop.receiveBytes, 4_096...16_777_216, as: "BYTES",
      about: "Bytes received in one call; each loop has one buffer of this size.",
      reason: "Hundreds of requests; it stays in the processor's cache."),
    .limit(
      "lingerBytesMax", \.limits.loop.lingerBytesMax, 0...1_073_741_824, as: "BYTES",
      about: "Bytes that a finished connection drops before it is closed regardless.",
      reason: "Enough for what was under way when the answer went out."),
    Setting(
      .connections, "writeBytesPerSecondMin", \.limits.loop.writeBytesPerSecondMin,
      .integer(1...1_048_576, as: "BYTES"),
      about: "The slowest pace at which a client may take output, once the stall time is used up.",
      reason: "Slower than any network that a person would wait for."),
    .limit(
      "acceptBatchMax", \.limits.loop.acceptBatchMax, 1...10_000, as: "N",
      about: "Connections accepted from one listener at most before others get their turn.",
      reason: "New ones have a share of the time: one a turn, one more for each 0.13 ms of it."),
    .limit(
      "handshakeBatchMax", \.limits.loop.handshakeBatchMax, 1...1_000, as: "N",
      about: "Handshakes advanced before all other connections get their turn.",
      reason: "A handshake takes as long as a hundred answers: a flood must not delay those."),
    .limit(
      "cachedResponsesMax", \.cachedResponsesMax, 512...10_000_000, as: "N",
      about: "Answers that the process keeps ready; each loop has its share.",
      reason: "All of a statement's resources, and the common queries on them, for every loop."),
    .limit(
      "cachedResponseBytesMax", \.cachedResponseBytesMax, 1_048_576...68_719_476_736, as: "BYTES",
      about: "Bytes of answers that the process keeps ready; each loop has its share.",
      reason: "8,192 answers of 4 KB each; raise it where many large texts are served."),
    Setting(
      .connections, "descriptorsMax", \.descriptorsMax,
      ValueFormat.integer(64...1_073_741_824, as: "N").orNull(),
      about: "Files and sockets open at once, as far as the system lets this process raise it.",
      reason: "null is as many as the system allows (ulimit -Hn, LimitNOFILE=)."),
  ]
}

extension Setting {
  fileprivate static func limit(
    _ key: String, _ path: OptionPath<Int>,
    _ range: ClosedRange<Int>, as placeholder: String, about: String, reason: String
  ) -> Setting {
    Setting(
      .connections, key, path, .integer(range, as: placeholder), about: about, reason: reason)
  }
}

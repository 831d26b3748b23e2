internal import EventLoop
internal import Server

extension Settings {
  package static let connections: [Setting] = [
    .limit(
      "connectionsPerLoopMax", \.limits.loop.connectionsPerLoopMax, 1...1_000_000, as: "N",
      about: "Open connections per event loop. Further connections get a 503.",
      reason: "An idle connection takes less than 1 KB, or 4 KB with TLS: 20 MB or 80 MB in "
        + "total."),
    .limit(
      "refusalsPerLoopMax", \.limits.loop.refusalsPerLoopMax, 1...100_000, as: "N",
      about: "Connections above that limit that are being sent their 503 at the same time. "
        + "Others wait to be accepted.",
      reason: "Sending a 503 is quick, so few are needed."),
    .limit(
      "backlogPerLoopBytesMax", \.limits.loop.backlogPerLoopBytesMax, 1_048_576...68_719_476_736,
      as: "BYTES",
      about: "Response bytes waiting for slow clients, per event loop. A connection that would "
        + "exceed it is closed.",
      reason: "Clients share cached responses, so less memory is used than is counted."),
    .limit(
      "halfReadPerLoopBytesMax", \.limits.halfReadPerLoopBytesMax, 1_048_576...68_719_476_736,
      as: "BYTES",
      about: "Bytes of incomplete requests per event loop. A request that would exceed it gets a "
        + "503.",
      reason: "Room for 4,096 request heads of maximum size."),
    .limit(
      "handshakesPerLoopMax", \.limits.handshakesPerLoopMax, 1...1_000_000, as: "N",
      about: "Concurrent TLS handshakes per event loop. When a new one exceeds the limit, the "
        + "oldest is closed.",
      reason: "A handshake takes up to 46 KB, so these take 46 MB. An honest client needs "
        + "milliseconds."),
    .limit(
      "outputBytesMax", \.limits.outputBytesMax, 4_096...16_777_216, as: "BYTES",
      about: "Response bytes gathered per connection before they are sent, when requests are "
        + "pipelined.",
      reason: "Larger writes save little per byte and delay other connections."),
    .limit(
      // Above 31 shared pieces of 4,096 bytes `Output.withPieces` would leave some out.
      "encryptBytesMax", \.limits.encryptBytesMax, 16_384...126_976, as: "BYTES",
      about: "Bytes encrypted per connection before they are sent.",
      reason: "Four full TLS records. Encrypted bytes cannot be shared between connections, so "
        + "few are kept."),
    .limit(
      "receiveBytes", \.limits.loop.receiveBytes, 4_096...16_777_216, as: "BYTES",
      about: "Size of the receive buffer. Each event loop has one.",
      reason: "Holds hundreds of requests and fits in the processor's cache."),
    .limit(
      "lingerBytesMax", \.limits.loop.lingerBytesMax, 0...1_073_741_824, as: "BYTES",
      about: "Bytes to discard from a client after the last response, before the connection is "
        + "closed anyway.",
      reason: "Enough for what was in flight when the response was sent."),
    Setting(
      .connections, "writeBytesPerSecondMin", \.limits.loop.writeBytesPerSecondMin,
      .integer(1...1_048_576, as: "BYTES"),
      about: "Slowest rate at which a client may receive a response once the write stall timeout "
        + "is used up.",
      reason: "Slower than any network that a person would wait for."),
    .limit(
      "acceptBatchMax", \.limits.loop.acceptBatchMax, 1...10_000, as: "N",
      about: "Connections to accept from one listener before other connections are served.",
      reason: "New connections get a share of the time: one per turn, plus one for each 0.13 ms "
        + "of the turn."),
    .limit(
      "handshakeBatchMax", \.limits.loop.handshakeBatchMax, 1...1_000, as: "N",
      about: "TLS handshake steps per turn of an event loop.",
      reason: "A handshake costs as much as a hundred responses: a flood must not delay those."),
    .limit(
      "cachedResponsesMax", \.cachedResponsesMax, 512...10_000_000, as: "N",
      about: "Cached responses in the process. Each event loop has an equal share.",
      reason: "Holds all resources of a statement and the common queries on them, for every "
        + "loop."),
    .limit(
      "cachedResponseBytesMax", \.cachedResponseBytesMax, 1_048_576...68_719_476_736, as: "BYTES",
      about: "Bytes of cached responses in the process. Each event loop has an equal share.",
      reason: "8,192 responses of 4 KB. Raise it to serve many large texts."),
    Setting(
      .connections, "descriptorsMax", \.descriptorsMax,
      ValueFormat.integer(64...1_073_741_824, as: "N").orNull(),
      about: "Open files and sockets, if the system allows this process so many.",
      reason: "null: as many as the system allows (ulimit -Hn, LimitNOFILE=)."),
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

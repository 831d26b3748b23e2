internal import Server

extension Settings {
  /// A client is an IPv4 address or an IPv6 network of /64; behind a trusted proxy, the one that
  /// the proxy tells of.
  package static let clients: [Setting] = [
    Setting(
      .clients, "clientConnectionsMax", \.limits.clients.clientConnectionsMax,
      ValueFormat.integer(1...1_000_000, as: "N").orNull(),
      about: "Connections that one client may have open. One more gets a 429; with TLS, it is "
        + "closed. Those of trusted proxies are not counted, but by the PROXY protocol.",
      reason: "null sets no limit: a whole office may stand behind one address."),
    Setting(
      .clients, "clientRequestsPerSecondMax", \.limits.clients.clientRequestsPerSecondMax,
      ValueFormat.integer(1...1_000_000, as: "N").orNull(),
      about: "Requests a second that one client may make, lasting. One more gets a 429.",
      reason: "null sets no limit: answers are cheap, so that only floods need one."),
    Setting(
      .clients, "clientRequestsBurst", \.limits.clients.clientRequestsBurst,
      .integer(1...1_000_000, as: "N"),
      about: "Requests that a client may make at once after a rest, before that pace counts.",
      reason: "A page that shows a list and each of its items asks about so many at once."),
    Setting(
      .clients, "clientsMax", \.limits.clients.clientsMax, .integer(1_024...16_777_216, as: "N"),
      about: "Clients remembered. Where more are active at a time, some go uncounted.",
      reason: "They take 1.5 MB, for all loops together, where a limit is set."),
  ]
}

internal import Server

extension Settings {
  /// A client is an IPv4 address or an IPv6 network of /64; behind a trusted proxy, the one that
  /// the proxy tells of.
  package static let clients: [Setting] = [
    Setting(
      .clients, "clientConnectionsMax", \.limits.clients.clientConnectionsMax,
      ValueFormat.integer(1...1_000_000, as: "N").orNull(),
      about: "Open connections per client. Further connections get a 429, or are closed if they "
        + "use TLS. Connections of trusted proxies are not counted, unless they use the PROXY "
        + "protocol.",
      reason: "null: no limit, since a whole office may share one address."),
    Setting(
      .clients, "clientRequestsPerSecondMax", \.limits.clients.clientRequestsPerSecondMax,
      ValueFormat.integer(1...1_000_000, as: "N").orNull(),
      about: "Sustained requests per second per client. Further requests get a 429.",
      reason: "null: no limit. Responses are cheap; only floods need one."),
    Setting(
      .clients, "clientRequestsBurst", \.limits.clients.clientRequestsBurst,
      .integer(1...1_000_000, as: "N"),
      about: "Requests that a client may send at once before the per-second limit applies.",
      reason: "Enough for a page that loads a list and each of its items."),
    Setting(
      .clients, "clientsMax", \.limits.clients.clientsMax, .integer(1_024...16_777_216, as: "N"),
      about: "Clients to keep track of. If more are active, some are not counted.",
      reason: "Takes 1.5 MB for all loops together, and only if a limit is set."),
  ]
}

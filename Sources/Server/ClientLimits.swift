/// What one client may take: an IPv4 address, or an IPv6 network of /64. `nil`: as it likes.
package struct ClientLimits: Equatable, Sendable {
  /// Connections open at once. One more is refused.
  package var clientConnectionsMax: Int?
  /// Requests a second, lasting. One more is answered by 429.
  package var clientRequestsPerSecondMax: Int?
  /// Requests that may come at once after a rest, before that pace counts.
  package var clientRequestsBurst = 100
  /// Clients remembered; about 24 bytes each. Where more are active, some go uncounted.
  package var clientsMax = 65_536

  package init() {}

  var areOff: Bool { clientConnectionsMax == nil && clientRequestsPerSecondMax == nil }
}

internal import Bytes
internal import EventLoop
internal import HTTP

/// Keeps each client to its share: connections and requests. Shared by all loops.
final class RateLimiter: Sendable {
  private let limits: ClientLimits
  private let table: ClientTable

  /// `nil` where nothing is limited.
  init?(_ limits: ClientLimits) {
    guard !limits.areOff else { return nil }
    self.limits = limits
    table = ClientTable(limits)
  }

  /// Counts a connection of `peer`, which is no trusted proxy.
  func open(_ peer: ClientKey) -> ClientTable.Opening {
    limits.clientConnectionsMax == nil ? .uncounted : table.open(peer)
  }

  /// Takes back a connection that was counted or refused.
  func close(_ peer: ClientKey) { table.close(peer) }

  /// Connections that count now. O(clients remembered).
  var countedConnections: Int { table.countedConnections }

  /// Whether the client that asks has a request left, which it then has no more.
  ///
  /// A trusted proxy that asks for itself, to see whether we are well, is not limited. Those whom
  /// it cannot tell apart are one client: the proxy.
  func admits(
    _ request: borrowing Request, from peer: ClientKey, trusting proxies: TrustedProxies,
    at milliseconds: UInt64
  ) -> Bool {
    guard limits.clientRequestsPerSecondMax != nil else { return true }
    guard request.isFromTrustedProxy else { return table.take(peer, at: milliseconds) }
    switch proxies.client(of: request) {
    case .none, .proxy: return true
    case .address(let address):
      return table.take(ClientKey(address.number), at: milliseconds)
    case .unknown: return table.take(peer, at: milliseconds)
    }
  }
}

package import HTTP
package import Metrics

/// What the connections of one loop count. Its thread alone changes them; any thread reads them.
package final class ServerCounters: Sendable {
  static let statusesMax = 32

  /// How a TLS handshake ended.
  package enum Handshake: UInt8, CaseIterable, Sendable {
    case completed, failed
    /// The peer went away, or took too long.
    case abandoned
    /// Too many were under way.
    case refused
  }

  private let before = CacheGap()
  /// Bytes of half-read requests that are kept now.
  package let keptBytes = Counter()
  private let requests = InlineArray<2048, Counter> { _ in Counter() }
  private let refusals = InlineArray<64, Counter> { _ in Counter() }
  private let handshakes = InlineArray<4, Counter> { _ in Counter() }
  private let after = CacheGap()

  package init() {}

  /// Requests that the route answered with the status.
  package func count(_ route: RouteID, _ status: Status) -> UInt64 {
    requests[route.place * Self.statusesMax + status.place].count
  }

  package func count(_ refusal: RejectionReason) -> UInt64 { refusals[refusal.place].count }

  package func count(_ outcome: Handshake) -> UInt64 {
    handshakes[Int(outcome.rawValue)].count
  }

  @inline(__always)
  func answered(_ response: Response) {
    requests[response.route.place * Self.statusesMax + response.status.place].add()
  }

  func refused(_ refusal: RejectionReason) { refusals[refusal.place].add() }

  func ended(_ outcome: Handshake) { handshakes[Int(outcome.rawValue)].add() }
}

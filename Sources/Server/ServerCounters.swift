package import HTTP
package import Metrics

/// What the connections of one loop count. Its thread alone changes them; any thread reads them.
package final class ServerCounters: Sendable {
  /// Routes with a number from here on are counted as none.
  package static let routesMax = 64
  static let statusesMax = 32
  static let refusalsMax = 64

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

  /// Requests that the route with this number answered with the status.
  package func count(route: Int, _ status: Status) -> UInt64 {
    requests[route * Self.statusesMax + status.place].count
  }

  package func count(_ refusal: Refusal) -> UInt64 { refusals[refusal.place].count }

  package func count(_ outcome: Handshake) -> UInt64 {
    handshakes[Int(outcome.rawValue)].count
  }

  @inline(__always)
  func answered(_ response: Response) {
    let route = response.route < Self.routesMax ? Int(response.route) : 0
    requests[route * Self.statusesMax + response.status.place].add()
  }

  func refused(_ refusal: Refusal) { refusals[refusal.place].add() }

  func ended(_ outcome: Handshake) { handshakes[Int(outcome.rawValue)].add() }
}

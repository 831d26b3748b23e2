package import EventLoop
package import HTTP1

/// Every limit and deadline of a server, each in its one home.
package struct ServerLimits: Equatable, Sendable {
  package var loop = LoopLimits()
  package var wire = HTTP1.Limits()
  package var clients = ClientLimits()
  /// From a secure connection's start to the end of its handshake.
  package var handshakeTimeoutMilliseconds: UInt64 = 10_000
  /// Handshakes under way in one loop. Where one more begins, the oldest is cut off.
  package var handshakesPerLoopMax = 1_000
  /// Bytes encrypted for one connection before they are sent and the next are encrypted, where an
  /// answer is large.
  package var encryptBytesMax = 65_536
  /// From the first byte of a request, empty lines before it included, to the end of its head; and
  /// from a connection's start to its first byte.
  package var requestHeadTimeoutMilliseconds: UInt64 = 10_000
  /// From the end of a head to the end of its content, which is small.
  package var requestContentTimeoutMilliseconds: UInt64 = 20_000
  /// Between an answer and the next request.
  package var idleTimeoutMilliseconds: UInt64 = 60_000
  /// How long a draining server waits for a request that is on its way on an idle connection.
  package var drainGraceMilliseconds: UInt64 = 100
  /// Output gathered for one connection before it is sent and the next request looked at.
  package var outputBytesMax = 65_536
  /// Bytes of half-read requests kept for all connections of a loop. A request that would need more
  /// is refused.
  package var halfReadPerLoopBytesMax = 67_108_864
  /// A rest of accepting is reported, unless there was another within this time before it, on any
  /// loop: that is the same trouble, which lasts.
  package var pauseReportQuietMilliseconds: UInt64 = 60_000
  /// What a refused client is told to wait before it tries again, where there is no room.
  package var retryAfterSeconds = 5

  package init() {}
}

package import Metrics

/// What one loop counts. Its thread alone changes them; any thread reads them.
package final class LoopCounters: Sendable {
  private let before = CacheGap()
  /// Connections accepted.
  package let accepted = Counter()
  /// How often accepting had to rest, for want of descriptors or memory.
  package let acceptPauses = Counter()
  /// Bytes that came and went over sockets, TLS included.
  package let receivedBytes = Counter()
  package let sentBytes = Counter()
  /// Bytes of output that wait for peers now.
  package let backlogBytes = Counter()
  /// From the end of the wait that told of the input to the end of the send that tried to answer.
  package let durations = Histogram()
  /// From the end of one wait to the next: what comes meanwhile has to wait so long.
  package let turns = Histogram()
  private let streams = InlineArray<5, Counter> { _ in Counter() }
  private let after = CacheGap()

  package init() {}

  /// How many streams are in a state now.
  package func count(_ state: StreamState) -> UInt64 { streams[Int(state.rawValue)].count }

  @inline(__always)
  func entered(_ state: StreamState) { streams[Int(state.rawValue)].add() }
  @inline(__always)
  func left(_ state: StreamState) { streams[Int(state.rawValue)].subtract() }
}

/// What an open stream is at, for whoever counts.
package enum StreamState: UInt8, CaseIterable, Sendable {
  /// Getting ready to be read, as a TLS handshake does.
  case opening
  /// Nothing is under way.
  case idle
  /// Input is being waited for, some of which may have come.
  case reading
  /// Output waits for the peer to take it.
  case writing
  /// All is said, and the peer has not ended its side yet.
  case closing
}

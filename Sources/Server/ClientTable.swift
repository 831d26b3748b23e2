internal import Locks

/// What clients take now, shared by all loops: how many connections, and how full the bucket is
/// that their requests draw from.
///
/// Its size is fixed. A client has its place in a set of `setSize`, found by a hash that outsiders
/// cannot foresee, and each group of sets has a lock of its own. Where a set is full, the
/// client without a connection whose bucket is the fullest makes room; where all have connections,
/// the new one goes uncounted: a crowd of addresses may evade the limits, but never locks anybody
/// out.
///
/// A bucket is one number, the time at which it will be full (the generic cell rate algorithm):
/// a request is let through when no more than the burst is missing, and moves that time on by what
/// one request costs.
final class ClientTable: Sendable {
  static let setSize = 8
  private static let shardsMax = 64

  private struct Entry {
    var key: UInt64 = 0
    /// When the bucket is full again, in microseconds of the loops' clock.
    var full: UInt64 = 0
    var connections: UInt32 = 0
  }

  private let shards: [Guarded<[Entry]>]
  private let setsPerShard: Int
  private let clientConnectionsMax: UInt32
  /// Connections, and those that are being refused.
  private let heldMax: UInt32
  /// Microseconds in which a bucket regains one request.
  private let cost: UInt64
  /// Microseconds of debt with which a request is still let through.
  private let debtMax: UInt64

  init(_ limits: ClientLimits) {
    let sets = max(limits.clientsMax / Self.setSize, 1)
    let shardCount = min(sets, Self.shardsMax)
    let setsPerShard = sets / shardCount
    self.setsPerShard = setsPerShard
    shards = (0..<shardCount).map { _ in
      Guarded(Array(repeating: Entry(), count: setsPerShard * Self.setSize))
    }
    clientConnectionsMax = UInt32(clamping: limits.clientConnectionsMax ?? .max)
    heldMax = UInt32(clamping: UInt64(clientConnectionsMax) * 2)
    cost = limits.clientRequestsPerSecondMax.map { 1_000_000 / UInt64(clamping: max($0, 1)) } ?? 0
    let burst = UInt64(clamping: max(limits.clientRequestsBurst, 1))
    debtMax = (burst - 1).multipliedReportingOverflow(by: cost).partialValue
  }

  /// What came of a connection.
  enum Opening: Equatable {
    /// It counts until `close`.
    case counted
    /// There was no room to count it: nothing is to be undone.
    case uncounted
    /// It is one too many, to be told so; until `close` it counts too.
    case refused
    /// So many are being told so that there is no room to tell: nothing is to be undone.
    case cut
  }

  /// Counts a connection of `client`. Those that are being refused count as well, so that a client
  /// never holds more than twice what it may have.
  func open(_ client: ClientKey) -> Opening {
    withEntry(of: client) { entry in
      guard entry.connections < heldMax else { return .cut }
      entry.connections += 1
      return entry.connections <= clientConnectionsMax ? .counted : .refused
    } ?? .uncounted
  }

  /// Takes back a connection that was counted or refused.
  func close(_ client: ClientKey) {
    _ = withEntry(of: client) { entry in
      if entry.connections > 0 { entry.connections -= 1 }
    }
  }

  /// Connections that count now, of all clients. O(clients remembered).
  var countedConnections: Int {
    shards.reduce(0) { sum, shard in
      sum + shard.withLock { $0.reduce(0) { $0 + Int($1.connections) } }
    }
  }

  /// Takes a request out of the bucket of `client`; false, and nothing taken, where it is empty.
  func take(_ client: ClientKey, at milliseconds: UInt64) -> Bool {
    let now = milliseconds &* 1000
    return withEntry(of: client) { entry in
      let full = max(entry.full, now)
      guard full - now <= debtMax else { return false }
      entry.full = full &+ cost
      return true
    } ?? true
  }

  /// Calls `body` with the entry of `client`, made where there is none; `nil` without room for it.
  private func withEntry<Result: Sendable>(
    of client: ClientKey, _ body: (inout Entry) -> Result
  ) -> Result? {
    var hasher = Hasher()
    hasher.combine(client.bits)
    let hash = UInt(bitPattern: hasher.finalize())
    let shard = Int(hash % UInt(shards.count))
    let first = Int(hash / UInt(shards.count) % UInt(setsPerShard)) * Self.setSize
    return shards[shard].withLock { entries in
      guard let place = Self.place(of: client.bits, in: entries, from: first) else {
        return nil
      }
      if entries[place].key != client.bits { entries[place] = Entry(key: client.bits) }
      return body(&entries[place])
    }
  }

  /// Where the client is, or may be put.
  private static func place(
    of key: UInt64, in entries: [Entry], from first: Int
  ) -> Int? {
    var best: Int?
    for index in first..<(first + setSize) {
      let entry = entries[index]
      if entry.key == key { return index }
      guard entry.connections == 0 else { continue }
      if let found = best, entries[found].full <= entry.full { continue }
      best = index
    }
    return best
  }
}

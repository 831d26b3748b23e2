internal import EventLoop

/// The TLS handshakes under way in one loop, the oldest first.
///
/// Each has a session, with buffers that are freed when it is done, so their number is bounded.
/// Where one more begins, the oldest makes room: those of a flood are old, and an honest client is
/// done long before its turn comes.
struct HandshakeQueue {
  /// One that is under way.
  final class Entry {
    /// Until the handshake is over.
    fileprivate(set) var stream: Stream?
    /// Whether it had to make room.
    fileprivate(set) var isCrowdedOut = false
    fileprivate var isCounted = true

    fileprivate init(_ stream: Stream) {
      self.stream = stream
    }
  }

  private(set) var count = 0
  /// From `first` on, among them some that are over.
  private var entries: [Entry] = []
  private var first = 0

  /// Begins one; the one that makes room for it, where there are `countMax` already.
  mutating func begin(on stream: Stream, countMax: Int) -> (Entry, crowdedOut: Entry?) {
    let crowdedOut = count < countMax ? nil : takeOldest()
    let entry = Entry(stream)
    entries.append(entry)
    count += 1
    return (entry, crowdedOut)
  }

  /// The handshake is over, however it ended.
  mutating func end(_ entry: Entry) {
    entry.stream = nil
    uncount(entry)
    // So that those that are over never take more room than those under way.
    if entries.count - first > 2 * count + 64 {
      entries = entries[first...].filter(\.isCounted)
      first = 0
    }
  }

  private mutating func takeOldest() -> Entry? {
    while first < entries.count {
      let entry = entries[first]
      first += 1
      guard entry.isCounted else { continue }
      uncount(entry)
      entry.isCrowdedOut = true
      return entry
    }
    return nil
  }

  private mutating func uncount(_ entry: Entry) {
    guard entry.isCounted else { return }
    entry.isCounted = false
    count -= 1
  }
}

/// Watches how much memory streams take, and tells when so much of it is free again that it is
/// worth giving back: the allocator keeps what a crowd used until it is told to let go.
struct HighWater {
  /// What a stream is reckoned to take besides its backlog.
  static let bytesPerStream = 1_024
  /// Less than this is not worth the walk through the heap.
  static let ebbBytesMin = 131_072
  /// How long after an ebb the rest is free: reminders of streams that left, put between them.
  static let aftermathMilliseconds: UInt64 = 15_000

  /// The most since the last ebb.
  private var peak = 0
  /// When the aftermath of the last ebb is over.
  private(set) var aftermath: UInt64?

  /// Takes in the present use. True when memory should be given back: the use has fallen to half
  /// the peak or less, or did so a while ago. The peak starts anew from each fall, so that a crowd
  /// that goes is told a few times on its way, not for each stream.
  mutating func hasEbbed(streams: Int, backlogBytes: Int, now: UInt64) -> Bool {
    let use = streams * Self.bytesPerStream + backlogBytes
    if use <= peak / 2, peak - use >= Self.ebbBytesMin {
      peak = use
      aftermath = now &+ Self.aftermathMilliseconds
      return true
    }
    peak = max(peak, use)
    guard let moment = aftermath, moment <= now else { return false }
    aftermath = nil
    return true
  }
}

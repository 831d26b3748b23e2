/// How often something took how long, counted by one thread.
package struct Histogram: ~Copyable, Sendable {
  /// Upper bounds of the buckets, in nanoseconds: 10 µs to 10 s, some three for each power of ten.
  /// One more bucket takes what is longer.
  package static let bounds: [UInt64] = [
    10_000, 25_000, 50_000, 100_000, 250_000, 500_000, 1_000_000, 2_500_000, 5_000_000, 10_000_000,
    25_000_000, 50_000_000, 100_000_000, 250_000_000, 500_000_000, 1_000_000_000, 2_500_000_000,
    5_000_000_000, 10_000_000_000,
  ]

  /// A copy of `bounds` beside the counts: reading it takes no detour through a global.
  private let limits = InlineArray<19, UInt64> { Histogram.bounds[$0] }
  private let counts = InlineArray<20, Counter> { _ in Counter() }
  private let sum = Counter()

  package init() {}

  /// Counts `times` events that took so long each. Only the thread that owns the histogram may
  /// call it. What is usual is short, and found first.
  @inline(__always)
  package func record(nanoseconds: UInt64, times: UInt64 = 1) {
    var bucket = 0
    while bucket < 19, nanoseconds > limits[bucket] { bucket += 1 }
    counts[bucket].add(times)
    sum.add(nanoseconds &* times)
  }

  /// The sum of several histograms.
  package struct Total: Equatable, Sendable {
    /// For each of `bounds`, and for what is longer: how many were in that bucket alone.
    package private(set) var counts = [UInt64](repeating: 0, count: Histogram.bounds.count + 1)
    package private(set) var nanoseconds: UInt64 = 0

    package init() {}

    package mutating func add(_ histogram: borrowing Histogram) {
      for bucket in counts.indices { counts[bucket] &+= histogram.counts[bucket].count }
      nanoseconds &+= histogram.sum.count
    }
  }
}

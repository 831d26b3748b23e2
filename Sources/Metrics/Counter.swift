internal import Synchronization

/// A number that one thread changes and any thread may read.
///
/// With one writer a plain load, addition and store are enough, each relaxed: no locked
/// instruction, no lock, and a reader sees some number that was true a moment ago.
package struct Counter: ~Copyable, Sendable {
  private let value = Atomic<UInt64>(0)

  package init() {}

  /// The number now.
  package var count: UInt64 { value.load(ordering: .relaxed) }

  /// Only the thread that owns the counter may call it.
  @inline(__always)
  package func add(_ amount: UInt64 = 1) {
    value.store(value.load(ordering: .relaxed) &+ amount, ordering: .relaxed)
  }

  /// For what comes and goes. Only the thread that owns the counter may call it.
  @inline(__always)
  package func subtract(_ amount: UInt64 = 1) {
    value.store(value.load(ordering: .relaxed) &- amount, ordering: .relaxed)
  }

  /// For what is counted elsewhere. Only the thread that owns the counter may call it.
  @inline(__always)
  package func set(_ amount: UInt64) { value.store(amount, ordering: .relaxed) }
}

/// Room before and behind the counters of one thread, so that no cache line of theirs holds
/// another thread's: two lines, since processors fetch them in pairs.
package struct CacheGap: Sendable {
  private let bytes = InlineArray<16, UInt64>(repeating: 0)

  package init() {}
}

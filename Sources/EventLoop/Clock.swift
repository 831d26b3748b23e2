internal import Glibc

/// The time as a loop sees it: read once after each wait, from clocks that cost no system call.
package struct Clock: Sendable {
  /// Milliseconds of a steady clock with an arbitrary start.
  package private(set) var milliseconds: UInt64 = 0
  /// Seconds since 1970 UTC.
  package private(set) var wallSeconds: Int64 = 0

  package init() {
    update()
  }

  package mutating func update() {
    let steady = Self.read(CLOCK_MONOTONIC_COARSE)
    milliseconds =
      UInt64(clamping: steady.tv_sec) * 1000 + UInt64(clamping: steady.tv_nsec) / 1_000_000
    wallSeconds = Int64(Self.read(CLOCK_REALTIME_COARSE).tv_sec)
  }

  private static func read(_ clock: clockid_t) -> timespec {
    var time = timespec()
    unsafe _ = clock_gettime(clock, &time)
    return time
  }
}

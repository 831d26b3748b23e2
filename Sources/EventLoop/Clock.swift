internal import Glibc

/// The time as a loop sees it: read once after each wait, from clocks that cost no system call.
///
/// Deadlines and durations are of the steady clock: setting the machine's time moves none of them.
package struct Clock: Sendable {
  /// Nanoseconds of a steady clock with an arbitrary start.
  package private(set) var nanoseconds: UInt64 = 0
  /// The same in whole milliseconds.
  package private(set) var milliseconds: UInt64 = 0
  /// Seconds since 1970 UTC.
  package private(set) var wallSeconds: Int64 = 0

  init(_ kernel: Kernel) {
    update(kernel)
  }

  mutating func update(_ kernel: Kernel) {
    nanoseconds = kernel.steadyNanoseconds()
    milliseconds = nanoseconds / 1_000_000
    wallSeconds = kernel.wallSeconds()
  }

  /// The steady clock, read anew.
  @inline(__always)
  package static func nanosecondsNow() -> UInt64 {
    let steady = read(CLOCK_MONOTONIC)
    return UInt64(truncatingIfNeeded: steady.tv_sec) &* 1_000_000_000
      &+ UInt64(truncatingIfNeeded: steady.tv_nsec)
  }

  /// Seconds since 1970 UTC, from the clock that costs least.
  @inline(__always)
  static func wallSecondsNow() -> Int64 { Int64(read(CLOCK_REALTIME_COARSE).tv_sec) }

  /// The wall clock, read anew.
  package static func wallNow() -> (seconds: Int64, milliseconds: Int) {
    let time = read(CLOCK_REALTIME)
    return (Int64(time.tv_sec), Int(time.tv_nsec / 1_000_000))
  }

  /// Processor time that this process has taken.
  package static func processorNanoseconds() -> UInt64 {
    let time = read(CLOCK_PROCESS_CPUTIME_ID)
    return UInt64(clamping: time.tv_sec) * 1_000_000_000 + UInt64(clamping: time.tv_nsec)
  }

  private static func read(_ clock: clockid_t) -> timespec {
    var time = timespec()
    unsafe _ = clock_gettime(clock, &time)
    return time
  }
}

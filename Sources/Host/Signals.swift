internal import Glibc

/// Signals that are waited for, one at a time, instead of interrupting a thread.
///
/// A Dispatch signal source would not do: `dispatchMain` leaves the main thread with every signal
/// open, so that one that comes may find that thread, not the source.
package struct Signals {
  private var set = sigset_t()

  /// Holds signals back until they are waited for. To be called before the process has threads,
  /// which inherit it: a signal that found any thread willing would end the process.
  package init(holding numbers: [Int32]) {
    unsafe sigemptyset(&set)
    for number in numbers { unsafe sigaddset(&set, number) }
    unsafe pthread_sigmask(SIG_BLOCK, &set, nil)
  }

  /// Waits for the next signal, at most so many milliseconds: its number, or `nil`.
  package func next(within milliseconds: UInt64) -> Int32? {
    var set = set
    var time = timespec(
      tv_sec: Int(clamping: milliseconds / 1_000),
      tv_nsec: Int(milliseconds % 1_000) * 1_000_000)
    let number = unsafe sigtimedwait(&set, nil, &time)
    return number > 0 ? number : nil
  }
}

internal import EventLoop
internal import Locks

/// Passes on what loops report, but of a trouble that lasts only its beginning: when descriptors
/// run out, every loop has to rest again and again, and the operator needs to read it once.
final class PauseReports: Sendable {
  private let quietMilliseconds: UInt64
  private let report: @Sendable (LoopEvent) -> Void
  /// When a loop last rested, in milliseconds of the loops' clock.
  private let last = Guarded<UInt64?>(nil)

  init(quietMilliseconds: UInt64, report: @escaping @Sendable (LoopEvent) -> Void) {
    self.quietMilliseconds = quietMilliseconds
    self.report = report
  }

  @Sendable
  func receive(_ event: LoopEvent) {
    if case .acceptPaused = event, !isNews(at: Clock().milliseconds) { return }
    report(event)
  }

  /// Whether a rest at `now`, in milliseconds, is the first for a while.
  func isNews(at now: UInt64) -> Bool {
    last.withLock { last in
      let before = last
      last = now
      guard let before else { return true }
      return now >= before &+ quietMilliseconds
    }
  }
}

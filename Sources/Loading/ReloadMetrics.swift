internal import Locks
package import Metrics

/// How often reading again was tried, by what came of it, and how it is now.
package final class ReloadMetrics: Sendable {
  package let changed = SharedCounter()
  package let unchanged = SharedCounter()
  package let failed = SharedCounter()
  private let state = Guarded<(isUnavailable: Bool, isPolled: Bool)?>(nil)

  /// Whether the files cannot be read, so that the last good ones stay; `nil` for what is not
  /// followed.
  package var isUnavailable: Bool? { state.withLock { $0?.isUnavailable } }
  /// Whether the files are looked at every second, since they cannot be watched.
  package var isPolled: Bool? { state.withLock { $0?.isPolled } }

  func set(isUnavailable: Bool, isPolled: Bool) {
    state.withLock { $0 = (isUnavailable, isPolled) }
  }
}

/// Locks: what threads share, and nothing that waits for anything but a lock.
internal import Glibc

/// A value that threads share under a lock.
///
/// The lock is the system's: ThreadSanitizer knows it, and can tell a race from an orderly wait,
/// which it cannot with the standard library's `Mutex` once two threads meet there.
@safe
package final class Guarded<Value>: @unchecked Sendable {
  private var value: Value
  private let mutex: UnsafeMutablePointer<pthread_mutex_t>

  package init(_ value: sending Value) {
    self.value = value
    unsafe mutex = .allocate(capacity: 1)
    unsafe mutex.initialize(to: pthread_mutex_t())
    unsafe _ = pthread_mutex_init(mutex, nil)
  }

  deinit {
    unsafe _ = pthread_mutex_destroy(mutex)
    unsafe mutex.deallocate()
  }

  /// Calls `body` with the value, for this thread alone.
  package func withLock<Result>(_ body: (inout Value) -> sending Result) -> sending Result {
    unsafe _ = pthread_mutex_lock(mutex)
    defer { unsafe _ = pthread_mutex_unlock(mutex) }
    return body(&value)
  }
}

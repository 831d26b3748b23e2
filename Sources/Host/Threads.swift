package import EventLoop
internal import Locks

/// Whether the system gives this process the threads that it needs.
package enum Threads {
  /// Threads of the process beside its loops: main, two that write logs, and those of Dispatch,
  /// which reads on every core.
  package static func needed(loops: Int) -> Int { loops + Environment.coreCount + 6 }

  /// Starts `count` threads that end together, and throws where there are fewer to be had.
  ///
  /// Without it the process would hang when it needs one: Dispatch waits for threads without end,
  /// and without a word.
  package static func probe(_ count: Int) throws(Failure) {
    // Threads that have passed. (Of a value without a size, ThreadSanitizer takes the lock for it.)
    let gate = Guarded(0)
    let error: SystemError? = gate.withLock { _ in
      for _ in 0..<count {
        do throws(SystemError) {
          try Thread.start(name: "probe") { gate.withLock { $0 += 1 } }
        } catch { return error }
      }
      return nil
    }
    if let error { throw failure(count, error) }
  }

  package static func failure(_ count: Int, _ error: SystemError) -> Failure {
    Failure(
      code: .failure,
      message: "cannot start the \(count == 1 ? "thread" : "\(count) threads") needed: "
        + "\(error.reason); raise the limit of threads (ulimit -u, TasksMax=, pids.max) or of "
        + "memory (ulimit -v), or give fewer --loops")
  }
}

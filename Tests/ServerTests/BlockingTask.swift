import EventLoop

/// Runs each job of a task on a thread of its own, so that tests may block on sockets.
final class ThreadPerJob: TaskExecutor {
  static let shared = ThreadPerJob()

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    do {
      try Thread.start(name: "test") {
        unsafe job.runSynchronously(on: ThreadPerJob.shared.asUnownedTaskExecutor())
      }
    } catch {
      preconditionFailure("no thread for a test: \(error)")
    }
  }
}

/// Runs `body` where it may block.
func blocking(_ body: sending () async throws -> Void) async throws {
  try await withTaskExecutorPreference(ThreadPerJob.shared) { try await body() }
}

internal import Catalog
internal import Dispatch
internal import EventLoop

/// Keeps a folder of statements loaded: reads it at the start, on request and whenever it changes,
/// and publishes each new state as one snapshot.
///
/// Used on its queue only, but for `init` and `start`. It ends with the process.
final class StatementKeeper: @unchecked Sendable {
  typealias Publish = @Sendable (Snapshot) -> Void
  typealias Tell = @Sendable ([Snapshot.Problem]) -> Void

  private let follower: Follower
  private var folder: StatementFolder
  private var reported: [StatementFolder.Problem] = []
  private var publish: Publish?
  private var tell: Tell?
  private var told: Failure?

  /// Reads `folder` for the first time. It must be there; files that are no texts are reported and
  /// left out.
  init(
    folder path: String, queue: DispatchQueue, reloads: Follower.Reloads = Follower.Reloads()
  ) throws(Failure) {
    follower = Follower(
      [path], queue: queue, consequence: "the last statements stay",
      event: .statementsUnavailable, reloads: reloads)
    folder = StatementFolder(path: path)
    _ = try folder.refresh()
    report()
  }

  /// What is loaded now.
  var snapshot: Snapshot {
    let isServing = publish != nil
    return Snapshot(
      folder.sources, directory: folder.directory, modified: Directory.modified(folder.path),
      problems: folder.problems.map { problem in
        // Whoever asks is told the file's name, but not where this machine keeps it.
        let reason = problem.reason.replacing("\(folder.path)/", with: "")
        return Snapshot.Problem(
          file: problem.name, detail: "\(reason); \(problem.consequence)")
      },
      concurrently: { count, task in
        DispatchQueue.concurrentPerform(iterations: count) { number in
          if isServing { Priority.lower() }
          task(number)
        }
      })
  }

  /// From now on, publishes each change of the folder, and tells what keeps it from being read.
  func start(_ publish: @escaping Publish, tell: @escaping Tell) {
    self.publish = publish
    self.tell = tell
    follower.start { [self] in reload() }
  }

  /// Reads what changed, and publishes it if anything did.
  func reload() {
    Priority.lower()
    follower.attempt { () throws(Failure) in
      let hasChanged = try folder.refresh()
      report()
      if hasChanged {
        let snapshot = snapshot
        publish?(snapshot)
        log(snapshot)
        Memory.giveBack()
      }
      return hasChanged
    }
    guard follower.trouble != told else { return }
    told = follower.trouble
    tell?(
      [follower.trouble].compactMap { $0 }.map { trouble in
        // Whoever asks is not told where this machine keeps it.
        let detail = trouble.message.replacing(folder.path, with: "")
        return Snapshot.Problem(file: "statements", detail: "\(detail); the last statements stay")
      })
  }

  /// Keeps this folder, which has been read, from now on.
  func adopt(_ folder: StatementFolder) {
    self.folder = folder
    follower.follow([folder.path])
    let snapshot = snapshot
    publish?(snapshot)
    log(snapshot)
  }

  private func log(_ snapshot: Snapshot) {
    Log.write(
      .statementsLoaded, "statements served: \(snapshot.statements.count)",
      [
        "folder": folder.path, "statements": "\(snapshot.statements.count)",
        "revision": snapshot.revision,
      ])
  }

  /// Tells the operator of problems that were not told before.
  private func report() {
    let problems = folder.problems
    for problem in problems where !reported.contains(problem) {
      Log.write(
        .statementProblem, "\(problem.reason); \(problem.consequence)",
        ["file": "\(folder.path)/\(problem.name)", "reason": problem.reason])
    }
    reported = problems
  }
}

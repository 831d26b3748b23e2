package import Catalog
internal import Dispatch
package import Host
internal import Logging

/// Keeps a folder of statements loaded: reads it at the start, on request and whenever it changes,
/// and publishes each new state as one snapshot.
///
/// Used on its queue only, but for `init` and `start`. It ends with the process.
package final class StatementReloader: @unchecked Sendable, ReloadedFiles {
  package typealias Publish = @Sendable (Snapshot) -> Void
  package typealias Tell = @Sendable ([SourceProblem]) -> Void

  private let follower: ReloadDriver
  private var folder: StatementFolder
  private var reported: [StatementFolder.FileProblem] = []
  private var publish: Publish?
  /// A hash of the ids and digests of what was served last, and when that last changed by a text
  /// that came or went, in seconds since 1970.
  private var served: Int?
  private var modified: Int64?

  package var reloads: ReloadMetrics { follower.reloads }

  /// How long a file rests before it is read.
  var restMilliseconds: UInt64 {
    get { folder.resting.restMilliseconds }
    set { folder.resting.restMilliseconds = newValue }
  }

  /// Reads `folder` for the first time. It must be there; files that are no texts are reported and
  /// left out.
  init(
    folder path: String, restMilliseconds: UInt64, queue: DispatchQueue,
    reloads: ReloadMetrics = ReloadMetrics()
  ) throws(Failure) {
    follower = ReloadDriver(
      queue: queue, consequence: "the last statements stay", event: .statementsUnavailable,
      reloads: reloads)
    folder = try StatementFolder.read(path, restMilliseconds: restMilliseconds)
    report()
  }

  /// What is loaded now. Of texts that are held back, nothing shows: neither what is wrong in them
  /// nor that the folder has changed.
  func takeSnapshot() -> Snapshot {
    let isServing = publish != nil
    let sources = folder.sources
    var hasher = Hasher()
    for source in sources {
      hasher.combine(source.id)
      hasher.combine(source.sha256)
      hasher.combine(source.correctionsDigest)
    }
    let now = hasher.finalize()
    if folder.heldBack.isEmpty || now != served ?? now {
      modified = Directory.modified(folder.path)
    }
    served = now
    return Snapshot(
      sources, declarations: folder.declarations, modified: modified,
      problems: folder.problems.filter { !folder.isSecret($0.name) }.map { problem in
        // Whoever asks is told the file's name, but not where this machine keeps it.
        let reason = problem.reason.replacing("\(folder.path)/", with: "")
        return SourceProblem(
          file: problem.name.description,
          detail: "\(reason); \(problem.consequence.rawValue)")
      },
      concurrently: { count, task in
        DispatchQueue.concurrentPerform(iterations: count) { number in
          if isServing { Priority.lower() }
          task(number)
        }
      })
  }

  /// From now on, publishes each change, and tells what keeps the folder from being read or
  /// watched.
  func start(_ publish: @escaping Publish, tell: @escaping Tell) {
    self.publish = publish
    follower.start(self) { [self] troubles in
      tell(troubles.map { SourceProblem($0, of: [folder.path]) })
    }
  }

  /// Reads everything again, and publishes it if anything changed.
  func reload() { follower.look(anew: true) }

  /// Keeps this folder, which has been read, from now on.
  func adopt(_ folder: StatementFolder) {
    self.folder = folder
    publishAnew()
  }

  private func publishAnew() {
    let snapshot = takeSnapshot()
    publish?(snapshot)
    Log.write(
      .statementsLoaded, "statements served: \(snapshot.statements.count)",
      [
        "folder": folder.path, "statements": "\(snapshot.statements.count)",
        "heldBack": "\(folder.heldBack.count)",
        "revision": snapshot.revision,
      ])
    Memory.giveBack()
  }

  /// Tells the operator of problems that were not told before.
  private func report() {
    let problems = folder.problems
    for problem in problems where !reported.contains(problem) {
      Log.write(
        .statementProblem, "\(problem.reason); \(problem.consequence.rawValue)",
        ["file": folder.place(of: problem.name), "reason": problem.reason])
    }
    reported = problems
  }

  // MARK: ReloadedFiles

  package var places: [String] { [folder.path] }
  package var plan: WatchPlan { folder.plan }
  package var due: UInt64? { folder.due }

  package func note(_ event: FileEvent, _ name: FileName, at now: UInt64) {
    folder.resting.note(event, name, matters: StatementFolder.isServed(name), at: now)
  }

  package func forgetWriters() { folder.resting.forgetWriters() }

  package func look(_ look: FolderLook) throws(Failure) -> Bool {
    Priority.lower()
    let hasChanged = try folder.refresh(look)
    guard hasChanged else { return false }
    report()
    publishAnew()
    return true
  }
}

extension SourceProblem {
  /// A trouble as whoever asks is told of it: names, but not where this machine keeps them.
  package init(_ trouble: String, of paths: [String]) {
    var detail = trouble
    // A folder is the beginning of the paths of its files.
    let longestFirst = paths.sorted { $0.utf8.count > $1.utf8.count }
    for path in longestFirst {
      detail = detail.replacing(path, with: Directory.name(of: path))
    }
    let named = longestFirst.compactMap { path in
      trouble.firstRange(of: path).map { (path: path, place: $0.lowerBound) }
    }
    let first = named.min { $0.place < $1.place }?.path ?? paths.first ?? ""
    self.init(file: Directory.name(of: first), detail: detail)
  }
}

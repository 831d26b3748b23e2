internal import Catalog
internal import Dispatch
internal import EventLoop

/// Keeps a folder of statements loaded: reads it at the start, on request and whenever it changes,
/// and publishes each new state as one snapshot.
///
/// Used on its queue only, but for `init`. It ends with the process.
final class StatementKeeper: @unchecked Sendable {
  typealias Publish = @Sendable (Snapshot) -> Void

  /// How long until a folder that has gone is looked for again.
  static let retrySeconds = 1

  private let queue: DispatchQueue
  private var folder: StatementFolder
  private var watch: FolderWatch?
  private var reported: [StatementFolder.Problem] = []
  private var lastTrouble: String?
  private var isRetryPending = false
  private var publish: Publish?

  /// Reads `folder` for the first time. It must be there; files that are no texts are reported and
  /// left out.
  init(folder path: String, queue: DispatchQueue) throws(Failure) {
    self.queue = queue
    folder = StatementFolder(path: path)
    _ = try folder.refresh()
    report()
  }

  /// What is loaded now.
  var snapshot: Snapshot {
    Snapshot(
      folder.sources, directory: folder.directory, modified: Directory.modified(folder.path),
      problems: folder.problems.map { problem in
        // Whoever asks is told the file's name, but not where this machine keeps it.
        let reason = problem.reason.replacing("\(folder.path)/", with: "")
        return Snapshot.Problem(
          file: problem.name, detail: "\(reason); \(problem.consequence)")
      })
  }

  /// From now on, publishes each change of the folder.
  func start(_ publish: @escaping Publish) {
    queue.async { [self] in
      self.publish = publish
      reload()
    }
  }

  /// Reads what changed, and publishes it if anything did. A folder that cannot be read or watched
  /// is tried again.
  func reload() {
    do {
      // The watch first: what changes from here on is told.
      try follow()
      let hasChanged = try folder.refresh()
      lastTrouble = nil
      report()
      if hasChanged {
        publish?(snapshot)
        Memory.giveBack()
      }
    } catch {
      tell("the last statements stay: \(error.message)")
      retry()
    }
  }

  private func retry() {
    guard !isRetryPending else { return }
    isRetryPending = true
    queue.asyncAfter(deadline: .now() + .seconds(Self.retrySeconds)) { [self] in
      isRetryPending = false
      if lastTrouble != nil { reload() }
    }
  }

  /// Watches the folder that is at the path now.
  private func follow() throws(Failure) {
    guard watch?.isOver != false else { return }
    watch = nil
    do {
      watch = try FolderWatch(folder.path, queue: queue) { [self] in reload() }
    } catch {
      throw Failure(
        code: .failure, message: "cannot watch the folder \(folder.path): \(error.reason)")
    }
  }

  /// Tells the operator of trouble with the folder, once for as long as it lasts.
  private func tell(_ trouble: String) {
    guard lastTrouble == nil else { return }
    lastTrouble = trouble
    StandardError.write("signatory: \(trouble)\n")
  }

  /// Tells the operator of problems that were not told before.
  private func report() {
    let problems = folder.problems
    for problem in problems where !reported.contains(problem) {
      StandardError.write("signatory: \(problem.reason); \(problem.consequence)\n")
    }
    reported = problems
  }
}

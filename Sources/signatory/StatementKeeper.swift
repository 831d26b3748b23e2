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
  var snapshot: Snapshot { Snapshot(folder.sources, directory: folder.directory) }

  /// From now on, publishes each change of the folder.
  func start(_ publish: @escaping Publish) {
    queue.async { [self] in
      self.publish = publish
      follow()
      // What changed between the first reading and the watch.
      reload()
    }
  }

  /// Reads what changed, and publishes it if anything did.
  func reload() {
    do {
      let hasChanged = try folder.refresh()
      report()
      if hasChanged { publish?(snapshot) }
    } catch {
      StandardError.write("signatory: the last statements stay: \(error.message)\n")
    }
    if watch?.isOver != false { follow() }
  }

  /// Watches the folder; while it cannot be watched, tries again.
  private func follow() {
    watch = nil
    do {
      watch = try FolderWatch(folder.path, queue: queue) { [self] in reload() }
    } catch {
      StandardError.write(
        "signatory: cannot watch \(folder.path): \(error.reason); trying again\n")
      queue.asyncAfter(deadline: .now() + .seconds(Self.retrySeconds)) { [self] in reload() }
    }
  }

  /// Tells the operator of problems that were not told before.
  private func report() {
    let problems = folder.problems
    for problem in problems where !reported.contains(problem) {
      let consequence = problem.hasLastGood ? "its last good version stays" : "it is left out"
      StandardError.write("signatory: \(problem.reason); \(consequence)\n")
    }
    reported = problems
  }
}

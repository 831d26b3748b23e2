internal import Dispatch
internal import EventLoop
internal import Metrics

/// Follows folders for the keeper of what is in them: has it read again when something changes or
/// went wrong, and tells the operator of each trouble once, for as long as it lasts.
///
/// Used on its queue only. It ends with the process.
final class Follower: @unchecked Sendable {
  /// How long until what failed is tried again.
  static let retrySeconds = 1

  private let queue: DispatchQueue
  private var folders: [String]
  /// What goes on meanwhile, in the operator's words.
  private let consequence: String
  /// How trouble is called in the log.
  private let event: LogEvent.Name
  let reloads: Reloads
  /// Reads again. It is to call `attempt`.
  private var reload: (@Sendable () -> Void)?
  private var watches: [FolderWatch] = []
  private var isRetryPending = false
  /// What is wrong now.
  private(set) var trouble: Failure?

  /// How often reading again was tried, by what came of it.
  final class Reloads: Sendable {
    let changed = SharedCounter()
    let unchanged = SharedCounter()
    let failed = SharedCounter()
  }

  init(
    _ folders: [String], queue: DispatchQueue, consequence: String, event: LogEvent.Name,
    reloads: Reloads = Reloads()
  ) {
    self.reloads = reloads
    self.folders = folders
    self.queue = queue
    self.consequence = consequence
    self.event = event
  }

  /// From now on, calls `reload` on each change and once soon.
  func start(_ reload: @escaping @Sendable () -> Void) {
    queue.async { [self] in
      self.reload = reload
      reload()
    }
  }

  /// Follows these folders instead, from the next attempt on.
  func follow(_ folders: [String]) {
    self.folders = folders
    watches = []
  }

  /// Does `body`, once the folders are watched; it says whether anything changed. What fails is
  /// told, and tried again.
  func attempt(_ body: () throws(Failure) -> Bool) {
    do throws(Failure) {
      // The watches first: what changes from here on is told.
      try watch()
      let hasChanged = try body()
      if hasChanged { reloads.changed.add() } else { reloads.unchanged.add() }
      trouble = nil
    } catch {
      reloads.failed.add()
      tell(error)
      retry()
    }
  }

  /// Watches the folders that are at the paths now.
  private func watch() throws(Failure) {
    guard watches.count < folders.count || watches.contains(where: \.isOver) else { return }
    watches = []
    for folder in folders {
      do {
        watches.append(try FolderWatch(folder, queue: queue) { [self] in reload?() })
      } catch {
        throw Failure(
          code: .failure, message: "cannot watch the folder \(folder): \(error.reason)")
      }
    }
  }

  private func tell(_ trouble: Failure) {
    guard self.trouble != trouble else { return }
    self.trouble = trouble
    Log.write(
      event, "\(consequence): \(trouble.message)",
      ["folder": folders.joined(separator: " "), "reason": trouble.message])
  }

  private func retry() {
    guard !isRetryPending else { return }
    isRetryPending = true
    queue.asyncAfter(deadline: .now() + .seconds(Self.retrySeconds)) { [self] in
      isRetryPending = false
      if trouble != nil { reload?() }
    }
  }
}

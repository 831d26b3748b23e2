internal import Catalog
internal import Dispatch

/// Keeps what is served: the statement built in, or a folder of texts, as the settings say now.
///
/// Used on its queue only, but for `init` and `start`. It ends with the process.
final class LibraryKeeper: @unchecked Sendable {
  private let queue: DispatchQueue
  private var keeper: StatementKeeper?
  private var publish: StatementKeeper.Publish?
  private var tell: StatementKeeper.Tell?
  /// What is served at the start.
  let snapshot: Snapshot
  let reloads = Follower.Reloads()

  /// How long a text rests before it is read.
  var restMilliseconds: UInt64 {
    didSet { keeper?.restMilliseconds = restMilliseconds }
  }

  init(_ folder: String?, restMilliseconds: UInt64, queue: DispatchQueue) throws(Failure) {
    self.queue = queue
    self.restMilliseconds = restMilliseconds
    if let folder {
      let keeper = try StatementKeeper(
        folder: folder, restMilliseconds: restMilliseconds, queue: queue, reloads: reloads)
      self.keeper = keeper
      snapshot = keeper.snapshot
      Memory.giveBack()
    } else {
      snapshot = try Library.builtIn()
    }
  }

  /// From now on, publishes each change, and tells what keeps the folder from being read.
  func start(
    _ publish: @escaping StatementKeeper.Publish, tell: @escaping StatementKeeper.Tell
  ) {
    self.publish = publish
    self.tell = tell
    keeper?.start(publish, tell: tell)
  }

  func reload() { keeper?.reload() }

  /// Reads what the setting names now where that is another folder; throws where it cannot. What it
  /// gives is to be called to serve that.
  func move(from old: String?, to new: String?) throws(Failure) -> () -> Void {
    guard old != new else { return {} }
    guard let new else {
      Log.write(
        .settingWaits, "statements: the new value waits for a restart",
        ["setting": "statements"])
      return {}
    }
    if let keeper {
      let folder = try StatementFolder.read(new, restMilliseconds: restMilliseconds)
      return { keeper.adopt(folder) }
    }
    let made = try StatementKeeper(
      folder: new, restMilliseconds: restMilliseconds, queue: queue, reloads: reloads)
    return { [self] in
      keeper = made
      guard let publish, let tell else { return }
      publish(made.snapshot)
      made.start(publish, tell: tell)
    }
  }
}

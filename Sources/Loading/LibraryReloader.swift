package import Catalog
package import Dispatch
package import Host
internal import Logging

/// Keeps what is served: the statement built in, or a folder of texts, as the settings say now.
///
/// Used on its queue only, but for `init` and `start`. It ends with the process.
package final class LibraryReloader: @unchecked Sendable {
  private let queue: DispatchQueue
  private var reloader: StatementReloader?
  private var publish: StatementReloader.Publish?
  private var tell: StatementReloader.Tell?
  /// What is served at the start.
  package let snapshot: Snapshot
  package let reloads = ReloadMetrics()

  /// How long a text rests before it is read.
  package var restMilliseconds: UInt64 {
    didSet { reloader?.restMilliseconds = restMilliseconds }
  }

  package init(_ folder: String?, restMilliseconds: UInt64, queue: DispatchQueue) throws(Failure) {
    self.queue = queue
    self.restMilliseconds = restMilliseconds
    if let folder {
      let reloader = try StatementReloader(
        folder: folder, restMilliseconds: restMilliseconds, queue: queue, reloads: reloads)
      self.reloader = reloader
      snapshot = reloader.takeSnapshot()
      Memory.giveBack()
    } else {
      snapshot = try StatementLoader.builtIn()
    }
  }

  /// From now on, publishes each change, and tells what keeps the folder from being read.
  package func start(
    _ publish: @escaping StatementReloader.Publish, tell: @escaping StatementReloader.Tell
  ) {
    self.publish = publish
    self.tell = tell
    reloader?.start(publish, tell: tell)
  }

  package func reload() { reloader?.reload() }

  /// Reads what the setting names now where that is another folder; throws where it cannot. What it
  /// gives is to be called to serve that.
  package func move(from old: String?, to new: String?) throws(Failure) -> () -> Void {
    guard old != new else { return {} }
    guard let new else {
      Log.write(
        .settingWaits, "statements: the new value needs a restart",
        ["setting": "statements"])
      return {}
    }
    if let reloader {
      let folder = try StatementFolder.read(new, restMilliseconds: restMilliseconds)
      return { reloader.adopt(folder) }
    }
    let made = try StatementReloader(
      folder: new, restMilliseconds: restMilliseconds, queue: queue, reloads: reloads)
    return { [self] in
      reloader = made
      guard let publish, let tell else { return }
      publish(made.takeSnapshot())
      made.start(publish, tell: tell)
    }
  }
}

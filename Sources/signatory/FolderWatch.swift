internal import Dispatch
internal import EventLoop
internal import Glibc

/// Tells when anything in a folder changes, by inotify.
///
/// A file counts as changed when its writer closes it or it is moved in, so that no half-written
/// text is read. Changes that come close together are told once.
final class FolderWatch {
  /// How long after a change it is told; others that come meanwhile are told with it.
  static let settleMilliseconds = 50

  private let source: any DispatchSourceRead
  private let folder: String

  /// Whether the folder that is watched is not the one at its path any more.
  var isOver: Bool { watchedInode != Directory.inode(of: folder) }
  private let watchedInode: UInt?

  /// Calls `changed` on `queue` some milliseconds after each change.
  init(_ folder: String, queue: DispatchQueue, changed: @escaping @Sendable () -> Void)
    throws(SystemError)
  {
    let number = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    guard number >= 0 else { throw .last("inotify_init1") }
    let inotify = Inotify(number)
    self.folder = folder
    let events =
      IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_CREATE | IN_ATTRIB
      | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR
    watchedInode = Directory.inode(of: folder)
    guard unsafe inotify_add_watch(number, folder, UInt32(events)) >= 0 else {
      throw .last("inotify_add_watch")
    }
    source = DispatchSource.makeReadSource(fileDescriptor: number, queue: queue)
    let settling = Settling(queue: queue, changed: changed)
    source.setEventHandler {
      Self.dropEvents(of: number)
      settling.start()
    }
    // The descriptor is closed when the source has let go of it, and not before: its number would
    // be given to the next watch, whose source would then hear nothing.
    source.setCancelHandler { withExtendedLifetime(inotify) {} }
    source.activate()
  }

  deinit { source.cancel() }

  /// Owns the inotify descriptor.
  private final class Inotify: Sendable {
    private let descriptor: Descriptor

    init(_ number: Int32) { descriptor = Descriptor(owning: number) }
  }

  /// The events do not matter one by one: what changed is seen by looking at the folder.
  private static func dropEvents(of descriptor: Int32) {
    var buffer = [UInt8](repeating: 0, count: 16_384)
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes { bytes in
        unsafe read(descriptor, bytes.baseAddress, bytes.count)
      }
      if count <= 0 { return }
    }
  }

  /// Waits once for changes to settle. Used on its queue only.
  private final class Settling: @unchecked Sendable {
    private let queue: DispatchQueue
    private let changed: @Sendable () -> Void
    private var isWaiting = false

    init(queue: DispatchQueue, changed: @escaping @Sendable () -> Void) {
      self.queue = queue
      self.changed = changed
    }

    func start() {
      guard !isWaiting else { return }
      isWaiting = true
      queue.asyncAfter(deadline: .now() + .milliseconds(settleMilliseconds)) { [self] in
        isWaiting = false
        changed()
      }
    }
  }
}

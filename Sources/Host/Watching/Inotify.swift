package import Dispatch
package import EventLoop
internal import Glibc

/// Watches folders by inotify, and tells what befalls the names in them.
///
/// A watch is of one folder, not of a path or an inode number: it ends when the kernel says that
/// the folder is gone. `watch` therefore asks anew for all folders each time, which leaves those
/// that are watched already as they are. Used on its queue only.
package final class Inotify {
  /// What is told: something befell a file, by its key in the plan; or something of the way to one
  /// did, or events were lost, so that all must be looked at anew.
  package enum Told: Equatable {
    case file(FileName, FileEvent)
    case way(of: FileName)
    case lost
  }

  /// Added to what is asked for already: two paths of one folder are one watch.
  private static let mask = UInt32(
    IN_MASK_ADD | IN_CREATE | IN_MODIFY | IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE
      | IN_ATTRIB
      | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR)
  /// Of a folder that is only on the way nobody needs to know who writes in it.
  private static let wayMask = UInt32(
    IN_MASK_ADD | IN_CREATE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_ATTRIB | IN_DELETE_SELF
      | IN_MOVE_SELF | IN_ONLYDIR)

  private let source: any DispatchSourceRead
  private let number: Int32
  private var interests: [Int32: WatchPlan.WatchedNames] = [:]
  private var buffer = [UInt8](repeating: 0, count: 65_536)

  /// Calls `tell` on `queue`.
  package init(queue: DispatchQueue, tell: @escaping @Sendable () -> Void) throws(SystemError) {
    number = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    guard number >= 0 else { throw .last("inotify_init1") }
    let owner = Owner(number)
    source = DispatchSource.makeReadSource(fileDescriptor: number, queue: queue)
    source.setEventHandler(handler: tell)
    // The descriptor is closed when the source has let go of it, and not before: its number would
    // be given to the next watch, whose source would then hear nothing.
    source.setCancelHandler { withExtendedLifetime(owner) {} }
    source.activate()
  }

  deinit { source.cancel() }

  /// Owns the descriptor.
  private final class Owner: Sendable {
    private let descriptor: Descriptor

    init(_ number: Int32) { descriptor = Descriptor(owning: number) }
  }

  /// Watches what `plan` says, and nothing else. True where a whole folder was not watched before:
  /// what it holds may be other files by the same names. Throws where a whole folder cannot be
  /// watched; of the others, which may be forbidden, only looking tells.
  package func watch(_ plan: WatchPlan) throws(SystemError) -> Bool {
    var wanted: [Int32: WatchPlan.WatchedNames] = [:]
    var isNew = false
    var failure: SystemError?
    for (folder, interest) in plan.folders {
      let mask = interest.hasFiles ? Self.mask : Self.wayMask
      let watch = unsafe inotify_add_watch(number, folder, mask)
      guard watch >= 0 else {
        let error = SystemError.last("inotify_add_watch")
        if error.code == ENOSPC || interest.isWhole { failure = error }
        continue
      }
      if interest.isWhole, interests[watch]?.isWhole != true { isNew = true }
      wanted[watch, default: WatchPlan.WatchedNames()].merge(interest)
    }
    for watch in interests.keys where wanted[watch] == nil {
      _ = inotify_rm_watch(number, watch)
    }
    interests = wanted
    if let failure { throw failure }
    return isNew
  }

  // MARK: Events

  /// What was told since the last call. A folder that is gone is watched no more.
  package func take() -> [Told] {
    var told: [Told] = []
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes { bytes in
        unsafe read(number, bytes.baseAddress, bytes.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return told }
      for event in Self.events(buffer[..<count]) { take(event, &told) }
    }
  }

  private struct Event {
    var watch: Int32
    var mask: UInt32
    var cookie: UInt32
    var name: FileName
  }

  private static func events(_ bytes: ArraySlice<UInt8>) -> [Event] {
    let headBytes = 16
    var events: [Event] = []
    var index = bytes.startIndex
    while index + headBytes <= bytes.endIndex {
      func word(_ number: Int) -> UInt32 {
        bytes[(index + number * 4)..<(index + number * 4 + 4)].reversed()
          .reduce(0) { $0 << 8 | UInt32($1) }
      }
      let nameStart = index + headBytes
      let end = min(nameStart + Int(word(3)), bytes.endIndex)
      let name = bytes[nameStart..<end].prefix { $0 != 0 }
      events.append(
        Event(
          watch: Int32(bitPattern: word(0)), mask: word(1), cookie: word(2),
          name: FileName(name)))
      index = end
    }
    return events
  }

  private func take(_ event: Event, _ told: inout [Told]) {
    func has(_ flags: Int) -> Bool { event.mask & UInt32(flags) != 0 }
    if has(Int(IN_Q_OVERFLOW)) { return told.append(.lost) }
    guard let interest = interests[event.watch] else { return }
    if has(Int(IN_IGNORED)) { interests[event.watch] = nil }
    if has(Int(IN_IGNORED | IN_UNMOUNT | IN_DELETE_SELF | IN_MOVE_SELF)) || event.name.bytes.isEmpty
    {
      return told.append(.way(of: WatchPlan.root))
    }
    guard let what = Self.event(event) else { return }
    if interest.isWhole { told.append(.file(event.name, what)) }
    let name = event.name.description
    if what.changesWay { told += (interest.ways[name] ?? []).map(Told.way) }
    for key in interest.files[name] ?? [] {
      told.append(.file(key, what))
      if what.changesWay { told.append(.way(of: key)) }
    }
  }

  private static func event(_ event: Event) -> FileEvent? {
    func has(_ flag: Int32) -> Bool { event.mask & UInt32(flag) != 0 }
    if has(Int32(IN_CREATE)) { return .created }
    if has(Int32(IN_MODIFY)) { return .written }
    if has(Int32(IN_CLOSE_WRITE)) { return .closed }
    if has(Int32(IN_MOVED_TO)) { return .arrived(event.cookie) }
    if has(Int32(IN_MOVED_FROM)) { return .left(event.cookie) }
    if has(Int32(IN_DELETE)) { return .removed }
    if has(Int32(IN_ATTRIB)) { return .touched }
    return nil
  }
}

extension FileEvent {
  /// Whether a path with this name in it may lead elsewhere now.
  fileprivate var changesWay: Bool { self != .written && self != .closed }
}

extension WatchPlan.WatchedNames {
  fileprivate mutating func merge(_ other: Self) {
    isWhole = isWhole || other.isWhole
    ways.merge(other.ways) { $0.union($1) }
    files.merge(other.files) { $0.union($1) }
  }
}

extension SystemError {
  /// What keeps folders from being watched, with the way out.
  package func watchProblem(of folders: [String]) -> String {
    let what = "cannot watch \(folders.joined(separator: ", "))"
    switch code {
    case EMFILE where Self.hasDescriptors:
      return "\(what): the user's inotify instances are used up: raise "
        + "fs.inotify.max_user_instances\(Self.value("instances")) with sysctl"
    case EMFILE:
      return "\(what): this process may open no more descriptors: raise descriptorsMax or "
        + "LimitNOFILE="
    case ENOSPC:
      return "\(what): the user's inotify watches are used up: raise "
        + "fs.inotify.max_user_watches\(Self.value("watches")) with sysctl"
    default: return "\(what): \(reason)"
    }
  }

  /// EMFILE means two things (inotify_init(2)); where a descriptor can be had it is the other one.
  private static var hasDescriptors: Bool {
    let number = unsafe open("/dev/null", O_RDONLY | O_CLOEXEC)
    guard number >= 0 else { return false }
    _ = close(number)
    return true
  }

  /// Such as ` (now 128)`.
  private static func value(_ name: String) -> String {
    guard let file = try? FileContent(path: "/proc/sys/fs/inotify/max_user_\(name)") else {
      return ""
    }
    let digits = String(decoding: file.bytes.prefix { $0 != 0x0A }, as: UTF8.self)
    return " (now \(digits))"
  }
}

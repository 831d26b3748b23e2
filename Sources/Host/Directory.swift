internal import EventLoop
package import Glibc

/// What a folder holds, without its hidden entries.
package enum Directory {
  /// One entry, with what tells that its content has changed.
  package struct Entry: Equatable {
    package var name: FileName
    package var content: EntryContent
    /// Whether it is a link, so that what it leads to is to be watched too.
    package var isLink = false
  }

  package enum EntryContent: Equatable {
    case file(FileState)
    /// It cannot be served, and why. What it was may come back.
    case skipped(String)
  }

  /// What changes when a file does: its place on the disk, size, and times of change. Who sets the
  /// time of a file back changes `changed`, which nobody can set.
  package struct FileState: Hashable {
    package struct Time: Hashable {
      package var seconds: Int
      var nanoseconds: Int

      fileprivate init(_ time: timespec) {
        seconds = time.tv_sec
        nanoseconds = time.tv_nsec
      }

      init(seconds: Int, nanoseconds: Int = 0) {
        self.seconds = seconds
        self.nanoseconds = nanoseconds
      }
    }

    var device: UInt
    var inode: UInt
    package var size: Int
    package var modified: Time
    package var changed: Time

    package init(device: UInt, inode: UInt, size: Int, modified: Time, changed: Time) {
      self.device = device
      self.inode = inode
      self.size = size
      self.modified = modified
      self.changed = changed
    }

    /// The state of a regular file; `nil` for what is none.
    package init?(_ status: stat) {
      guard status.st_mode & S_IFMT == S_IFREG else { return nil }
      self.init(
        device: UInt(status.st_dev), inode: UInt(status.st_ino), size: Int(status.st_size),
        modified: Time(status.st_mtim), changed: Time(status.st_ctim))
    }
  }

  /// The entries of `folder` whose name `isWanted`, in order of their names' bytes.
  ///
  /// Throws where the folder cannot be listed whole, or nobody could open what it lists: that is no
  /// empty folder.
  package static func entries(
    of folder: String, where isWanted: (FileName) -> Bool
  ) throws(Failure) -> [Entry] {
    guard let directory = unsafe opendir(folder) else { throw failure(folder, "opendir") }
    defer { unsafe _ = closedir(directory) }
    let descriptor = unsafe dirfd(directory)
    guard unsafe faccessat(descriptor, ".", X_OK, AT_EACCESS) == 0 else {
      throw failure(folder, "faccessat", hint: ": it may be listed, but not entered (mode x)")
    }
    var entries: [Entry] = []
    while true {
      errno = 0
      guard let entry = unsafe readdir(directory) else {
        // The end and a failure look the same but for this.
        guard errno == 0 else { throw failure(folder, "readdir") }
        break
      }
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe FileName(bytes.prefix { $0 != 0 })
      }
      guard name.bytes.first != 0x2E, isWanted(name) else { continue }
      if let entry = Self.entry(name, in: descriptor) { entries.append(entry) }
    }
    return entries.sorted { $0.name < $1.name }
  }

  /// Asked of the folder that is open: another may stand at its path by now. `nil` where it has
  /// gone.
  private static func entry(_ name: FileName, in descriptor: Int32) -> Entry? {
    guard let text = name.text else {
      return Entry(name: name, content: .skipped("its name is no UTF-8"))
    }
    var status = stat()
    guard unsafe fstatat(descriptor, text, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
      return errno == ENOENT ? nil : Entry(name: name, content: .skipped(reason()))
    }
    let isLink = status.st_mode & S_IFMT == S_IFLNK
    if isLink, unsafe fstatat(descriptor, text, &status, 0) != 0 {
      let reason = errno == ENOENT ? "it is a link that leads nowhere" : reason()
      return Entry(name: name, content: .skipped(reason), isLink: true)
    }
    let content = FileState(status).map(EntryContent.file) ?? .skipped(kind(status.st_mode))
    return Entry(name: name, content: content, isLink: isLink)
  }

  private static func kind(_ mode: mode_t) -> String {
    switch mode & S_IFMT {
    case S_IFDIR: "it is a folder"
    case S_IFIFO: "it is a pipe (FIFO)"
    case S_IFSOCK: "it is a socket"
    default: "it is a device"
    }
  }

  private static func reason() -> String {
    "cannot be read: \(SystemError(call: "", code: errno).reason)"
  }

  private static func failure(
    _ folder: String, _ call: StaticString, hint: String = ""
  ) -> Failure {
    Failure(
      code: .usage,
      message:
        "cannot read the statements folder \(folder): \(SystemError.last(call).reason)\(hint)")
  }

  /// How many entries `folder` has, without those that reading it adds or hides.
  package static func count(_ folder: String) -> Int {
    guard let directory = unsafe opendir(folder) else { return 0 }
    defer { unsafe _ = closedir(directory) }
    var count = 0
    while let entry = unsafe readdir(directory) {
      if unsafe entry.pointee.d_name.0 != 0x2E { count += 1 }
    }
    return count
  }

  /// The state of the regular file at `path`; `nil` for what is none or has gone.
  package static func state(of path: String) -> FileState? {
    var status = stat()
    return unsafe stat(path, &status) == 0 ? FileState(status) : nil
  }

  /// When an entry was last added to the folder at `path` or taken out, in seconds since 1970.
  package static func modified(_ path: String) -> Int64? {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    return Int64(status.st_mtim.tv_sec)
  }

  /// Whether there is a folder at `path`.
  package static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether a file system is mounted at the folder `path`: its device is not that of its parent.
  package static func isMountPoint(_ path: String) -> Bool {
    var (inner, outer) = (stat(), stat())
    guard unsafe stat(path, &inner) == 0, unsafe stat("\(path)/..", &outer) == 0 else {
      return false
    }
    return inner.st_dev != outer.st_dev
  }

  /// The last part of a path.
  package static func name(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  /// The folder that the file at `path` is in.
  package static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}

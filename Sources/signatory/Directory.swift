internal import EventLoop
internal import Glibc

/// What a folder holds, without its hidden entries.
enum Directory {
  /// One entry, with what tells that its content has changed.
  struct Entry: Equatable {
    var name: String
    var state: FileState
  }

  /// What changes when a file does: its place on the disk, size and time of change.
  struct FileState: Equatable {
    var device: UInt
    var inode: UInt
    var size: Int
    var seconds: Int
    var nanoseconds: Int

    /// The state of a regular file; `nil` for what is none.
    fileprivate init?(_ status: stat) {
      guard status.st_mode & S_IFMT == S_IFREG else { return nil }
      device = UInt(status.st_dev)
      inode = UInt(status.st_ino)
      size = Int(status.st_size)
      seconds = status.st_mtim.tv_sec
      nanoseconds = status.st_mtim.tv_nsec
    }
  }

  /// The regular files of `folder` (links are followed) whose name `isWanted`, in order of names.
  static func files(in folder: String, where isWanted: (String) -> Bool) throws(Failure) -> [Entry]
  {
    guard let directory = unsafe opendir(folder) else {
      let reason = SystemError.last("opendir").reason
      throw Failure(
        code: .usage, message: "cannot read the statements folder \(folder): \(reason)")
    }
    defer { unsafe _ = closedir(directory) }
    var entries: [Entry] = []
    while let entry = unsafe readdir(directory) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard !name.hasPrefix("."), isWanted(name) else { continue }
      // Asked of the folder that is open: another may stand at its path by now.
      var status = stat()
      guard unsafe fstatat(dirfd(directory), name, &status, 0) == 0,
        let state = FileState(status)
      else { continue }
      entries.append(Entry(name: name, state: state))
    }
    return entries.sorted { $0.name < $1.name }
  }

  /// How many entries `folder` has, without those that reading it adds or hides.
  static func count(_ folder: String) -> Int {
    guard let directory = unsafe opendir(folder) else { return 0 }
    defer { unsafe _ = closedir(directory) }
    var count = 0
    while let entry = unsafe readdir(directory) {
      if unsafe entry.pointee.d_name.0 != 0x2E { count += 1 }
    }
    return count
  }

  /// The state of the regular file at `path`; `nil` for what is none or has gone.
  static func state(of path: String) -> FileState? {
    var status = stat()
    return unsafe stat(path, &status) == 0 ? FileState(status) : nil
  }

  /// When an entry was last added to the folder at `path` or taken out, in seconds since 1970.
  static func modified(_ path: String) -> Int64? {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    return Int64(status.st_mtim.tv_sec)
  }

  /// The inode of the folder at `path`; `nil` where there is none.
  static func inode(of path: String) -> UInt? {
    var status = stat()
    guard unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { return nil }
    return UInt(status.st_ino)
  }

  /// The last part of a path.
  static func name(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  /// The folder that the file at `path` is in.
  static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}

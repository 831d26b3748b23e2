internal import EventLoop
internal import Glibc

/// A regular file, or standard input, read whole.
package struct FileContent {
  /// The largest file that is read, in bytes. No statement comes near it.
  package static let bytesMax = 256 * 1_048_576

  package let bytes: [UInt8]
  /// Seconds since 1970 UTC of the last change; `nil` for standard input.
  package let modified: Int64?
  /// As what it was read; `nil` where it may change while it is read: a pipe.
  package let state: Directory.FileState?

  /// Reads the file at `path`; `-` is standard input.
  package init(path: String) throws(Failure) {
    if path == "-" {
      self.init(bytes: try Self.readAll(STDIN_FILENO, "standard input"), modified: nil, state: nil)
    } else {
      try self.init(opening: path, flags: 0)
    }
  }

  /// Reads the regular file at `path`, and waits for nobody: what is no file, as a pipe, is
  /// refused. Throws also where the file changed meanwhile, since what was read may be parts of
  /// two.
  package init(file path: String) throws(Failure) {
    try self.init(opening: path, flags: O_NONBLOCK)
    guard state != nil else {
      throw Failure(code: .failure, message: "cannot read \(path): it is no regular file")
    }
  }

  private init(bytes: [UInt8], modified: Int64?, state: Directory.FileState?) {
    self.bytes = bytes
    self.modified = modified
    self.state = state
  }

  private init(opening path: String, flags: Int32) throws(Failure) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | flags)
    guard descriptor >= 0 else { throw Self.failure(path) }
    defer { _ = close(descriptor) }
    let before = try Self.status(descriptor, path)
    guard before.st_mode & S_IFMT != S_IFDIR else {
      throw Failure(code: .failure, message: "cannot read \(path): it is a directory")
    }
    let state = Directory.FileState(before)
    if flags != 0, state == nil {
      self.init(bytes: [], modified: nil, state: nil)
      return
    }
    let bytes = try Self.readAll(descriptor, path, expected: Int(before.st_size))
    let after = Directory.FileState(try Self.status(descriptor, path))
    if flags != 0, after != state || bytes.count != state?.size {
      throw Failure(code: .failure, message: "cannot read \(path): it changes while it is read")
    }
    // A file of tomorrow was changed today: nothing served may be newer than now (RFC 9110
    // §8.8.2.1).
    let modified = min(Int64(before.st_mtim.tv_sec), Int64(time(nil)))
    self.init(bytes: bytes, modified: modified, state: state)
  }

  private static func status(_ descriptor: Int32, _ path: String) throws(Failure) -> stat {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw failure(path) }
    return status
  }

  /// Reads to the end. Room for `expected` bytes is made at first, and no more where they are all.
  private static func readAll(_ descriptor: Int32, _ name: String, expected: Int = 65_536)
    throws(Failure) -> [UInt8]
  {
    // The byte more is where the end of the file shows.
    var content = [UInt8](repeating: 0, count: min(max(expected, 0), bytesMax) + 1)
    var filled = 0
    while true {
      let count = unsafe content.withUnsafeMutableBytes { bytes in
        let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: bytes[filled...])
        return unsafe read(descriptor, rest.baseAddress, rest.count)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw failure(name)
      }
      filled += count
      if count == 0 { break }
      guard filled <= bytesMax else {
        throw Failure(
          code: .failure, message: "cannot read \(name): it is larger than \(bytesMax) bytes")
      }
      if filled == content.count { content.append(contentsOf: repeatElement(0, count: filled)) }
    }
    content.removeLast(content.count - filled)
    return content
  }

  private static func failure(_ name: String) -> Failure {
    let reason = SystemError(call: "", code: errno).reason
    return Failure(code: .failure, message: "cannot read \(name): \(reason)")
  }
}

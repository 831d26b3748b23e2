internal import EventLoop
internal import Glibc

/// A regular file, or standard input, read whole.
struct FileContent {
  /// The largest file that is read, in bytes. No statement comes near it.
  static let bytesMax = 256 * 1_048_576

  let bytes: [UInt8]
  /// Seconds since 1970 UTC of the last change; `nil` for standard input.
  let modified: Int64?

  /// Reads the file at `path`; `-` is standard input.
  init(path: String) throws(Failure) {
    if path == "-" {
      bytes = try Self.readAll(STDIN_FILENO, "standard input")
      modified = nil
      return
    }
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.failure(path) }
    defer { _ = close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw Self.failure(path) }
    guard status.st_mode & S_IFMT != S_IFDIR else {
      throw Failure(code: .failure, message: "cannot read \(path): it is a directory")
    }
    bytes = try Self.readAll(descriptor, path, expected: Int(status.st_size))
    modified = Int64(status.st_mtim.tv_sec)
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

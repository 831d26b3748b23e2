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
    bytes = try Self.readAll(descriptor, path)
    modified = Int64(status.st_mtim.tv_sec)
  }

  private static func readAll(_ descriptor: Int32, _ name: String) throws(Failure) -> [UInt8] {
    var content: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes { bytes in
        unsafe read(descriptor, bytes.baseAddress, bytes.count)
      }
      if count == 0 { return content }
      if count < 0 {
        if errno == EINTR { continue }
        throw failure(name)
      }
      content.append(contentsOf: buffer[..<count])
      guard content.count <= bytesMax else {
        throw Failure(
          code: .failure, message: "cannot read \(name): it is larger than \(bytesMax) bytes")
      }
    }
  }

  private static func failure(_ name: String) -> Failure {
    let reason = SystemError(call: "", code: errno).reason
    return Failure(code: .failure, message: "cannot read \(name): \(reason)")
  }
}

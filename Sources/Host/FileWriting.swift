internal import EventLoop
internal import Glibc

/// Files that are written whole.
package enum FileWriting {
  /// Writes the file at `path`, or leaves the old one as it is: what is written stands beside it
  /// until it is complete. What is there and no regular file, as a pipe, is written to.
  package static func replace(_ path: String, with bytes: [UInt8]) throws(Failure) {
    var status = stat()
    let isThere = unsafe stat(path, &status) == 0
    if isThere, status.st_mode & S_IFMT != S_IFREG {
      return try write(path, bytes, O_WRONLY | O_CLOEXEC)
    }
    let beside = "\(path).\(getpid()).new"
    do throws(Failure) {
      try write(beside, bytes, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC)
    } catch {
      _ = unsafe unlink(beside)
      throw Failure(code: error.code, message: error.message.replacing(beside, with: path))
    }
    if isThere { _ = unsafe chmod(beside, status.st_mode & 0o7777) }
    guard unsafe rename(beside, path) == 0 else {
      let failure = failure(path)
      _ = unsafe unlink(beside)
      throw failure
    }
  }

  private static func write(_ path: String, _ bytes: [UInt8], _ flags: Int32) throws(Failure) {
    let descriptor = unsafe open(path, flags, 0o666)
    guard descriptor >= 0 else { throw failure(path) }
    let code = StandardStreams.writeAll(bytes, to: descriptor)
    guard close(descriptor) == 0, code == nil else {
      if let code { errno = code }
      throw failure(path)
    }
  }

  private static func failure(_ path: String) -> Failure {
    let reason = SystemError(call: "", code: errno).reason
    return Failure(code: .failure, message: "cannot write \(path): \(reason)")
  }
}

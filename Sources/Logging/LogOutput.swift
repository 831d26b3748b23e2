internal import Bytes
package import EventLoop
internal import Glibc
package import Host

/// The descriptor behind a log, and what is to be done when it takes nothing.
///
/// Used on one queue only, but for `init`.
package final class LogOutput: @unchecked Sendable {
  /// Told of trouble, once for as long as it lasts, and of its end.
  package enum Change: Equatable, Sendable {
    case failed(path: String, reason: String)
    case recovered(path: String)
    /// The file could not be reopened: lines continue in the old one.
    case notReopened(path: String, reason: String)
  }

  private let path: String?
  private var descriptor: Int32
  private let report: @Sendable (Change) -> Void
  private var hasFailed = false
  /// Whether the last line was written in part only.
  private var isTorn = false

  /// Standard error.
  package init() {
    path = nil
    descriptor = STDERR_FILENO
    report = { _ in }
  }

  /// The file at `path`, made where there is none, to which lines are added.
  package init(path: String, report: @escaping @Sendable (Change) -> Void) throws(SystemError) {
    self.path = path
    self.report = report
    descriptor = try Self.open(path)
  }

  deinit {
    if path != nil { _ = close(descriptor) }
  }

  /// Not blocking: a FIFO without a reader is refused, not waited for.
  private static func open(_ path: String) throws(SystemError) -> Int32 {
    let flags = O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NONBLOCK | O_NOCTTY
    let number = unsafe Glibc.open(path, flags, 0o640)
    guard number >= 0 else { throw .last("open") }
    return number
  }

  /// Opens the file at the path anew; where that fails, the old one stays.
  package func reopen() {
    guard let path else { return }
    do throws(SystemError) {
      let number = try Self.open(path)
      _ = close(descriptor)
      descriptor = number
      isTorn = false
    } catch {
      report(.notReopened(path: path, reason: error.reason))
    }
  }

  /// Makes the file that user's, who then may open it anew: whoever moves files away by turns makes
  /// the next one as the last one was. What is no regular file stays whose it is.
  package func handOver(to user: Privileges.User) {
    var status = stat()
    guard path != nil, unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG
    else { return }
    _ = fchown(descriptor, user.id, gid_t.max)
  }

  /// Writes lines, waiting for a reader that is slow. How many were written, and how many lost.
  package func write(_ bytes: [UInt8]) -> (written: Int, lost: Int) {
    var rest = bytes[...]
    if isTorn { rest = ([ASCII.lineFeed] + bytes)[...] }
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { buffer in
        unsafe Glibc.write(descriptor, buffer.baseAddress, buffer.count)
      }
      if count >= 0 {
        rest = rest.dropFirst(count)
        continue
      }
      switch errno {
      case EINTR: continue
      case EAGAIN: waitForReader()
      case let code:
        fail(SystemError(call: "write", code: code))
        let wasTorn = isTorn
        isTorn = rest.count < bytes.count ? !bytes[..<(bytes.count - rest.count)].endsLine : wasTorn
        let lost = Self.lines(in: rest.suffix(bytes.count))
        return (Self.lines(in: bytes[...]) - lost, lost)
      }
    }
    isTorn = false
    recover()
    return (Self.lines(in: bytes[...]), 0)
  }

  private func waitForReader() {
    var wait = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    unsafe _ = poll(&wait, 1, -1)
  }

  private func fail(_ error: SystemError) {
    guard !hasFailed else { return }
    hasFailed = true
    if let path { report(.failed(path: path, reason: error.reason)) }
  }

  private func recover() {
    guard hasFailed else { return }
    hasFailed = false
    if let path { report(.recovered(path: path)) }
  }

  private static func lines(in bytes: ArraySlice<UInt8>) -> Int {
    bytes.count { $0 == ASCII.lineFeed }
  }
}

extension ArraySlice<UInt8> {
  fileprivate var endsLine: Bool { last == nil || last == ASCII.lineFeed }
}

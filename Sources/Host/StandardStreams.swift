internal import EventLoop
internal import Glibc

/// Descriptors 0 to 2.
package enum StandardStreams {
  /// Opens those that whoever started the process left closed, on nothing. Else the next file or
  /// connection would get such a number, and be written to for standard error. To be called before
  /// anything else is opened. False where there is no `/dev/null`.
  package static func open() -> Bool {
    for number in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
      guard fcntl(number, F_GETFD) == -1, errno == EBADF else { continue }
      // The lowest free number is this one, since those below it are open.
      guard unsafe Glibc.open("/dev/null", O_RDWR) == number else { return false }
    }
    return true
  }
}

/// Standard output: what the caller asked for, and nothing else.
package enum StandardOutput {
  /// Whether colours help whoever reads: on a terminal that has them, unless `NO_COLOR` is set.
  package static var isColoured: Bool {
    let variables = Environment.variables
    return isatty(STDOUT_FILENO) == 1 && variables["TERM"] != "dumb"
      && variables["NO_COLOR", default: ""].isEmpty
  }

  /// Writes all of it, unbuffered.
  package static func write(_ text: String) throws(Failure) {
    try write(Array(text.utf8))
  }

  package static func write(_ bytes: [UInt8]) throws(Failure) {
    guard let code = StandardStreams.writeAll(bytes, to: STDOUT_FILENO) else { return }
    let reason = SystemError(call: "", code: code).reason
    throw Failure(code: .failure, message: "cannot write to standard output: \(reason)")
  }
}

/// Standard error: what the operator should know.
package enum StandardError {
  /// Writes as much of it as can be; there is nowhere to complain of the rest.
  package static func write(_ text: String) {
    write(Array(text.utf8))
  }

  package static func write(_ bytes: [UInt8]) {
    _ = StandardStreams.writeAll(bytes, to: STDERR_FILENO)
  }
}

extension StandardStreams {
  /// Writes all bytes; the `errno` of the call that failed, or `nil`.
  static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        let rest = unsafe UnsafeRawBufferPointer(rebasing: buffer[written...])
        return unsafe Glibc.write(descriptor, rest.baseAddress, rest.count)
      }
      if count >= 0 { written += count } else if errno != EINTR { return errno }
    }
    return nil
  }
}

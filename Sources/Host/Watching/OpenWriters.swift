internal import Glibc

/// Whether anybody has a file open for writing, as far as the kernel tells.
package enum OpenWriters {
  /// `nil` where it does not tell: not of other owners' files without CAP_LEASE, and not of those
  /// on other machines. A lease (fcntl(2)) is had only on a file that nobody can write to; it is
  /// given back at once. A writer that comes in between waits for that moment.
  package static func hasAny(_ path: String) -> Bool? {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { _ = close(descriptor) }
    // Who breaks the lease has us told by SIGIO, which would end the process.
    _ = signal(SIGIO, SIG_IGN)
    guard fcntl(descriptor, setLease, F_RDLCK) == 0 else {
      return errno == EAGAIN ? true : nil
    }
    _ = fcntl(descriptor, setLease, F_UNLCK)
    return false
  }

  /// F_SETLEASE, which the headers keep behind _GNU_SOURCE.
  private static let setLease: Int32 = 1_024
}

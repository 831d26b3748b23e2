internal import EventLoop
internal import Glibc

/// The datagram socket on which systemd listens to this service.
struct SystemdSocket: Sendable {
  private let path: String

  /// A path, or `@` and a name of the abstract kind; `nil` for what is no socket's address.
  init?(_ path: String) {
    guard path.utf8.count <= 107, path.utf8.count > 1, path.hasPrefix("/") || path.hasPrefix("@")
    else { return nil }
    self.path = path
  }

  /// Sends lines of `NAME=value`. Where nobody listens, nothing happens.
  func send(_ lines: String) {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let start = MemoryLayout<sockaddr_un>.offset(of: \.sun_path) ?? 2
    unsafe withUnsafeMutableBytes(of: &address.sun_path) { target in
      unsafe target.copyBytes(from: path.utf8)
      if path.hasPrefix("@") { unsafe target[0] = 0 }
    }
    let number = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard number >= 0 else { return }
    let descriptor = Descriptor(owning: number)
    let length = socklen_t(start + path.utf8.count)
    let bytes = Array(lines.utf8)
    unsafe withUnsafePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { target in
        unsafe _ = sendto(
          descriptor.number, bytes, bytes.count, Int32(MSG_NOSIGNAL), target, length)
      }
    }
  }

  /// Now, as `RELOADING=1` must tell it.
  static var monotonicMicroseconds: UInt64 {
    var time = timespec()
    unsafe _ = clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(clamping: time.tv_sec) * 1_000_000 + UInt64(clamping: time.tv_nsec) / 1_000
  }
}

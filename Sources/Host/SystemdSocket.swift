internal import EventLoop
internal import Glibc

/// The datagram socket on which systemd listens to this service.
struct SystemdSocket: Sendable {
  private let address: SocketAddress

  /// A path, or `@` and a name of the abstract kind; `nil` for what is no socket's address.
  init?(_ path: String) {
    guard 2...ListenAddress.unixPathBytesMax ~= path.utf8.count,
      path.hasPrefix("/") || path.hasPrefix("@")
    else { return nil }
    address = .unix(path)
  }

  /// Sends lines of `NAME=value`. Where nobody listens, nothing happens.
  func send(_ lines: String) { address.send(Array(lines.utf8)) }

  /// Now, as `RELOADING=1` must tell it.
  static var monotonicMicroseconds: UInt64 {
    var time = timespec()
    unsafe _ = clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(clamping: time.tv_sec) * 1_000_000 + UInt64(clamping: time.tv_nsec) / 1_000
  }
}

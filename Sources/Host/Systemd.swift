internal import EventLoop
internal import Glibc

/// Tells systemd how the service is (sd_notify(3)), and that it is alive (`WatchdogSec=`). Without
/// systemd nothing happens.
package struct Systemd: Sendable {
  /// The datagram socket on which systemd listens.
  private let socket: SocketAddress?
  /// How often systemd is to hear that the service is alive; `nil` where it does not listen.
  package let signMilliseconds: UInt64?

  package init(_ environment: [String: String]) {
    socket = environment["NOTIFY_SOCKET"].flatMap(Self.address)
    let patience = Self.watchdogMicroseconds(environment, process: getpid())
    // Half the time, so that one late answer is no death.
    signMilliseconds = socket == nil ? nil : patience.map { max($0 / 2_000, 1) }
  }

  /// How long systemd waits for a sign of life; `nil` where it does not.
  static func watchdogMicroseconds(_ environment: [String: String], process: Int32) -> UInt64? {
    let meant = environment["WATCHDOG_PID"]
    guard meant == nil || meant == "\(process)", let text = environment["WATCHDOG_USEC"],
      let microseconds = UInt64(text), microseconds > 0
    else { return nil }
    return microseconds
  }

  /// The service takes connections.
  package func ready() { send("READY=1\nSTATUS=serving") }

  /// Every event loop has answered.
  package func alive() { send("WATCHDOG=1") }

  /// Everything is read again, from now until `reloaded`.
  package func reloading() {
    send("RELOADING=1\nMONOTONIC_USEC=\(Clock.nanosecondsNow() / 1_000)")
  }

  package func reloaded() { send("READY=1") }

  /// The service ends as soon as what is in flight is answered.
  package func stopping() { send("STOPPING=1\nSTATUS=finishing what is in flight") }

  /// That of a path, or of `@` and a name of the abstract kind; `nil` for what is no address.
  private static func address(_ path: String) -> SocketAddress? {
    let isAddress =
      2...ListenAddress.unixPathBytesMax ~= path.utf8.count
      && (path.hasPrefix("/") || path.hasPrefix("@"))
    return isAddress ? .unix(path) : nil
  }

  /// Sends lines of `NAME=value`. Where nobody listens, nothing happens.
  private func send(_ lines: String) { socket?.send(Array(lines.utf8)) }
}

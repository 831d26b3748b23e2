internal import EventLoop
internal import Glibc

/// Tells systemd how the service is (sd_notify(3)), and that it is alive (`WatchdogSec=`). Without
/// systemd nothing happens.
package struct Systemd: Sendable {
  private let socket: SystemdSocket?
  /// How often systemd is to hear that the service is alive; `nil` where it does not listen.
  package let signMilliseconds: UInt64?

  package init(_ environment: [String: String]) {
    socket = environment["NOTIFY_SOCKET"].flatMap(SystemdSocket.init)
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
  package func ready() { socket?.send("READY=1\nSTATUS=serving") }

  /// Every event loop has answered.
  package func alive() { socket?.send("WATCHDOG=1") }

  /// Everything is read again, from now until `reloaded`.
  package func reloading() {
    socket?.send("RELOADING=1\nMONOTONIC_USEC=\(SystemdSocket.monotonicMicroseconds)")
  }

  package func reloaded() { socket?.send("READY=1") }

  /// The service ends as soon as what is in flight is answered.
  package func stopping() { socket?.send("STOPPING=1\nSTATUS=finishing what is in flight") }
}

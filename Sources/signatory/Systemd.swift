internal import Dispatch
internal import EventLoop
internal import Glibc

/// Tells systemd how the service is (sd_notify(3)), and that it is alive (`WatchdogSec=`). Without
/// systemd nothing happens.
///
/// Used on its queue only, but for `init`. It ends with the process.
final class Systemd: @unchecked Sendable {
  /// Calls back once every event loop has answered.
  typealias Probe = @Sendable (@escaping @Sendable () -> Void) -> Void

  private let queue: DispatchQueue
  private let socket: SystemdSocket?
  private let watchdogMicroseconds: UInt64?
  private var timer: (any DispatchSourceTimer)?

  init(_ environment: [String: String], queue: DispatchQueue) {
    self.queue = queue
    socket = environment["NOTIFY_SOCKET"].flatMap(SystemdSocket.init)
    watchdogMicroseconds = Self.watchdogMicroseconds(environment, process: getpid())
  }

  /// How long systemd waits for a sign of life; `nil` where it does not.
  static func watchdogMicroseconds(_ environment: [String: String], process: Int32) -> UInt64? {
    let meant = environment["WATCHDOG_PID"]
    guard meant == nil || meant == "\(process)", let text = environment["WATCHDOG_USEC"],
      let microseconds = UInt64(text), microseconds > 0
    else { return nil }
    return microseconds
  }

  /// The service takes connections. From now on each sign of life waits for `probe`.
  func ready(_ status: String, probe: @escaping Probe) {
    socket?.send("READY=1\nSTATUS=\(status)")
    guard let watchdogMicroseconds, let socket else { return }
    // Half the time, so that one late answer is no death.
    let period = DispatchTimeInterval.microseconds(Int(clamping: watchdogMicroseconds / 2))
    let timer = DispatchSource.makeTimerSource(queue: queue)
    timer.schedule(deadline: .now(), repeating: period)
    timer.setEventHandler { probe { socket.send("WATCHDOG=1") } }
    timer.activate()
    self.timer = timer
  }

  /// Runs `body`, which reads everything again, and tells that this goes on.
  func reloading(_ body: () -> Void) {
    socket?.send("RELOADING=1\nMONOTONIC_USEC=\(SystemdSocket.monotonicMicroseconds)")
    body()
    socket?.send("READY=1")
  }

  /// The service ends as soon as what is in flight is answered.
  func stopping() {
    socket?.send("STOPPING=1\nSTATUS=finishing what is in flight")
  }
}

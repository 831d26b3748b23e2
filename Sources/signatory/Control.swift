internal import EventLoop
internal import Glibc
internal import Host
internal import Locks
internal import Logging

/// What the main thread does: obeys signals, and gives systemd signs of life. It reads no file and
/// waits for no thread, so that neither a file system that hangs nor a want of threads holds up a
/// stop or the watchdog.
///
/// | stage    | means                                    | leaves by                            |
/// |----------|------------------------------------------|--------------------------------------|
/// | starting | files are read, sockets opened           | started → running; told to stop: end |
/// | running  | requests are answered                    | told to stop → delaying              |
/// | delaying | the same, but `/readyz` tells of the end | `drainDelaySeconds` over → draining  |
/// | draining | what is in flight is finished            | done, or overdue: end                |
struct Control {
  private enum Stage {
    case starting, running
    case delaying(until: UInt64)
    case draining(until: UInt64)
  }

  /// How much longer than `shutdownTimeoutSeconds` a stop may take: nothing in it takes as long.
  private static let overdueMilliseconds: UInt64 = 2_000
  /// How soon a start that is over is seen.
  private static let startPollMilliseconds: UInt64 = 20

  private let signals: Signals
  private let started: Guarded<Serve?>
  private var stage = Stage.starting
  /// When systemd is to hear next that the service is alive.
  private var signDue: UInt64?
  private var isInterrupted = false
  /// Whether everything is to be read again once it was read for the first time.
  private var wantsReload = false

  /// Starts on a thread of its own, by `start`, and stays in charge until the process ends.
  static func run(_ start: @escaping @Sendable () throws(Failure) -> Serve) throws(Failure) -> Never
  {
    let signals = Signals(holding: [SIGTERM, SIGINT, SIGHUP])
    let started = Guarded<Serve?>(nil)
    do throws(SystemError) {
      try Thread.start(name: "start") {
        do throws(Failure) {
          let serve = try start()
          // First in charge, then told of: who hears that it is ready may stop it.
          started.withLock { $0 = serve }
          try serve.begin()
        } catch {
          error.end()
        }
      }
    } catch {
      throw Threads.failure(1, error)
    }
    var control = Control(signals: signals, started: started)
    while true { control.step() }
  }

  private init(signals: Signals, started: Guarded<Serve?>) {
    self.signals = signals
    self.started = started
  }

  private mutating func step() {
    passTime(started.withLock { $0 }, Self.now)
    guard let number = signals.next(within: patience(Self.now)) else { return }
    switch number {
    case SIGHUP: wantsReload = true
    case SIGINT where isInterrupted: Log.exit(.failure)
    default:
      isInterrupted = number == SIGINT
      stop(started.withLock { $0 })
    }
  }

  private static var now: UInt64 { Clock.nanosecondsNow() / 1_000_000 }

  /// How long nothing but a signal needs a hand.
  private func patience(_ now: UInt64) -> UInt64 {
    var due = now + 3_600_000
    switch stage {
    case .starting: due = now + Self.startPollMilliseconds
    case .running: break
    case .delaying(let until), .draining(let until): due = until
    }
    if let signDue { due = min(due, signDue) }
    return due > now ? due - now : 0
  }

  private mutating func passTime(_ serve: Serve?, _ now: UInt64) {
    guard let serve else { return }
    if let period = serve.systemd.signMilliseconds, now >= signDue ?? 0 {
      signDue = now + period
      serve.giveSign()
    }
    switch stage {
    case .starting:
      stage = .running
      fallthrough
    case .running:
      if wantsReload { serve.reload() }
      wantsReload = false
    case .delaying(let until) where now >= until:
      stage = .draining(until: now + serve.shutdownTimeoutMilliseconds + Self.overdueMilliseconds)
      serve.drain()
    case .draining(let until) where now >= until:
      Log.write(
        .stopOverdue,
        "the stop took longer than \(serve.shutdownTimeoutMilliseconds / 1_000) s: the process "
          + "exits although event loops do not respond")
      Log.exit(.failure)
    case .delaying, .draining: break
    }
  }

  private mutating func stop(_ serve: Serve?) {
    switch stage {
    case .starting:
      // What a start has opened is nobody's yet.
      guard let serve else { Log.exit(.clean) }
      stage = .running
      stop(serve)
    case .running:
      guard let serve else { return }
      serve.stop()
      stage = .delaying(until: Self.now + serve.drainDelayMilliseconds)
    case .delaying, .draining: break
    }
  }
}

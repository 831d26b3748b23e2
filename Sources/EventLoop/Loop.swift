/// EventLoop: the only caller of sockets, epoll and timers. It knows nothing of HTTP or TLS.
///
/// One loop is one thread with its own epoll set, its own listening sockets and its own streams; no
/// lock stands between accept and the last byte. What other threads have to say comes by `Mailbox`.
/// A loop waits, hands each event to the stream it is for, sends what the stream gathered, does
/// what the stream directs, and wakes for the next deadline.
internal import CLinux
internal import Metrics

/// What a loop tells whoever operates it.
package enum LoopEvent: Sendable {
  /// Accepting rests for a while, since the machine ran out of descriptors or memory.
  case acceptPaused(SystemError, ListenAddress, milliseconds: UInt64)
  /// The epoll set of the loop failed; the loop has ended.
  case failed(SystemError)
}

/// Limits of a loop. Each is per loop.
package struct LoopLimits: Equatable, Sendable {
  /// Streams open at once. Above it, connections are told that there is no room.
  package var connectionsPerLoopMax = 20_000
  /// Streams above `connectionsPerLoopMax` that are being told so. Above these too, connections
  /// wait in the listen queue.
  package var refusalsPerLoopMax = 256
  /// Bytes of output that wait for peers to take them, over all streams, shared ones counted for
  /// each stream. A stream that would need more is closed.
  package var backlogPerLoopBytesMax = 536_870_912
  /// Connections accepted from one listener at most before other streams get their turn.
  package var acceptBatchMax = 64
  /// Streams with costly work that get a turn before all others get theirs again.
  package var handshakeBatchMax = 4
  /// How long accepting rests when descriptors or memory have run out.
  package var acceptPauseMilliseconds: UInt64 = 100
  /// How long a peer may take nothing of the output that waits for it.
  package var writeStallTimeoutMilliseconds: UInt64 = 20_000
  /// The slowest pace at which a peer may take output, once the stall time is used up.
  package var writeBytesPerSecondMin: UInt64 = 1_024
  /// How long a finished stream waits for the peer to end its side.
  package var lingerTimeoutMilliseconds: UInt64 = 2_000
  /// Bytes that a finished stream drops before it is closed regardless.
  package var lingerBytesMax = 1_048_576
  /// Bytes received in one call.
  package var receiveBytes = 65_536

  package init() {}
}

package final class Loop {
  /// Makes the handler for a connection that the peer made to the listener at a place, and says
  /// until when the peer must do something, in the loop's milliseconds.
  package typealias HandlerMaker = (Loop, _ listener: Int, PeerAddress) -> (
    any StreamHandler, deadline: UInt64
  )

  package let limits: LoopLimits
  package let mailbox: Mailbox
  package let counters: LoopCounters
  package internal(set) var clock: Clock
  /// Whether the loop is on its way to its end: no new streams, and each finishes soon.
  package internal(set) var isDraining = false
  /// Streams that were closed unfinished, since draining took too long.
  package private(set) var cutCount = 0

  let kernel: Kernel
  let report: @Sendable (LoopEvent) -> Void
  let makeHandler: HandlerMaker
  var poll: PollSet
  var listeners: [Listener]
  var acceptPausedUntil: UInt64?
  var isAcceptFull = false
  var streams = StreamTable()
  package internal(set) var backlogBytes = 0 {
    didSet {
      guard backlogBytes != oldValue else { return }
      counters.backlogBytes.set(UInt64(clamping: backlogBytes))
    }
  }
  var timers: TimerWheel
  var output = Output()
  private var drainDeadline = UInt64.max
  private var due: [UInt64] = []
  /// Tokens of streams with costly work, in the order in which they were ready for it.
  private var costly: [UInt64] = []
  private var highWater = HighWater()
  /// How long the last turn with events took.
  private var turnNanoseconds: UInt64 = 0
  /// The steady clock at the end of the event handled last; 0 where it was not read.
  var moment: UInt64 = 0

  /// Tokens that are no streams'.
  private static let mailboxToken = UInt64.max
  private static let listenerTokens = UInt64(StreamTable.slotsMax) << 32

  package init(
    listeners: [Listener], limits: LoopLimits, kernel: Kernel = LinuxKernel(), mailbox: Mailbox,
    counters: LoopCounters = LoopCounters(),
    report: @escaping @Sendable (LoopEvent) -> Void, makeHandler: @escaping HandlerMaker
  ) throws(SystemError) {
    self.limits = limits
    self.kernel = kernel
    self.mailbox = mailbox
    self.counters = counters
    self.report = report
    self.makeHandler = makeHandler
    self.listeners = listeners
    clock = Clock(kernel)
    timers = TimerWheel(now: clock.milliseconds)
    poll = try PollSet(kernel)
    try demand(poll.add(mailbox.descriptor.number, for: .input, token: Self.mailboxToken))
    for (index, listener) in listeners.enumerated() {
      let token = Self.listenerTokens | UInt64(index)
      try demand(poll.add(listener.descriptor.number, for: .input, token: token))
    }
  }

  private func demand(_ outcome: CallOutcome) throws(SystemError) {
    if case .failed(let error) = outcome { throw error }
  }

  /// How long ago the last wait ended.
  package var nanosecondsSinceWait: UInt64 { kernel.steadyNanoseconds() &- clock.nanoseconds }

  /// Connections open now.
  package var streamCount: Int { streams.count }

  /// Runs until drained. The calling thread is the loop's from here on.
  package func run() {
    var buffer = [UInt8](repeating: 0, count: limits.receiveBytes)
    while !(isDraining && streams.count == 0) {
      let outcome = poll.wait(milliseconds: waitMilliseconds())
      clock.update(kernel)
      guard case .done(let count) = outcome else {
        if case .failed(let error) = outcome { report(.failed(error)) }
        break
      }
      for index in 0..<count { handle(poll[index], &buffer) }
      handleCostly(&buffer)
      passTime()
      if count > 0 { endTurn() }
      returnMemory()
    }
    for stream in streams.all { close(stream) }
    listeners = []
  }

  private func endTurn() {
    let end = moment == 0 ? kernel.steadyNanoseconds() : moment
    turnNanoseconds = end &- clock.nanoseconds
    counters.turns.record(nanoseconds: turnNanoseconds)
  }

  private func handle(_ token: UInt64, _ buffer: inout [UInt8]) {
    moment = 0
    if token < Self.listenerTokens {
      // A stream that an earlier event of the same wait has closed is not found any more.
      guard let stream = streams[token] else { return }
      if stream.isCostly || stream.hasMore { putOff(stream) } else { handle(stream, &buffer) }
    } else if token == Self.mailboxToken {
      for message in mailbox.take() { message(self) }
    } else {
      let index = Int(token - Self.listenerTokens)
      if index < listeners.count { acceptStreams(from: index, atMost: acceptShare) }
    }
  }

  /// New connections get a share of the time: one a turn, and one more for each 0.13 ms that the
  /// last turn took. To look for another when most often none waits would cost a system call for
  /// each that is accepted.
  private var acceptShare: Int {
    Int(
      truncatingIfNeeded: min(1 &+ turnNanoseconds &>> 17, UInt64(clamping: limits.acceptBatchMax)))
  }

  /// Lets a stream wait for its turn among the costly ones. It is reported again until it had it.
  private func putOff(_ stream: Stream) {
    guard !stream.isPutOff else { return }
    stream.isPutOff = true
    costly.append(stream.token)
  }

  /// Handles the first of the streams that were put off.
  private func handleCostly(_ buffer: inout [UInt8]) {
    guard !costly.isEmpty else { return }
    let turn = Array(costly.prefix(limits.handshakeBatchMax))
    costly.removeFirst(turn.count)
    for token in turn {
      guard let stream = streams[token] else { continue }
      stream.isPutOff = false
      moment = 0
      handle(stream, &buffer)
    }
  }

  // MARK: Time

  private func waitMilliseconds() -> Int32 {
    var wait = timers.wait(from: clock.milliseconds) ?? .max
    let moment = min(acceptPausedUntil ?? .max, highWater.aftermath ?? .max, drainDeadline)
    if moment != .max {
      wait = min(wait, moment > clock.milliseconds ? moment - clock.milliseconds : 0)
    }
    // Milliseconds are rounded down: one more and the deadline has passed.
    return wait == .max ? -1 : Int32(clamping: wait &+ 1)
  }

  private func passTime() {
    let now = clock.milliseconds
    timers.take(until: now, into: &due)
    for token in due {
      guard let stream = streams[token] else { continue }
      stream.reminder = .max
      if stream.nextDeadline <= now { expire(stream) } else { remind(stream) }
    }
    due.removeAll(keepingCapacity: due.capacity <= 1_024)
    if let moment = acceptPausedUntil, moment <= now { resumeAccepting() }
    if drainDeadline <= now {
      for stream in streams.all { cut(stream) }
    }
  }

  private func returnMemory() {
    let hasEbbed = highWater.hasEbbed(
      streams: streams.count, backlogBytes: backlogBytes, now: clock.milliseconds)
    if hasEbbed { clinux_trim_heap() }
  }

  /// Sets the deadline of a stream whose handler is not being called.
  package func expire(_ stream: Stream, at milliseconds: UInt64) {
    stream.deadline = milliseconds
    remind(stream)
  }

  /// Makes sure that the wheel reminds of the stream's next deadline in time.
  func remind(_ stream: Stream) {
    let deadline = stream.nextDeadline
    guard deadline < stream.reminder else { return }
    stream.reminder = deadline
    timers.set(stream.token, at: deadline)
  }

  // MARK: The end

  private func cut(_ stream: Stream) {
    // One that lingers has had its answer.
    if stream.phase != .lingering { cutCount += 1 }
    close(stream)
  }

  /// Ends the loop: accepts nothing more, lets every stream finish what is in flight, and closes
  /// what is left after `milliseconds`.
  package func drain(within milliseconds: UInt64) {
    guard !isDraining else { return }
    isDraining = true
    drainDeadline = clock.milliseconds &+ milliseconds
    for (index, listener) in listeners.enumerated() {
      // Connections that the kernel has completed already are served, not reset.
      while acceptStreams(from: index, atMost: limits.acceptBatchMax) {}
      _ = poll.remove(listener.descriptor.number)
      listener.stop()
    }
    listeners = []
    for stream in streams.all where stream.phase == .open {
      carryOut(stream.handler.drain(stream, into: &output), on: stream)
    }
  }
}

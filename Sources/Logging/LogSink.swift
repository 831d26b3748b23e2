internal import Bytes
internal import Dispatch
package import EventLoop
internal import Locks
internal import Metrics

/// Where lines of a log go: a file, or standard error.
///
/// Lines are left in lanes, one for each thread that writes many, and written by a thread of the
/// sink's own, so that a log is written where no other thread can be had. A lane is bounded: while
/// a reader is stuck or a disk is full, lines are dropped and counted, and nobody waits. The lock
/// of a lane is held while a line is copied, or while the writer swaps the lane's bytes for an
/// empty array, never while anything is written.
package final class LogSink: Sendable {
  /// Bytes that may wait in one lane.
  static let laneBytesMax = 1_048_576
  /// How long lines gather before they are written together.
  static let gatherMilliseconds = 20

  /// Lines written, and lost: for want of room, or because writing failed.
  package var written: UInt64 { writer.written.count }
  package var droppedFull: UInt64 { writer.droppedFull.count }
  package var droppedFailed: UInt64 { writer.droppedFailed.count }

  private let writer: Writer

  package init(_ output: LogOutput, lanes: Int = 1) throws(SystemError) {
    let writer = Writer(output, lanes: lanes)
    self.writer = writer
    try Thread.start(name: "log") { writer.run() }
  }

  deinit { writer.order { $0.isOver = true } }

  /// Leaves a line, with the line feed at its end. Never waits for the reader.
  package func append(_ line: [UInt8], lane: Int = 0, isUrgent: Bool = true) {
    writer.append(line, lane: lane, isUrgent: isUrgent)
  }

  /// Writes what waits, but gives up after some milliseconds.
  func flush(within milliseconds: Int = 500) {
    let done = DispatchSemaphore(value: 0)
    writer.order { $0.flushes.append(done) }
    _ = done.wait(timeout: .now() + .milliseconds(milliseconds))
  }

  /// Opens the file anew, for whoever has moved it away.
  package func reopen() { writer.order { $0.reopens = true } }
}

/// What a sink's thread works on. The sink may go first: then it writes what waits, and ends.
private final class Writer: Sendable {
  /// What it is to do beside writing.
  struct PendingChanges: Sendable {
    var isUrgent = false
    var reopens = false
    var isOver = false
    var flushes: [DispatchSemaphore] = []

    var canWait: Bool { !isUrgent && !reopens && !isOver && flushes.isEmpty }
  }

  let written = SharedCounter()
  let droppedFull = SharedCounter()
  let droppedFailed = SharedCounter()
  private let lanes: [Guarded<[UInt8]>]
  private let output: LogOutput
  private let pendingChanges = Guarded(PendingChanges())
  private let wake = DispatchSemaphore(value: 0)

  init(_ output: LogOutput, lanes: Int) {
    self.output = output
    self.lanes = (0..<lanes).map { _ in Guarded([]) }
  }

  func append(_ line: [UInt8], lane: Int, isUrgent: Bool) {
    let hadNone: Bool? = lanes[lane].withLock { bytes in
      guard bytes.count + line.count <= LogSink.laneBytesMax else { return nil }
      bytes.append(contentsOf: line)
      return bytes.count == line.count
    }
    guard let hadNone else { return droppedFull.add() }
    guard hadNone else { return }
    if isUrgent { order { $0.isUrgent = true } } else { wake.signal() }
  }

  func order(_ change: (inout PendingChanges) -> Void) {
    pendingChanges.withLock { change(&$0) }
    wake.signal()
  }

  func run() {
    while true {
      wake.wait()
      let gathered = DispatchTime.now() + .milliseconds(LogSink.gatherMilliseconds)
      while pendingChanges.withLock({ $0.canWait }), wake.wait(timeout: gathered) == .success {}
      let now = pendingChanges.withLock { pendingChanges in
        let now = pendingChanges
        pendingChanges = PendingChanges()
        return now
      }
      drain()
      if now.reopens { output.reopen() }
      for flush in now.flushes { flush.signal() }
      if now.isOver { return }
    }
  }

  private func drain() {
    for lane in lanes {
      let bytes = lane.withLock { bytes in
        let taken = bytes
        bytes = []
        return taken
      }
      guard !bytes.isEmpty else { continue }
      let (lines, lost) = output.write(bytes)
      written.add(UInt64(lines))
      if lost > 0 { droppedFailed.add(UInt64(lost)) }
    }
  }
}

internal import Bytes
internal import Dispatch
internal import EventLoop
internal import Locks
internal import Metrics

/// Where lines of a log go: a file, or standard error.
///
/// Lines are left in lanes, one for each thread that writes many, and written on a queue of the
/// sink's own. A lane is bounded: while a reader is stuck or a disk is full, lines are dropped and
/// counted, and nobody waits. The lock of a lane is held while a line is copied, or while the queue
/// swaps the lane's bytes for an empty array, never while anything is written.
final class LogSink: Sendable {
  /// Bytes that may wait in one lane.
  static let laneBytesMax = 1_048_576
  /// How long lines gather before they are written together.
  static let gatherMilliseconds = 20

  /// Lines written, and lost: for want of room, or because writing failed.
  let written = SharedCounter()
  let droppedFull = SharedCounter()
  let droppedFailed = SharedCounter()

  private let queue: DispatchQueue
  private let lanes: [Guarded<[UInt8]>]
  private let output: LogOutput

  init(_ output: LogOutput, lanes: Int = 1) {
    self.output = output
    queue = DispatchQueue(label: "log")
    self.lanes = (0..<lanes).map { _ in Guarded([]) }
  }

  /// Leaves a line, with the line feed at its end. Never waits for the reader.
  func append(_ line: [UInt8], lane: Int = 0, isUrgent: Bool = true) {
    let hadNone: Bool? = lanes[lane].withLock { bytes in
      guard bytes.count + line.count <= Self.laneBytesMax else { return nil }
      bytes.append(contentsOf: line)
      return bytes.count == line.count
    }
    guard let hadNone else { return droppedFull.add() }
    guard hadNone else { return }
    if isUrgent {
      queue.async { [self] in drain() }
    } else {
      queue.asyncAfter(deadline: .now() + .milliseconds(Self.gatherMilliseconds)) { [self] in
        drain()
      }
    }
  }

  /// Writes what waits, but gives up after some milliseconds.
  func flush(within milliseconds: Int = 500) {
    let done = DispatchSemaphore(value: 0)
    queue.async { [self] in
      drain()
      done.signal()
    }
    _ = done.wait(timeout: .now() + .milliseconds(milliseconds))
  }

  /// Opens the file anew, for whoever has moved it away.
  func reopen() {
    queue.async { [self] in
      drain()
      output.reopen()
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

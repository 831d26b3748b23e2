import Glibc
import Locks
import Metrics
import Testing

@testable import signatory

@Suite struct LogSinkTests {
  private func line(_ bytes: Int) -> [UInt8] {
    [UInt8](repeating: 0x61, count: bytes - 1) + [0x0A]
  }

  @Test("Lines of all lanes come out whole, and are counted")
  func lanes() throws {
    let folder = TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    folder.write("log", "")
    let path = "\(folder.path)/log"
    let sink = LogSink(try LogOutput(path: path, report: { _ in }), lanes: 3)
    for lane in 0..<3 {
      for _ in 0..<100 { sink.append(line(10), lane: lane, isUrgent: lane == 0) }
    }
    sink.flush(within: 60_000)
    #expect(try FileContent(path: path).bytes.count == 3_000)
    #expect(sink.written.count == 300)
    #expect(sink.droppedFull.count == 0)
  }

  @Test("A reader that takes nothing costs lines, and nobody waits for it")
  func stuckReader() throws {
    let folder = TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    folder.write("pipe", "")
    folder.remove("pipe")
    let path = "\(folder.path)/pipe"
    try #require(unsafe mkfifo(path, 0o600) == 0)
    let reader = unsafe open(path, O_RDONLY | O_NONBLOCK)
    try #require(reader >= 0)
    let sink = LogSink(try LogOutput(path: path, report: { _ in }))
    let lines = 4 * LogSink.laneBytesMax / 1_000
    for _ in 0..<lines { sink.append(line(1_000)) }
    #expect(sink.droppedFull.count >= UInt64(lines) / 4)
    // The reader wakes up: all that was not dropped comes.
    var bytes = 0
    var buffer = [UInt8](repeating: 0, count: 65_536)
    for _ in 0..<6_000 where sink.written.count + sink.droppedFull.count < UInt64(lines) {
      var wait = pollfd(fd: reader, events: Int16(POLLIN), revents: 0)
      guard unsafe poll(&wait, 1, 10) == 1 else { continue }
      bytes += max(unsafe read(reader, &buffer, buffer.count), 0)
    }
    #expect(sink.written.count + sink.droppedFull.count == UInt64(lines))
    bytes += max(unsafe read(reader, &buffer, buffer.count), 0)
    #expect(UInt64(bytes) == sink.written.count * 1_000)
    _ = close(reader)
  }

  @Test("A full disk costs lines, and is told once")
  func fullDisk() throws {
    let changes = Changes()
    let sink = LogSink(try LogOutput(path: "/dev/full", report: { changes.add($0) }))
    for _ in 0..<5 {
      sink.append(line(10))
      sink.flush(within: 60_000)
    }
    #expect(sink.written.count == 0)
    #expect(sink.droppedFailed.count == 5)
    #expect(
      changes.all == [.failed(path: "/dev/full", reason: "No space left on device")])
  }

  @Test("A file that was moved away is made anew on request")
  func rotation() throws {
    let folder = TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    folder.write("log", "")
    let path = "\(folder.path)/log"
    let sink = LogSink(try LogOutput(path: path, report: { _ in }))
    sink.append(line(3))
    sink.flush(within: 60_000)
    folder.rename("log", to: "log.1")
    sink.append(line(5))
    sink.reopen()
    sink.flush(within: 60_000)
    sink.append(line(7))
    sink.flush(within: 60_000)
    #expect(try FileContent(path: path + ".1").bytes == line(3) + line(5))
    #expect(try FileContent(path: path).bytes == line(7))
  }

  @Test("A file that cannot be opened is refused")
  func refused() {
    #expect(throws: (any Error).self) { try LogOutput(path: "/nonexistent/log", report: { _ in }) }
  }
}

/// What a log output reported.
private final class Changes: Sendable {
  private let list = Guarded<[LogOutput.Change]>([])
  func add(_ change: LogOutput.Change) { list.withLock { $0.append(change) } }
  var all: [LogOutput.Change] { list.withLock { $0 } }
}

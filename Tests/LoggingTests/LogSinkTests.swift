import Glibc
import Host
import HostTesting
import Locks
import Metrics
import Testing

@testable import Logging

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
    let sink = try LogSink(try LogOutput(path: path, report: { _ in }), lanes: 3)
    for lane in 0..<3 {
      for _ in 0..<100 { sink.append(line(10), lane: lane, isUrgent: lane == 0) }
    }
    sink.flush(within: 60_000)
    #expect(try FileContent(path: path).bytes.count == 3_000)
    #expect(sink.written == 300)
    #expect(sink.droppedFull == 0)
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
    let sink = try LogSink(try LogOutput(path: path, report: { _ in }))
    let lines = 4 * LogSink.laneBytesMax / 1_000
    for _ in 0..<lines { sink.append(line(1_000)) }
    #expect(sink.droppedFull >= UInt64(lines) / 4)
    // The reader wakes up: all that was not dropped comes.
    var bytes = 0
    var buffer = [UInt8](repeating: 0, count: 65_536)
    for _ in 0..<6_000 where sink.written + sink.droppedFull < UInt64(lines) {
      var wait = pollfd(fd: reader, events: Int16(POLLIN), revents: 0)
      guard unsafe poll(&wait, 1, 10) == 1 else { continue }
      bytes += max(unsafe read(reader, &buffer, buffer.count), 0)
    }
    #expect(sink.written + sink.droppedFull == UInt64(lines))
    bytes += max(unsafe read(reader, &buffer, buffer.count), 0)
    #expect(UInt64(bytes) == sink.written * 1_000)
    _ = close(reader)
  }

  @Test("A full disk costs lines, and is told once")
  func fullDisk() throws {
    let changes = Changes()
    let sink = try LogSink(try LogOutput(path: "/dev/full", report: { changes.add($0) }))
    for _ in 0..<5 {
      sink.append(line(10))
      sink.flush(within: 60_000)
    }
    #expect(sink.written == 0)
    #expect(sink.droppedFailed == 5)
    #expect(
      changes.all == [.failed(path: "/dev/full", reason: "No space left on device")])
  }

  @Test("Trouble that comes twice is told twice, its end too, and every line is counted once")
  func troubleTwice() throws {
    _ = signal(SIGPIPE, SIG_IGN)
    let folder = TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    folder.write("pipe", "")
    folder.remove("pipe")
    let path = "\(folder.path)/pipe"
    try #require(unsafe mkfifo(path, 0o600) == 0)
    var reader = unsafe open(path, O_RDONLY | O_NONBLOCK)
    let changes = Changes()
    let sink = try LogSink(try LogOutput(path: path, report: { changes.add($0) }))
    let gone = LogOutput.Change.failed(path: path, reason: "Broken pipe")
    let back = LogOutput.Change.recovered(path: path)
    var expected: [LogOutput.Change] = []
    for turn in 1...3 {
      for length in [3, 5] {
        sink.append(line(length))
        sink.flush(within: 60_000)
      }
      #expect(changes.all == expected)
      var buffer = [UInt8](repeating: 0, count: 100)
      let count = unsafe read(reader, &buffer, buffer.count)
      #expect(Array(buffer.prefix(max(count, 0))) == line(3) + line(5))
      _ = close(reader)
      for _ in 0..<2 {
        sink.append(line(7))
        sink.flush(within: 60_000)
      }
      expected.append(gone)
      #expect(changes.all == expected)
      #expect(sink.written == UInt64(2 * turn))
      #expect(sink.droppedFailed == UInt64(2 * turn))
      reader = unsafe open(path, O_RDONLY | O_NONBLOCK)
      // The next line that is written ends the trouble.
      expected.append(back)
    }
    _ = close(reader)
  }

  @Test("A file that is moved away, again and again, is made anew on request")
  func rotation() throws {
    let folder = TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    folder.write("log", "")
    let path = "\(folder.path)/log"
    let changes = Changes()
    let sink = try LogSink(try LogOutput(path: path, report: { changes.add($0) }))
    for turn in 1...3 {
      sink.append(line(3))
      sink.flush(within: 60_000)
      folder.rename("log", to: "log.\(turn)")
      sink.append(line(5))
      sink.flush(within: 60_000)
      sink.reopen()
      sink.flush(within: 60_000)
      sink.append(line(7))
      sink.flush(within: 60_000)
      let first = turn == 1 ? [] : line(7)
      #expect(try FileContent(path: "\(path).\(turn)").bytes == first + line(3) + line(5))
      #expect(try FileContent(path: path).bytes == line(7))
    }
    #expect(sink.written == 9)
    #expect(sink.droppedFailed == 0)
    #expect(changes.all == [])
  }

  @Test("Where the next file cannot be made, lines go on into the last one, as is told")
  func failedRotation() throws {
    let folder = TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    folder.write("log", "")
    let path = "\(folder.path)/log"
    let changes = Changes()
    let sink = try LogSink(try LogOutput(path: path, report: { changes.add($0) }))
    folder.rename("log", to: "log.1")
    try #require(unsafe mkdir(path, 0o700) == 0)
    sink.append(line(3))
    sink.reopen()
    sink.flush(within: 60_000)
    sink.append(line(5))
    sink.flush(within: 60_000)
    #expect(changes.all == [.notReopened(path: path, reason: "Is a directory")])
    #expect(try FileContent(path: "\(path).1").bytes == line(3) + line(5))
    #expect(sink.written == 2)
    #expect(sink.droppedFailed == 0)
    try #require(unsafe rmdir(path) == 0)
    sink.reopen()
    sink.append(line(7))
    sink.flush(within: 60_000)
    sink.append(line(9))
    sink.flush(within: 60_000)
    #expect(try FileContent(path: path).bytes.suffix(9) == line(9)[...])
    #expect(changes.all.count == 1)
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

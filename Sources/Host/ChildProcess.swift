internal import CLinux
internal import EventLoop
internal import Glibc

/// Another program, run once: bytes in, bytes out.
package struct ChildProcess {
  /// How long it may run.
  package static let timeoutSeconds: UInt64 = 120
  /// What it may give.
  package static let outputBytesMax = 256 * 1_048_576
  /// Where it finds its input, as the path of a file. It may be read in any order.
  package static let inputPath = "/dev/fd/3"

  private let path: String
  private let name: String

  /// The program of that name on the path; `nil` where there is none.
  package init?(named name: String) {
    let folders = (Environment.variables["PATH"] ?? "/usr/local/bin:/usr/bin:/bin")
      .split(separator: ":")
    let paths = folders.filter { $0.hasPrefix("/") }.map { "\($0)/\(name)" }
    guard let path = paths.first(where: { unsafe access($0, X_OK) == 0 && !Directory.isFolder($0) })
    else { return nil }
    self.path = path
    self.name = name
  }

  /// Runs it, and gives what it writes to its standard output. What it complains of goes to ours.
  package func output(_ arguments: [String], input: [UInt8]) throws(Failure) -> [UInt8] {
    let file = clinux_memory_file()
    guard file >= 0 else { throw failure("start", errno) }
    defer { _ = close(file) }
    if let code = StandardStreams.writeAll(input, to: file) { throw failure("start", code) }
    guard lseek(file, 0, SEEK_SET) == 0 else { throw failure("start", errno) }
    var ends: [Int32] = [-1, -1]
    guard unsafe pipe(&ends) == 0 else { throw failure("start", errno) }
    let (read, write) = (ends[0], ends[1])
    _ = fcntl(read, F_SETFD, FD_CLOEXEC)
    defer { _ = close(read) }
    let child = try start(arguments, file, write)
    let bytes = receive(from: read)
    if bytes == nil { _ = kill(child, SIGKILL) }
    var status: Int32 = 0
    while unsafe waitpid(child, &status, 0) < 0, errno == EINTR {}
    guard let bytes else {
      throw Failure(
        code: .failure,
        message: "\(name) took longer than \(Self.timeoutSeconds) s, or gave more than "
          + "\(Self.outputBytesMax) bytes")
    }
    guard status == 0 else {
      let way = status & 0x7F == 0 ? "status \(status >> 8 & 0xFF)" : "signal \(status & 0x7F)"
      throw Failure(code: .failure, message: "\(name) failed with \(way)")
    }
    return bytes
  }

  private func start(_ arguments: [String], _ file: Int32, _ write: Int32) throws(Failure) -> pid_t
  {
    defer { _ = close(write) }
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    // Ours are above 3, or are the very ones that are wanted, which stay open so.
    unsafe posix_spawn_file_actions_adddup2(&actions, write, STDOUT_FILENO)
    unsafe posix_spawn_file_actions_adddup2(&actions, file, 3)
    unsafe posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    unsafe sigaddset(&signals, SIGPIPE)
    unsafe posix_spawnattr_setsigdefault(&attributes, &signals)
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    var words = unsafe ([path] + arguments).map { unsafe strdup($0) } + [nil]
    defer { unsafe words.forEach { unsafe free($0) } }
    var child: pid_t = 0
    let code = unsafe posix_spawn(&child, path, &actions, &attributes, &words, environ)
    guard code == 0 else { throw failure("start", code) }
    return child
  }

  /// All that comes; `nil` where it is too much, or takes too long.
  private func receive(from descriptor: Int32) -> [UInt8]? {
    let end = Clock.nanosecondsNow() / 1_000_000 + Self.timeoutSeconds * 1_000
    var output: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let now = Clock.nanosecondsNow() / 1_000_000
      var wanted = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      guard now < end else { return nil }
      guard unsafe poll(&wanted, 1, Int32(clamping: end - now)) > 0 else {
        if errno == EINTR { continue }
        return nil
      }
      let count = unsafe Glibc.read(descriptor, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      if count <= 0 { return output }
      output += chunk[..<count]
      if output.count > Self.outputBytesMax { return nil }
    }
  }

  private func failure(_ what: String, _ code: Int32) -> Failure {
    let reason = SystemError(call: "", code: code).reason
    return Failure(code: .failure, message: "cannot \(what) \(name): \(reason)")
  }
}

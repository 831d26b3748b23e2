internal import API
internal import Catalog
internal import EventLoop
internal import Host
internal import Loading
internal import Logging
internal import Server

/// What lets an operator see what the server does: the logs, the metrics, and the admin listener
/// that serves them.
final class Monitor: Sendable {
  let observations = SnapshotMetrics()
  private let options: LogOptions
  private let started = Timestamp.now()
  private let events: LogSink
  private let access: LogSink?

  /// Opens the logs for so many loops, for the user that the process will become. From here on,
  /// `Log` writes as the options say.
  init(_ options: LogOptions, loops: Int, for user: Privileges.User?) throws(Failure) {
    self.options = options
    let sharesStandardError = options.access != .off && options.accessFile == nil
    events = try Self.sink(LogOutput(), lanes: sharesStandardError ? loops + 1 : 1)
    if options.access == .off {
      access = nil
    } else if let path = options.accessFile {
      let output = try Self.open(path)
      if let user { output.handOver(to: user) }
      access = try Self.sink(output, lanes: loops + 1)
    } else {
      access = events
    }
    Log.begin(options, events)
  }

  private static func sink(_ output: LogOutput, lanes: Int) throws(Failure) -> LogSink {
    do throws(SystemError) {
      return try LogSink(output, lanes: lanes)
    } catch {
      throw Failure(code: .failure, message: "cannot start the log's thread: \(error.reason)")
    }
  }

  private static func open(_ path: String) throws(Failure) -> LogOutput {
    do throws(SystemError) {
      return try LogOutput(path: path, report: report)
    } catch {
      throw Failure(
        code: .usage,
        message: "log.accessFile: cannot write the access log \(path): \(error.reason)")
    }
  }

  @Sendable
  private static func report(_ change: LogOutput.Change) {
    switch change {
    case .failed(let path, let reason):
      Log.write(
        .accessLogFailed,
        "the access log \(path) cannot be written: \(reason); its lines are dropped and counted",
        ["file": path, "reason": reason])
    case .recovered(let path):
      Log.write(
        .accessLogRecovered, "the access log \(path) is written again", ["file": path])
    case .notReopened(let path, let reason):
      Log.write(
        .accessLogNotReopened,
        "the access log \(path) cannot be reopened: \(reason); lines continue in the old file. "
          + "Let the server's user write there, or have logrotate create the next file (create)",
        ["file": path, "reason": reason])
    }
  }

  /// Opens log files anew, for whoever has moved them away.
  func reopen() { access?.reopen() }

  /// What writes the access log of a loop, where there is one.
  func recorder(loop: Int) -> (any AccessRecorder)? {
    access.map {
      AccessLog($0, lane: loop + 1, options: options, routes: APIResponder.routes)
    }
  }

  /// Starts the admin listener. Its own connections are not counted.
  func listen(
    _ bound: BoundEndpoints, _ statements: ReloadMetrics, _ settings: ReloadMetrics,
    _ certificates: CertificateReloader?, metrics: [LoopMetrics],
    makeAPI: @escaping @Sendable () -> APIResponder
  ) throws(Failure) -> HTTPServer<AdminResponder> {
    var sinks = [("events", events)]
    if let access, access !== events { sinks.append(("access", access)) }
    var reloads = [("settings", settings), ("statements", statements)]
    if let certificates { reloads.append(("certificates", certificates.reloads)) }
    let page = MetricsPage(
      loops: metrics, routes: APIResponder.routes, observations: observations,
      reloads: reloads, sinks: sinks, expiries: { certificates?.expiries ?? [] },
      started: started)
    var configuration = ServerConfiguration(loops: 1, report: Log.report)
    configuration.limits.loop.connectionsPerLoopMax = 256
    configuration.security = certificates?.context
    do {
      return try HTTPServer(bound, configuration) { AdminResponder(page, makeAPI()) }
    } catch {
      throw Failure(code: .failure, message: "\(error)")
    }
  }
}

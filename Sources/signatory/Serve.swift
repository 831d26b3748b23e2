internal import API
internal import Catalog
internal import Dispatch
internal import EventLoop
internal import Glibc
internal import Server

/// `signatory serve`: loads, listens, and runs until told to stop.
final class Serve: Sendable {
  /// Everything that is not per connection happens here, one thing at a time.
  private let queue = DispatchQueue(label: "control")
  private let configuration: ConfigurationKeeper
  private let shutdownMilliseconds: UInt64
  private let keeper: StatementKeeper?
  private let certificates: CertificateKeeper?
  private let server: HTTPServer<APIResponder>
  private let systemd: Systemd
  private let monitor: Monitor
  private let admin: HTTPServer<AdminResponder>?

  static func run(_ sources: ConfigurationSources) throws(Failure) {
    let configuration = try ConfigurationKeeper(sources)
    let options = configuration.options
    let signals = Signals(holding: [SIGTERM, SIGINT, SIGHUP])
    Environment.raiseDescriptorLimit(to: options.descriptorsMax)
    let serve = try Serve(configuration)
    serve.follow()
    try serve.tellReady()
    serve.systemd.ready("serving") { [server = serve.server] done in
      server.connectionCount { _ in done() }
    }
    serve.obey(signals)
  }

  /// `--check-config`: reads everything that a start would read, and listens nowhere.
  static func check(_ sources: ConfigurationSources) throws(Failure) {
    let options = try Configuration(sources).options
    let queue = DispatchQueue(label: "check")
    if let folder = options.statements { _ = try StatementKeeper(folder: folder, queue: queue) }
    if !options.tls.pairs.isEmpty { _ = try CertificateKeeper(options.tls, queue: queue) }
    try StandardOutput.write("the configuration is good\n")
  }

  /// Takes up what changes from now on.
  private func follow() {
    let (server, admin, observations) = (server, admin, monitor.observations)
    keeper?.start { snapshot in
      server.withEachResponder { $0.adopt(snapshot) }
      admin?.withEachResponder { $0.adopt(snapshot) }
      observations.adopted(snapshot)
    }
    certificates?.start { context in
      server.adopt(context)
      admin?.adopt(context)
    } tell: { problems in
      server.withEachResponder { $0.tell(problems) }
      admin?.withEachResponder { $0.tell(problems) }
    }
  }

  private func tellReady() throws(Failure) {
    let urls = server.endpoints.map(Self.url)
    for url in urls { try StandardOutput.write("listening on \(url)\n") }
    for endpoint in admin?.endpoints ?? [] {
      try StandardOutput.write("admin listening on \(Self.url(of: endpoint))\n")
    }
    Log.write(
      .serving, "signatory \(Version.text) serves on \(urls.joined(separator: ", "))",
      [
        "version": Version.text, "addresses": urls.joined(separator: " "),
        "statements": "\(monitor.observations.served.statements)",
      ])
  }

  private init(_ configuration: ConfigurationKeeper) throws(Failure) {
    self.configuration = configuration
    let options = configuration.options
    let loops = options.loops ?? Environment.coreCount
    let monitor = try Monitor(options.log, loops: loops)
    self.monitor = monitor
    shutdownMilliseconds = options.shutdownMilliseconds
    systemd = Systemd(Environment.variables, queue: queue)
    // First what root may have to do, then the rest as somebody else.
    certificates =
      options.tls.pairs.isEmpty ? nil : try CertificateKeeper(options.tls, queue: queue)
    let bound = try Self.bind(options, loops: loops)
    let snapshot: Snapshot
    do throws(Failure) {
      try Self.become(options.user)
      if let folder = options.statements {
        let keeper = try StatementKeeper(folder: folder, queue: queue)
        self.keeper = keeper
        snapshot = keeper.snapshot
        Memory.giveBack()
      } else {
        keeper = nil
        snapshot = try Library.builtIn()
      }
    } catch {
      bound.close()
      throw error
    }
    let settings = APISettings(
      baseURL: options.proxy.baseURL, version: Version.text,
      cachedResponsesMax: options.cachedResponsesMax, cachedBytesMax: options.cachedBytesMax)
    var policy = options.security
    policy.origin = options.proxy.origin
    do {
      server = try HTTPServer(
        bound, security: certificates?.context, trustedProxies: options.proxy.trusted,
        policy: policy, loops: loops, limits: options.limits, report: Self.report,
        makeRecorder: { monitor.recorder(loop: $0) }
      ) { APIResponder(snapshot: snapshot, settings: settings) }
    } catch {
      throw Failure(code: .failure, message: "\(error)")
    }
    monitor.observations.adopted(snapshot)
    if let endpoint = options.adminListen {
      admin = try monitor.listen(endpoint, keeper, certificates, figures: server.counters) {
        APIResponder(snapshot: snapshot, settings: settings)
      }
    } else {
      admin = nil
    }
  }

  /// Opens the sockets, or takes over those that were handed to us.
  private static func bind(
    _ options: ServeOptions, loops: Int
  ) throws(Failure) -> BoundEndpoints {
    do throws(Listener.OpenError) {
      if options.sockets.isEmpty { return try BoundEndpoints(options.listen, loops: loops) }
      let inherited = options.sockets.map { (number: $0.number, endpoint: $0.endpoint) }
      return try BoundEndpoints(inherited: inherited, loops: loops)
    } catch {
      throw Failure(code: .failure, message: "\(error)")
    }
  }

  private static func become(_ user: String?) throws(Failure) {
    if let user {
      try Privileges.drop(to: user)
    } else if Privileges.areRoot {
      Log.write(.runningAsRoot, "running as root, which nothing here needs: give --user")
    }
  }

  /// Does what each signal asks, on the control queue, until the process ends.
  private func obey(_ signals: Signals) -> Never {
    var isInterrupted = false
    while true {
      switch signals.next() {
      case SIGHUP:
        queue.async { [self] in systemd.reloading { reload() } }
      case SIGINT where isInterrupted:
        Log.exit(.failure)
      case let number:
        isInterrupted = number == SIGINT
        queue.async { [self] in stop() }
      }
    }
  }

  /// Takes up what of the settings can be without a restart, and what the files hold now.
  private func reload() {
    Log.write(.reloadAsked, "SIGHUP: reading settings, statements and certificates again")
    monitor.reopen()
    configuration.reload { (old, new) throws(Failure) in
      let hasMoved = old.statements != new.statements
      if hasMoved, keeper == nil || new.statements == nil {
        Log.write(
          .settingWaits, "statements: the new value waits for a restart",
          ["setting": "statements"])
      }
      let folder = try hasMoved ? new.statements.map(StatementFolder.read) : nil
      if old.tls != new.tls, !new.tls.pairs.isEmpty { try certificates?.reload(new.tls) }
      if let folder { keeper?.adopt(folder) }
    }
    keeper?.reload()
    certificates?.reload()
  }

  private func stop() {
    systemd.stopping()
    Log.write(.stopping, "stopping: what is in flight is finished")
    server.drain(within: shutdownMilliseconds) { [queue, shutdownMilliseconds] cutCount in
      if cutCount > 0 {
        Log.write(
          .connectionsCut,
          "connections cut, unfinished \(shutdownMilliseconds / 1000) s after the stop: "
            + "\(cutCount)",
          ["connections": "\(cutCount)"])
      }
      Log.write(.stopped, "stopped")
      // Between two tasks of the queue, so that none is cut short.
      queue.async { Log.exit(.clean) }
    }
  }

  @Sendable
  static func report(_ event: LoopEvent) {
    switch event {
    case .acceptPaused(let error, let address, let milliseconds):
      Log.write(
        .acceptPaused,
        "\(address): accepting rests for \(milliseconds) ms: \(error.reason); "
          + "raise the descriptor limit (ulimit -n, LimitNOFILE=)",
        ["address": "\(address)", "reason": error.reason, "milliseconds": "\(milliseconds)"])
    case .failed(let error):
      Log.write(.loopFailed, "an event loop failed: \(error)", ["reason": "\(error)"])
      Log.exit(.failure)
    }
  }

  private static func url(of endpoint: Endpoint) -> String {
    switch endpoint.address {
    case .internet: "\(endpoint.isSecure ? "https" : "http")://\(endpoint.address)"
    case .unix: "\(endpoint.address)\(endpoint.isSecure ? ",tls" : "")"
    }
  }
}

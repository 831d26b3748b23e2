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

  static func run(_ sources: ConfigurationSources) throws(Failure) {
    let configuration = try ConfigurationKeeper(sources)
    let options = configuration.options
    let signals = Signals(holding: [SIGTERM, SIGINT, SIGHUP])
    Environment.raiseDescriptorLimit(to: options.descriptorsMax)
    let serve = try Serve(configuration)
    serve.keeper?.start { [server = serve.server] snapshot in
      server.withEachResponder { $0.adopt(snapshot) }
    }
    serve.certificates?.start { [server = serve.server] in
      server.adopt($0)
    } tell: { [server = serve.server] problems in
      server.withEachResponder { $0.tell(problems) }
    }
    for endpoint in serve.server.endpoints {
      try StandardOutput.write("listening on \(url(of: endpoint))\n")
    }
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

  private init(_ configuration: ConfigurationKeeper) throws(Failure) {
    self.configuration = configuration
    let options = configuration.options
    shutdownMilliseconds = options.shutdownMilliseconds
    systemd = Systemd(Environment.variables, queue: queue)
    let loops = options.loops ?? Environment.coreCount
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
        policy: policy, loops: loops, limits: options.limits, report: Self.report
      ) { APIResponder(snapshot: snapshot, settings: settings) }
    } catch {
      throw Failure(code: .failure, message: "\(error)")
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
      StandardError.write("signatory: running as root, which nothing here needs: give --user\n")
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
        exit(ExitCode.failure.rawValue)
      case let number:
        isInterrupted = number == SIGINT
        queue.async { [self] in stop() }
      }
    }
  }

  /// Takes up what of the settings can be without a restart, and what the files hold now.
  private func reload() {
    configuration.reload { (old, new) throws(Failure) in
      let hasMoved = old.statements != new.statements
      if hasMoved, keeper == nil || new.statements == nil {
        StandardError.write("signatory: statements: the new value waits for a restart\n")
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
    server.drain(within: shutdownMilliseconds) { [queue, shutdownMilliseconds] cutCount in
      if cutCount > 0 {
        StandardError.write(
          "signatory: connections cut, unfinished \(shutdownMilliseconds / 1000) s after "
            + "the stop: \(cutCount)\n")
      }
      // Between two tasks of the queue, so that none is cut short.
      queue.async { exit(ExitCode.clean.rawValue) }
    }
  }

  @Sendable
  private static func report(_ event: LoopEvent) {
    switch event {
    case .acceptPaused(let error, let address, let milliseconds):
      StandardError.write(
        "signatory: \(address): accepting rests for \(milliseconds) ms: \(error.reason); "
          + "raise the descriptor limit (ulimit -n, LimitNOFILE=)\n")
    case .failed(let error):
      StandardError.write("signatory: an event loop failed: \(error)\n")
      exit(ExitCode.failure.rawValue)
    }
  }

  private static func url(of endpoint: Endpoint) -> String {
    switch endpoint.address {
    case .internet: "\(endpoint.isSecure ? "https" : "http")://\(endpoint.address)"
    case .unix: "\(endpoint.address)\(endpoint.isSecure ? ",tls" : "")"
    }
  }
}

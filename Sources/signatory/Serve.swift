internal import API
internal import Catalog
internal import Configuration
internal import Dispatch
internal import EventLoop
internal import Glibc
internal import Host
internal import Loading
internal import Logging
internal import Server

/// `signatory serve`: loads, listens, and does what `Control` asks until the process ends.
final class Serve: Sendable {
  /// What files are read and watched on, one thing at a time. Nothing that must not wait for a file
  /// system is done here.
  private let reading: DispatchQueue
  private let library: LibraryReloader
  private let server: HTTPServer<APIResponder>
  private let admin: HTTPServer<AdminResponder>?
  private let monitor: Monitor
  private let configuration: ConfigurationReloader
  private let certificates: CertificateReloader?
  let systemd: Systemd
  let shutdownTimeoutMilliseconds: UInt64
  let drainDelayMilliseconds: UInt64

  /// Follows files, and tells everybody that it takes connections.
  func begin() throws(Failure) {
    follow()
    try tellReady()
    systemd.ready()
  }

  init(_ configuration: ConfigurationReloader) throws(Failure) {
    let options = configuration.options
    let loops = options.loops ?? Environment.coreCount
    Environment.raiseDescriptorLimit(to: options.descriptorsMax)
    try Threads.probe(Threads.needed(loops: loops))
    let user: Privileges.User? =
      if let name = options.user { try Privileges.user(name) } else { nil }
    let monitor = try Monitor(options.log, loops: loops, for: user)
    configuration.warn()
    let reading = DispatchQueue(label: "reading")
    self.reading = reading
    self.configuration = configuration
    self.monitor = monitor
    shutdownTimeoutMilliseconds = options.shutdownTimeoutMilliseconds
    drainDelayMilliseconds = options.drainDelayMilliseconds
    systemd = Systemd(Environment.variables)
    // First what root may have to do, then the rest as somebody else.
    let certificates =
      options.tls.pairs.isEmpty
      ? nil
      : try CertificateReloader(
        options.tls, restMilliseconds: options.restMilliseconds, queue: reading)
    self.certificates = certificates
    var bound: [BoundEndpoints] = []
    let settings = APISettings(options, loops: loops)
    var serverConfiguration = ServerConfiguration(options, loops: loops)
    serverConfiguration.security = certificates?.context
    serverConfiguration.makeRecorder = { monitor.recorder(loop: $0) }
    do throws(Failure) {
      bound.append(try Self.bind(options, loops: loops))
      if let endpoint = options.adminListen { bound.append(try Self.bind(endpoint)) }
      try Self.become(user)
      library = try LibraryReloader(
        options.statements, restMilliseconds: options.restMilliseconds, queue: reading)
      let snapshot = library.snapshot
      let make: @Sendable () -> APIResponder = {
        APIResponder(snapshot: snapshot, settings: settings)
      }
      do {
        server = try HTTPServer(bound[0], serverConfiguration, makeResponder: make)
      } catch {
        throw Failure(code: .failure, message: "\(error)")
      }
      monitor.observations.adopted(snapshot)
      admin =
        bound.count < 2
        ? nil
        : try monitor.listen(
          bound[1], library.reloads, configuration.reloads, certificates,
          metrics: server.metrics, makeAPI: make)
    } catch {
      for endpoints in bound { endpoints.close() }
      throw error
    }
  }

  /// Adopts what changes from now on.
  private func follow() {
    library.start { [self] snapshot in
      server.withEachResponder { $0.adopt(snapshot) }
      admin?.withEachResponder { $0.adopt(snapshot) }
      monitor.observations.adopted(snapshot)
    } tell: { [self] problems in
      tell(.statements, problems)
    }
    certificates?.start { [self] context in
      server.adopt(context)
      admin?.adopt(context)
    } tell: { [self] problems in
      tell(.certificates, problems)
    }
  }

  /// Tells in `/readyz` and `/metrics` what is amiss.
  private func tell(_ subject: SnapshotMetrics.Subject, _ problems: [SourceProblem]) {
    let all = monitor.observations.adopted(problems, about: subject)
    server.withEachResponder { $0.tell(all) }
    admin?.withEachResponder { $0.tell(all) }
  }

  private func tellReady() throws(Failure) {
    let urls = server.endpoints.map(Self.url)
    // The message first: who reads the line may stop the server, which has its own message.
    Log.write(
      .serving, "signatory \(ProgramVersion.text) serves on \(urls.joined(separator: ", "))",
      [
        "version": ProgramVersion.text, "addresses": urls.joined(separator: " "),
        "statements": "\(monitor.observations.served.statements)",
      ])
    for url in urls { try StandardOutput.write("listening on \(url)\n") }
    for endpoint in admin?.endpoints ?? [] {
      try StandardOutput.write("admin listening on \(Self.url(of: endpoint))\n")
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
      throw Failure(code: .failure, message: "listen: \(error)")
    }
  }

  private static func bind(_ admin: Endpoint) throws(Failure) -> BoundEndpoints {
    do throws(Listener.OpenError) {
      return try BoundEndpoints([admin], loops: 1)
    } catch {
      throw Failure(code: .failure, message: "adminListen: \(error)")
    }
  }

  private static func become(_ user: Privileges.User?) throws(Failure) {
    if let user {
      try Privileges.drop(to: user)
    } else if Privileges.areRoot {
      Log.write(.runningAsRoot, "running as root, which is not needed: set --user")
    }
  }

  // MARK: What `Control` asks, on the main thread. Nothing here waits.

  /// Tells systemd that the service is alive, once every loop has answered.
  func giveSign() {
    server.holdings { [systemd] _ in systemd.alive() }
  }

  /// Reads everything again, on the queue that reads.
  func reload() {
    systemd.reloading()
    Log.write(.reloadAsked, "SIGHUP: reloading settings, statements and certificates")
    monitor.reopen()
    reading.async { [self] in
      readAgain()
      systemd.reloaded()
    }
  }

  /// Adopts what of the settings can be without a restart, and what the files hold now.
  private func readAgain() {
    let problems = configuration.reload { (old, new) throws(Failure) in
      let move = try library.move(from: old.statements, to: new.statements)
      library.restMilliseconds = new.restMilliseconds
      certificates?.restMilliseconds = new.restMilliseconds
      if old.tls != new.tls, !new.tls.pairs.isEmpty { try certificates?.reload(new.tls) }
      move()
    }
    tell(.settings, problems)
    library.reload()
    certificates?.reload()
  }

  /// Tells everybody that it will stop; connections are accepted still.
  func stop() {
    systemd.stopping()
    Log.write(.stopping, "stopping: finishing open requests")
    server.withEachResponder { $0.stop() }
    admin?.withEachResponder { $0.stop() }
  }

  /// Stops accepting, and ends the process once what is in flight is finished.
  func drain() {
    server.drain(within: shutdownTimeoutMilliseconds) { [shutdownTimeoutMilliseconds] cutCount in
      if cutCount > 0 {
        Log.write(
          .connectionsCut,
          "connections closed unfinished, \(shutdownTimeoutMilliseconds / 1000) s after the stop: "
            + "\(cutCount)",
          ["connections": "\(cutCount)"])
      }
      Log.write(.stopped, "stopped")
      Log.exit(.clean)
    }
  }

  private static func url(of endpoint: Endpoint) -> String {
    switch endpoint.address {
    case .internet: "\(endpoint.isSecure ? "https" : "http")://\(endpoint.address)"
    case .unix: "\(endpoint.address)\(endpoint.isSecure ? ",tls" : "")"
    }
  }
}

extension APISettings {
  /// Each loop has its share of what the process may keep.
  fileprivate init(_ options: ServeOptions, loops: Int) {
    self.init(
      baseURL: options.proxy.baseURL, version: ProgramVersion.text,
      cachedResponsesMax: max(options.cachedResponsesMax / loops, 2),
      cachedResponseBytesMax: options.cachedResponseBytesMax / loops)
  }
}

extension ServerConfiguration {
  fileprivate init(_ options: ServeOptions, loops: Int) {
    self.init(loops: loops, limits: options.limits, report: Log.report)
    trustedProxies = TrustedProxies(options.proxy.trustedProxies)
    policy = options.security
    policy.baseURL = options.proxy.secureBaseURL
  }
}

internal import Catalog
internal import Dispatch
internal import Glibc
internal import Locks
internal import TLS

/// Keeps the certificates loaded: reads and checks them at the start, on request and whenever their
/// files change. Those that fail the checks never replace those that serve.
///
/// Used on its queue only, but for `init`. It ends with the process.
final class CertificateKeeper: @unchecked Sendable {
  typealias Publish = @Sendable (ServerContext) -> Void
  typealias Tell = @Sendable ([Snapshot.Problem]) -> Void

  fileprivate static let consequence = "the last certificates stay"

  private var options: TLSOptions
  private let queue: DispatchQueue
  private let tickets: TicketKeys
  private let follower: Follower
  var reloads: Follower.Reloads { follower.reloads }
  private var files: Files
  private var rotation: (any DispatchSourceTimer)?
  private var publish: Publish?
  private var tell: Tell?
  private var told: [Snapshot.Problem] = []
  /// What serves now.
  var context: ServerContext { current.withLock { $0 } }
  private let current: Guarded<ServerContext>

  /// Everything that the certificates are read from.
  private struct Files: Equatable {
    var pairs: [(certificate: NamedFile, key: NamedFile, ocsp: NamedFile?)] = []
    var clientAuthorities: NamedFile?

    static func == (left: Self, right: Self) -> Bool {
      left.clientAuthorities == right.clientAuthorities
        && left.pairs.elementsEqual(right.pairs) { $0 == $1 }
    }
  }

  /// Reads the certificates for the first time; they must be good.
  init(_ options: TLSOptions, queue: DispatchQueue) throws(Failure) {
    self.options = options
    self.queue = queue
    follower = Follower(
      options.folders, queue: queue, consequence: Self.consequence,
      event: .certificatesUnavailable)
    do throws(TLSError) {
      tickets = try TicketKeys()
    } catch {
      throw Failure(code: .failure, message: "\(error)")
    }
    files = try Self.read(options)
    current = Guarded(try Self.makeContext(files, options, tickets))
    warn()
  }

  /// When the first certificate of each chain ends, in seconds since 1970 UTC. Asked on any thread.
  var expiries: [(file: String, seconds: Int64)] {
    context.identities.map { ($0.name, $0.chain.endsAt) }
  }

  /// From now on, publishes each change, and tells what cannot be taken up.
  func start(_ publish: @escaping Publish, tell: @escaping Tell) {
    self.publish = publish
    self.tell = tell
    let timer = DispatchSource.makeTimerSource(queue: queue)
    let period = DispatchTimeInterval.seconds(TicketKeys.rotationSeconds)
    timer.schedule(deadline: .now() + period, repeating: period)
    timer.setEventHandler { [self] in passTime() }
    timer.activate()
    rotation = timer
    follower.start { [self] in reload() }
  }

  /// Reads the files again, and publishes what they hold if it changed and is good.
  func reload() {
    reload(always: follower.trouble != nil)
  }

  /// Keeps the certificates that `options` name from now on. Throws where they are not good, and
  /// goes on as before.
  func reload(_ options: TLSOptions) throws(Failure) {
    _ = try Self.makeContext(try Self.read(options), options, tickets)
    self.options = options
    follower.follow(options.folders)
    reload(always: true)
  }

  /// New keys for tickets; and what has become old, such as an OCSP response, is told or dropped.
  private func passTime() {
    do throws(TLSError) { try tickets.rotate() } catch {
      Log.write(
        .certificateWarning, "the keys of tickets stay: \(error)", ["reason": "\(error)"])
    }
    reload(always: true)
  }

  private func reload(always: Bool) {
    follower.attempt { () throws(Failure) in
      let read = try Self.read(options)
      let hasChanged = read != files
      if always || hasChanged { try adopt(read) }
      if hasChanged { Log.write(.certificatesLoaded, "certificates taken up") }
      return hasChanged
    }
    let problems =
      [follower.trouble].compactMap { $0 }.map(options.problem)
      + context.identities.compactMap { identity in
        identity.chain.invalidity.map {
          Snapshot.Problem(file: Directory.name(of: identity.name), detail: "\($0); it is served")
        }
      }
    guard problems != told else { return }
    told = problems
    tell?(problems)
  }

  private func adopt(_ read: Files) throws(Failure) {
    let context = try Self.makeContext(read, options, tickets)
    let now = time(nil)
    if read != files, self.context.identities.allSatisfy({ $0.chain.isValid(at: now) }),
      let worse = context.identities.first(where: { $0.chain.invalidity != nil })
    {
      let reason = worse.chain.invalidity ?? ""
      throw Failure(code: .usage, message: "tls.certificates: \(worse.name): \(reason)")
    }
    current.withLock { $0 = context }
    files = read
    warn()
    publish?(context)
  }

  private static func read(_ options: TLSOptions) throws(Failure) -> Files {
    var files = Files()
    for pair in options.pairs {
      let ocsp =
        Directory.state(of: pair.ocsp) == nil ? nil : try file(pair.ocsp, "tls.certificates")
      files.pairs.append(
        (try file(pair.certificate, "tls.certificates"), try file(pair.key, "tls.keys"), ocsp))
    }
    if let path = options.clientAuthorities {
      files.clientAuthorities = try file(path, "tls.clientAuthorities")
    }
    return files
  }

  private static func file(_ path: String, _ setting: String) throws(Failure) -> NamedFile {
    do throws(Failure) {
      return NamedFile(name: path, bytes: try FileContent(path: path).bytes)
    } catch {
      throw Failure(code: .usage, message: "\(setting): \(error.message)")
    }
  }

  private static func makeContext(
    _ files: Files, _ options: TLSOptions, _ tickets: TicketKeys
  ) throws(Failure) -> ServerContext {
    do throws(TLSError) {
      var identities: [Identity] = []
      for (certificate, key, ocsp) in files.pairs {
        identities.append(
          try Identity(certificate: certificate, key: key, ocsp: ocsp, at: time(nil)))
      }
      var settings = ServerContext.Settings()
      settings.profile = options.profile
      settings.clientAuthorities = files.clientAuthorities
      return try ServerContext(identities, settings: settings, tickets: tickets)
    } catch {
      throw Failure(code: .usage, message: "\(options.setting(of: error))\(error)")
    }
  }

  private func warn() {
    for identity in context.identities {
      let isInvalid = identity.chain.invalidity != nil
      for warning in identity.warnings {
        Log.write(
          isInvalid ? .certificateInvalid : .certificateWarning, "tls.certificates: \(warning)")
      }
    }
  }

  /// What an operator should know of the certificates.
  var warnings: [String] { context.identities.flatMap(\.warnings) }
}

extension TLSOptions {
  /// All files that there must be.
  private var paths: [String] {
    pairs.flatMap { [$0.certificate, $0.key] } + [clientAuthorities].compactMap { $0 }
  }

  /// The setting that the file of an error stands in, to be read before it.
  fileprivate func setting(of error: TLSError) -> String {
    guard case .file(let name, _) = error else { return "tls: " }
    if keys.contains(name) { return "tls.keys: " }
    return name == clientAuthorities ? "tls.clientAuthorities: " : "tls.certificates: "
  }

  /// Where the files are, each folder once.
  fileprivate var folders: [String] {
    var folders: [String] = []
    for folder in paths.map(Directory.parent) where !folders.contains(folder) {
      folders.append(folder)
    }
    return folders
  }

  /// A trouble as whoever asks is told of it: the file's name, but not where this machine keeps it.
  fileprivate func problem(_ trouble: Failure) -> Snapshot.Problem {
    let places = paths.compactMap { path in
      trouble.message.firstRange(of: path).map { (path, $0.lowerBound) }
    }
    let file = places.min { $0.1 < $1.1 }?.0 ?? "certificates"
    let detail = folders.reduce(trouble.message) { $0.replacing("\($1)/", with: "") }
    return Snapshot.Problem(
      file: String(file.split(separator: "/").last ?? "certificates"),
      detail: "\(detail); \(CertificateKeeper.consequence)")
  }
}

package import Catalog
package import Configuration
package import Dispatch
internal import Glibc
package import Host
internal import Locks
internal import Logging
package import TLS

/// Keeps the certificates loaded: reads and checks them at the start, on request and whenever their
/// files change. Those that fail the checks never replace those that serve.
///
/// Used on its queue only, but for `init`. It ends with the process.
package final class CertificateReloader: @unchecked Sendable, ReloadedFiles {
  package typealias Publish = @Sendable (ServerContext) -> Void
  package typealias Tell = @Sendable ([SourceProblem]) -> Void

  private static let consequence = "the last certificates stay"

  private var options: TLSOptions
  private let queue: DispatchQueue
  private let tickets: TicketKeys
  private let follower: ReloadDriver
  package var reloads: ReloadMetrics { follower.reloads }
  private var resting: Resting
  /// Whether what the files hold is to be applied though it has not changed: time has.
  private var mustAdopt = false
  private var files: Files
  private var rotation: (any DispatchSourceTimer)?
  private var publish: Publish?
  private var tell: Tell?
  /// What keeps the files from being read.
  private var troubles: [String] = []
  private var told: [SourceProblem] = []
  /// What serves now.
  package var context: ServerContext { current.withLock { $0 } }
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

  /// How long a file rests before it is read.
  package var restMilliseconds: UInt64 {
    get { resting.restMilliseconds }
    set { resting.restMilliseconds = newValue }
  }

  /// Reads the certificates for the first time; they must be good.
  package init(_ options: TLSOptions, restMilliseconds: UInt64, queue: DispatchQueue)
    throws(Failure)
  {
    self.options = options
    self.queue = queue
    resting = Resting(restMilliseconds: restMilliseconds)
    follower = ReloadDriver(
      queue: queue, consequence: Self.consequence, event: .certificatesUnavailable)
    do throws(TLSError) {
      tickets = try TicketKeys()
    } catch {
      throw Failure(code: .failure, message: "\(error)")
    }
    // Looked at first: what changes while they are read has changed since.
    let present = options.present
    files = try Self.read(options)
    current = Guarded(try Self.makeContext(files, options, tickets))
    _ = resting.look(present, at: ReloadDriver.now, isTold: false, atOnce: true)
    took(present)
    warn()
  }

  /// When the first certificate of each chain ends, in seconds since 1970 UTC. Asked on any thread.
  package var expiries: [(file: String, seconds: Int64)] {
    context.identities.map { ($0.name, $0.chain.endsAt) }
  }

  /// From now on, publishes each change, and tells what cannot be applied, and what is served
  /// though it is not valid.
  package func start(_ publish: @escaping Publish, tell: @escaping Tell) {
    self.publish = publish
    let timer = DispatchSource.makeTimerSource(queue: queue)
    let period = DispatchTimeInterval.seconds(TicketKeys.rotationSeconds)
    timer.schedule(deadline: .now() + period, repeating: period)
    timer.setEventHandler { [self] in passTime() }
    timer.activate()
    rotation = timer
    self.tell = tell
    follower.start(self) { [self] troubles in
      self.troubles = troubles
      tellProblems()
    }
  }

  /// Reads the files again, and publishes what they hold if it changed and is good.
  package func reload() { follower.look(anew: true) }

  /// Keeps the certificates that `options` name from now on. Throws where they are not good, and
  /// goes on as before.
  package func reload(_ options: TLSOptions) throws(Failure) {
    _ = try Self.makeContext(try Self.read(options), options, tickets)
    self.options = options
    mustAdopt = true
    follower.look(anew: true)
  }

  /// New keys for tickets; and what has become old, such as an OCSP response, is told or dropped.
  private func passTime() {
    do throws(TLSError) { try tickets.rotate() } catch {
      Log.write(
        .certificateWarning, "the keys of tickets stay: \(error)", ["reason": "\(error)"])
    }
    mustAdopt = true
    follower.look()
  }

  // MARK: ReloadedFiles

  package var places: [String] { options.folders }
  package var due: UInt64? { resting.stillDue }

  package var plan: WatchPlan {
    var plan = WatchPlan()
    for path in options.watchedPaths { plan.add(path, for: FileName(path)) }
    return plan
  }

  package func note(_ event: FileEvent, _ name: FileName, at now: UInt64) {
    resting.note(event, name, matters: true, at: now)
  }

  package func forgetWriters() { resting.forgetWriters() }

  package func look(_ look: FolderLook) throws(Failure) -> Bool {
    defer { tellProblems() }
    let present = options.present
    if look.isAnew { resting.readAll() }
    for name in resting.held where OpenWriters.hasAny(name.description) == false {
      resting.release(name)
    }
    let verdict = resting.look(present, at: look.now, isTold: look.isTold)
    // A certificate and its key are written one after the other: as long as one of them has to
    // rest, the other would not fit.
    let isWanted = !verdict.isEmpty || look.isAnew || mustAdopt || follower.trouble != nil
    guard isWanted else { return false }
    // All are read at once, and a writer may be older than the watch that would have told of it.
    for name in present.keys where OpenWriters.hasAny(name.description) == true {
      resting.hold(name)
    }
    guard look.isAnew || resting.isStill(at: look.now) else { return false }
    took(present)
    let read = try Self.read(options)
    let hasChanged = read != files
    if hasChanged || mustAdopt { try adopt(read) }
    mustAdopt = false
    if hasChanged { Log.write(.certificatesLoaded, "certificates applied") }
    return hasChanged
  }

  private func tellProblems() {
    let paths = options.paths + options.folders
    let problems =
      troubles.map { SourceProblem($0, of: paths) }
      + context.identities.compactMap { identity in
        identity.chain.invalidity.map {
          SourceProblem(file: Directory.name(of: identity.name), detail: "\($0); it is served")
        }
      }
    guard problems != told else { return }
    told = problems
    tell?(problems)
  }

  private func took(_ present: [FileName: Resting.Presence]) {
    for case (let name, .file(let state)) in present { resting.took(name, state) }
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
      var policy = TLSPolicy()
      policy.profile = options.profile
      policy.clientAuthorities = files.clientAuthorities
      return try ServerContext(identities, policy: policy, tickets: tickets)
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
  package var warnings: [String] { context.identities.flatMap(\.warnings) }
}

extension TLSOptions {
  /// All files that there must be.
  fileprivate var paths: [String] {
    pairs.flatMap { [$0.certificate, $0.key] } + [clientAuthorities].compactMap { $0 }
  }

  /// The setting that the file of an error stands in, to be read before it.
  fileprivate func setting(of error: TLSError) -> String {
    guard case .file(let name, _) = error else { return "tls: " }
    if keys.contains(name) { return "tls.keys: " }
    return name == clientAuthorities ? "tls.clientAuthorities: " : "tls.certificates: "
  }

  /// Also those that there may be.
  fileprivate var watchedPaths: [String] { paths + pairs.map(\.ocsp) }

  /// The files as they are now.
  fileprivate var present: [FileName: Resting.Presence] {
    var present: [FileName: Resting.Presence] = [:]
    for path in watchedPaths {
      if let state = Directory.state(of: path) { present[FileName(path)] = .file(state) }
    }
    return present
  }

  /// Where the files are, each folder once.
  fileprivate var folders: [String] {
    var folders: [String] = []
    for folder in paths.map(Directory.parent) where !folders.contains(folder) {
      folders.append(folder)
    }
    return folders
  }
}

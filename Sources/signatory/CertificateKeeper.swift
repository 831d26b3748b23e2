internal import Dispatch
internal import EventLoop
internal import Glibc
internal import TLS

/// Keeps the certificates loaded: reads and checks them at the start, on request and whenever their
/// files change. Those that fail the checks never replace those that serve.
///
/// Used on its queue only, but for `init`. It ends with the process.
final class CertificateKeeper: @unchecked Sendable {
  typealias Publish = @Sendable (ServerContext) -> Void

  /// How long until a folder that has gone is looked for again.
  static let retrySeconds = 1

  private let options: TLSOptions
  private let queue: DispatchQueue
  private let tickets: TicketKeys
  private var files: Files
  private var watches: [FolderWatch] = []
  private var rotation: (any DispatchSourceTimer)?
  private var lastTrouble: String?
  private var publish: Publish?
  /// What serves now.
  private(set) var context: ServerContext

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
    do throws(TLSError) {
      tickets = try TicketKeys()
    } catch {
      throw Failure(code: .failure, message: "\(error)")
    }
    files = try Self.read(options)
    context = try Self.makeContext(files, options, tickets)
    warn()
  }

  /// From now on, publishes each change.
  func start(_ publish: @escaping Publish) {
    queue.async { [self] in
      self.publish = publish
      let timer = DispatchSource.makeTimerSource(queue: queue)
      let period = DispatchTimeInterval.seconds(TicketKeys.rotationSeconds)
      timer.schedule(deadline: .now() + period, repeating: period)
      timer.setEventHandler { [self] in passTime() }
      timer.activate()
      rotation = timer
      reload()
    }
  }

  /// Reads the files again, and publishes what they hold if it changed and is good.
  func reload() {
    // The watches first: what changes from here on is told.
    if watches.isEmpty || watches.contains(where: \.isOver) { follow() }
    do throws(Failure) {
      let read = try Self.read(options)
      if read != files { try adopt(read) }
      lastTrouble = nil
    } catch {
      tell("the last certificates stay: \(error.message)")
    }
  }

  /// New keys for tickets; and what has become old, such as an OCSP response, is told or dropped.
  private func passTime() {
    do throws(TLSError) { try tickets.rotate() } catch { tell("\(error)") }
    do throws(Failure) { try adopt(files) } catch {
      tell("the last certificates stay: \(error.message)")
    }
  }

  private func adopt(_ read: Files) throws(Failure) {
    context = try Self.makeContext(read, options, tickets)
    files = read
    warn()
    publish?(context)
  }

  private static func read(_ options: TLSOptions) throws(Failure) -> Files {
    var files = Files()
    for pair in options.pairs {
      let ocsp = Directory.state(of: pair.ocsp) == nil ? nil : try file(pair.ocsp)
      files.pairs.append((try file(pair.certificate), try file(pair.key), ocsp))
    }
    if let path = options.clientAuthorities { files.clientAuthorities = try file(path) }
    return files
  }

  private static func file(_ path: String) throws(Failure) -> NamedFile {
    do throws(Failure) {
      return NamedFile(name: path, bytes: try FileContent(path: path).bytes)
    } catch {
      throw Failure(code: .usage, message: error.message)
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
      throw Failure(code: .usage, message: "\(error)")
    }
  }

  private func warn() {
    for warning in context.identities.flatMap(\.warnings) {
      StandardError.write("signatory: \(warning)\n")
    }
  }

  /// Watches the folders of all files; while one cannot be watched, tries again.
  private func follow() {
    watches = []
    var folders: [String] = []
    let paths = options.pairs.flatMap { [$0.certificate, $0.key] }
    for path in paths + [options.clientAuthorities].compactMap({ $0 }) {
      let folder = Directory.parent(of: path)
      if !folders.contains(folder) { folders.append(folder) }
    }
    for folder in folders {
      do {
        watches.append(try FolderWatch(folder, queue: queue) { [self] in reload() })
      } catch {
        tell("cannot watch \(folder): \(error.reason); trying again")
        queue.asyncAfter(deadline: .now() + .seconds(Self.retrySeconds)) { [self] in reload() }
        watches = []
        return
      }
    }
  }

  /// Tells the operator of trouble, once for as long as it lasts.
  private func tell(_ trouble: String) {
    guard lastTrouble != trouble else { return }
    lastTrouble = trouble
    StandardError.write("signatory: \(trouble)\n")
  }
}

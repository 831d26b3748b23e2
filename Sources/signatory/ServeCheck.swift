internal import Configuration
internal import Dispatch
internal import EventLoop
internal import Glibc
internal import Host
internal import Loading
internal import Logging
internal import Server

/// `--check-config`: tries what a start would do, in its order, but listens nowhere and makes
/// nothing. All that is wrong is told, not the first alone.
struct ServeCheck {
  private let options: ServeOptions
  private var findings: [String] = []

  static func run(_ sources: ConfigurationSources) throws(Failure) {
    let configuration = try EffectiveConfiguration(sources)
    for warning in configuration.warnings { Log.write(.settingWithoutEffect, warning.text) }
    var check = ServeCheck(configuration.options)
    check.look()
    guard check.findings.isEmpty else {
      let noun = check.findings.count == 1 ? "1 error" : "\(check.findings.count) errors"
      throw Failure(
        code: .usage, message: "the configuration has \(noun)", findings: check.findings)
    }
    try StandardOutput.write("the configuration is good\n")
  }

  private init(_ options: ServeOptions) { self.options = options }

  private mutating func look() {
    let queue = DispatchQueue(label: "check")
    var user: Privileges.User?
    findings += Self.mistakes { () throws(Failure) in
      if let name = options.user { user = try Privileges.user(name) }
    }
    if options.log.access != .off, let path = options.log.accessFile { lookAtLog(path) }
    if !options.tls.pairs.isEmpty {
      findings += Self.mistakes { () throws(Failure) in
        for warning in try CertificateReloader(
          options.tls, restMilliseconds: options.restMilliseconds, queue: queue
        ).warnings {
          Log.write(.certificateWarning, "tls.certificates: \(warning)")
        }
      }
    }
    lookAtAddresses()
    // From here on as that user, as far as whoever checks can become it.
    if let user {
      findings += Self.mistakes { () throws(Failure) in try Privileges.drop(to: user) }
    }
    guard let path = options.statements else { return }
    var problems: [StatementFolder.FileProblem] = []
    findings += Self.mistakes { () throws(Failure) in
      problems = try StatementFolder.read(
        path, restMilliseconds: options.restMilliseconds
      ).problems
    }
    findings += problems.map { "\($0.reason); \($0.consequence.rawValue)" }
  }

  private static func mistakes(_ body: () throws(Failure) -> Void) -> [String] {
    do throws(Failure) {
      try body()
      return []
    } catch {
      return error.findings + [error.message]
    }
  }

  /// The file that there is must be one that can be added to; else its folder takes a new one.
  private mutating func lookAtLog(_ path: String) {
    let isThere = unsafe access(path, F_OK) == 0
    let place = isThere ? path : Directory.parent(of: path)
    var reason: String?
    if unsafe access(place, W_OK) != 0 {
      reason = SystemError.last("access").reason
    } else if Directory.isFolder(place) == isThere {
      reason = isThere ? "it is a directory" : "\(place) is not a directory"
    }
    guard let reason else { return }
    findings.append("log.accessFile: cannot write the access log \(path): \(reason)")
  }

  private mutating func lookAtAddresses() {
    var known: [(text: String, address: ListenAddress)] = []
    // Those of systemd are open already.
    let listen = options.sockets.isEmpty ? options.listen : []
    let admin = options.adminListen.map { [("adminListen", $0)] } ?? []
    let all = listen.map { ("listen", $0) } + admin
    for (setting, endpoint) in all {
      do throws(Listener.OpenError) {
        let address = try Listener.probe(endpoint.address, endpoint.access)
        if let other = known.first(where: { $0.address.overlaps(address) }) {
          findings.append(
            "\(setting): cannot listen on \(endpoint.text): \(other.text) takes the same address")
        }
        known.append((endpoint.text, address))
      } catch {
        findings.append("\(setting): \(error)")
      }
    }
  }
}

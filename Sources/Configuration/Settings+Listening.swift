internal import EventLoop
internal import HTTP1
internal import Server

extension Settings {
  static let listening: [Setting] = [
    Setting(
      .listening, "listen", \.listen, ValueFormat.endpoint.list(of: "addresses", countMin: 1),
      about: "Addresses to listen on: host:port, [IPv6]:port, :port for every address, or "
        + "unix:/path. Port 0 picks a free port. Options follow, in this order: ,mode=0660 and "
        + ",group=NAME set the access to a Unix socket; ,proxy expects the PROXY protocol (1 or "
        + "2) from trusted proxies; ,tls speaks TLS; ,redirect redirects every request to HTTPS "
        + "(308). Sockets passed by systemd (LISTEN_FDS) replace this setting.",
      reason: "Only this machine can connect until somebody decides otherwise."),
    Setting(
      .listening, "loops", \.loops, ValueFormat.integer(1...256, as: "N").orNull(),
      about: "Event loops. Each is a thread with its own connections.",
      reason: "null: one per core available to the process, or fewer if its cgroup has a CPU "
        + "quota."),
    Setting(
      .listening, "user", \.user,
      ValueFormat.text("the name of a user", as: "NAME", parse: userName, show: { $0 }).orNull(),
      about: "User to switch to after sockets are bound and keys are read, when started as root. "
        + "This user must be able to read the statements, and new keys on SIGHUP.",
      reason: "null: stay the user that started the process. Running as root logs a warning."),
  ]

  @Sendable
  private static func userName(_ text: String) throws(InvalidValue) -> String {
    guard !text.isEmpty else { throw InvalidValue("“” is not the name of a user") }
    return text
  }

  package static let statements: [Setting] = [
    Setting(
      .statements, "statements", \.statements,
      ValueFormat.path("a folder of texts", as: "DIR").orNull(), reloads: true,
      about: "Folder of *.txt, *.md and *.html files to serve. Changes are live within a second.",
      reason: "null: serve the built-in statement."),
    Setting(
      .statements, "restMilliseconds", \.restMilliseconds, .integer(10...60_000, as: "N"),
      reloads: true,
      about: "Time that a changed text or certificate must stay unchanged, after its writer has "
        + "closed it, before it is read. Files that became empty or smaller wait four times as "
        + "long, and so do files that changed without a notification, as on a network file "
        + "system.",
      reason: "Programs that write a file in several steps, and close it in between, pause for "
        + "less. If one pauses longer, half of a text is served until the rest is written. Above "
        + "240, a change may take longer than a second to be live."),
  ]

  static let proxies: [Setting] = [
    Setting(
      .proxies, "baseURL", \.proxy.baseURL, ValueFormat.baseURL.orNull(),
      about: "Start of every URL in responses, such as https://api.example.org.",
      reason: "null: the origin that a trusted proxy forwards, or else URLs without an origin."),
    Setting(
      .proxies, "trustedProxies", \.proxy.trustedProxies,
      ValueFormat.addressRange.list(of: "addresses such as 127.0.0.1, fd00::/8 or unix"),
      flag: "--trusted-proxy",
      about: "Peers whose Forwarded, or X-Forwarded-Proto, X-Forwarded-Host and "
        + "X-Forwarded-Prefix, fields are trusted: an address, address/bits, or unix. They must "
        + "set these fields or remove those of clients. What they add to Forwarded or "
        + "X-Forwarded-For identifies the client for the client limits.",
      reason: "No peer is trusted by default: any client can send these fields."),
  ]
}

extension ValueFormat<AddressRange> {
  static var addressRange: ValueFormat {
    text(
      "an address such as 127.0.0.1, fd00::/8 or unix", as: "ADDRESS",
      parse: { (text: String) throws(InvalidValue) in
        do {
          return try AddressRange(parsing: text)
        } catch {
          throw InvalidValue("“\(text)” \(error); write one such as 127.0.0.1, fd00::/8 or unix")
        }
      },
      show: { "\($0)" })
  }
}

extension ValueFormat<String> {
  /// `http://` or `https://`, a host, and maybe a port and a path.
  static var baseURL: ValueFormat {
    let allowed =
      "a URL such as https://api.example.org or https://example.org/statements, without ? and #"
    return text(
      allowed, as: "URL",
      parse: { (text: String) throws(InvalidValue) in
        let scheme = ["https://", "http://"].first { text.hasPrefix($0) }
        let rest = text.dropFirst(scheme?.count ?? 0)
        let authority = Array(rest.prefix { $0 != "/" }.utf8)
        let path = rest.utf8.dropFirst(authority.count)
        let isPath = path.allSatisfy { 0x21...0x7E ~= $0 && !"\"<>\\^`{|}?#".utf8.contains($0) }
        guard scheme != nil, Authority.isValid(authority.span), isPath else {
          throw InvalidValue("“\(text)” is not \(allowed)")
        }
        return text
      },
      show: { $0 })
  }
}

internal import EventLoop
internal import HTTP1
internal import Server

extension Settings {
  static let listening: [Setting] = [
    Setting(
      .listening, "listen", \.listen, ValueFormat.endpoint.list(of: "addresses", countMin: 1),
      about: "Addresses to listen on: host:port, [IPv6]:port, :port for every address, or "
        + "unix:/path; port 0 picks a free one. With ,tls behind, TLS is spoken there; with "
        + ",redirect every request is led to it (308); with ,proxy (before these) trusted proxies "
        + "connect, and say by the PROXY protocol (1 or 2) for whom. Behind unix:/path, "
        + ",mode=0660 and ,group=NAME (before all these) say who may connect. "
        + "Sockets that systemd hands over (LISTEN_FDS) take their place.",
      reason: "Only this machine reaches it until somebody decides otherwise."),
    Setting(
      .listening, "loops", \.loops, ValueFormat.integer(1...256, as: "N").orNull(),
      about: "Event loops, each a thread with its own connections.",
      reason: "null is one for each core that the process may run on, or fewer where its control "
        + "group has a quota of time."),
    Setting(
      .listening, "user", \.user,
      ValueFormat.text("the name of a user", as: "NAME", parse: userName, show: { $0 }).orNull(),
      about: "The user to become once sockets are bound and keys are read, where root starts it. "
        + "That user must be able to read the statements, and new keys on SIGHUP.",
      reason: "null stays the user that started it; root is warned."),
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
      about: "Folder whose *.txt and *.md files are served; changes are live within a second.",
      reason: "null serves the statement built in."),
    Setting(
      .statements, "restMilliseconds", \.restMilliseconds, .integer(10...60_000, as: "N"),
      reloads: true,
      about: "How long a text or certificate that changed is left alone, once its writer has "
        + "closed it, before it is read. One that has become empty or smaller rests four times as "
        + "long, and so does one that changed without the system telling, as on a network file "
        + "system.",
      reason: "Programs that write a file in several goes, and close it in between, pause for "
        + "less; half of a text from one that pauses longer is served until the rest comes. Above "
        + "240 a change may take longer than a second to be live."),
  ]

  static let proxies: [Setting] = [
    Setting(
      .proxies, "baseURL", \.proxy.baseURL, ValueFormat.baseURL.orNull(),
      about: "What every URL in answers begins with, such as https://api.example.org.",
      reason: "null takes it from what a trusted proxy tells; else URLs begin with their path."),
    Setting(
      .proxies, "trustedProxies", \.proxy.trustedProxies,
      ValueFormat.addressRange.list(of: "addresses such as 127.0.0.1, fd00::/8 or unix"),
      flag: "--trusted-proxy",
      about: "Peers whose Forwarded, or X-Forwarded-Proto, X-Forwarded-Host and "
        + "X-Forwarded-Prefix, is believed: an address, address/bits, or unix. They must set or "
        + "remove what clients send of these. "
        + "What they add to Forwarded or X-Forwarded-For tells whom the limits of clients count.",
      reason: "Nobody is believed unasked: any client could send these fields."),
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

internal import EventLoop
internal import HTTP1

/// What `serve` is told of the way that clients reach it, as typed.
struct ProxyFlags {
  var baseURL: String?
  var trusted: [String] = []
}

/// How URLs in answers begin, and whose word on that is taken.
struct ProxyOptions: Equatable {
  /// `nil`: as a trusted proxy tells, else URLs are path-absolute.
  var baseURL: String?
  var trusted: [AddressRange] = []

  init() {}

  init(flags: ProxyFlags, environment: [String: String]) throws(Failure) {
    if let text = flags.baseURL {
      baseURL = try Self.baseURL(text, named: "--base-url")
    } else if let text = environment["SIGNATORY_BASE_URL"] {
      baseURL = try Self.baseURL(text, named: "SIGNATORY_BASE_URL")
    }
    if !flags.trusted.isEmpty {
      trusted = try Self.ranges(flags.trusted, named: "--trusted-proxy")
    } else if let text = environment["SIGNATORY_TRUSTED_PROXIES"] {
      let parts = text.split(separator: " ").map(String.init)
      trusted = try Self.ranges(parts, named: "SIGNATORY_TRUSTED_PROXIES")
    }
  }

  /// `http://` or `https://`, a host, and maybe a port and a path.
  private static func baseURL(_ text: String, named name: String) throws(Failure) -> String {
    let scheme = ["https://", "http://"].first { text.hasPrefix($0) }
    let rest = text.dropFirst(scheme?.count ?? 0)
    let authority = Array(rest.prefix { $0 != "/" }.utf8)
    let path = rest.utf8.dropFirst(authority.count)
    let isPath = path.allSatisfy { 0x21...0x7E ~= $0 && !"\"<>\\^`{|}?#".utf8.contains($0) }
    guard scheme != nil, Authority.isValid(authority.span), isPath else {
      throw Failure(
        code: .usage,
        message: "\(name) “\(text)” is not a URL such as https://api.example.org or "
          + "https://example.org/statements, without ? and #")
    }
    return text
  }

  private static func ranges(_ texts: [String], named name: String) throws(Failure)
    -> [AddressRange]
  {
    var ranges: [AddressRange] = []
    for text in texts {
      do {
        ranges.append(try AddressRange(parsing: text))
      } catch {
        throw Failure(
          code: .usage,
          message: "\(name) “\(text)” \(error); write one such as 127.0.0.1, fd00::/8 or unix")
      }
    }
    return ranges
  }
}

internal import EventLoop

/// How URLs in answers begin, and whose word on that is taken.
struct ProxyOptions: Equatable, Sendable {
  /// `nil`: as a trusted proxy tells, else URLs are path-absolute.
  var baseURL: String?
  var trusted: [AddressRange] = []

  /// The base URL, where that begins with `https://`, without a slash at its end.
  var secureBaseURL: String? {
    guard var url = baseURL.map({ $0[...] }), url.hasPrefix("https://") else { return nil }
    while url.hasSuffix("/") { url.removeLast() }
    return String(url)
  }
}

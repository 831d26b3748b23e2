package import EventLoop

/// How URLs in answers begin, and whose word on that is taken.
package struct ProxyOptions: Equatable, Sendable {
  /// `nil`: as a trusted proxy tells, else URLs are path-absolute.
  package var baseURL: String?
  package var trustedProxies: [AddressRange] = []

  /// The base URL, where that begins with `https://`, without a slash at its end.
  package var secureBaseURL: String? {
    guard var url = baseURL.map({ $0[...] }), url.hasPrefix("https://") else { return nil }
    while url.hasSuffix("/") { url.removeLast() }
    return String(url)
  }
}

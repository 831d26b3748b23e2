internal import EventLoop

/// How URLs in answers begin, and whose word on that is taken.
struct ProxyOptions: Equatable, Sendable {
  /// `nil`: as a trusted proxy tells, else URLs are path-absolute.
  var baseURL: String?
  var trusted: [AddressRange] = []

  /// Scheme, host and port of the base URL, where that begins with `https://`.
  var origin: String? {
    guard let baseURL, baseURL.hasPrefix("https://") else { return nil }
    return "https://" + baseURL.dropFirst(8).prefix { $0 != "/" }
  }
}

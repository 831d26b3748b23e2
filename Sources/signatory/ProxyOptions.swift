internal import EventLoop

/// How URLs in answers begin, and whose word on that is taken.
struct ProxyOptions: Equatable, Sendable {
  /// `nil`: as a trusted proxy tells, else URLs are path-absolute.
  var baseURL: String?
  var trusted: [AddressRange] = []
}

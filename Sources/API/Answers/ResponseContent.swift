internal import HTTP

/// What a handler makes of a call: the bytes to send, and what is to be known about them.
struct ResponseContent {
  var body: [UInt8]
  var status = Status.ok
  var mediaType = MediaType.json
  var caching = Caching.revalidated
  /// Whether whoever asks the same gets the same, as long as the snapshot stays. What tells of the
  /// service's state does not.
  var isSameForAll = true
  /// In seconds since 1970.
  var lastModified: Int64?
  /// A BCP 47 tag.
  var language: String?
  /// The values of `Link` (RFC 8288).
  var links: [String] = []
  /// The value of `Content-Security-Policy`, for what a browser may show as a page.
  var policy: String?
  /// Where the thing really is: makes the answer a permanent redirect.
  var location: String?

  init(_ body: [UInt8]) {
    self.body = body
  }

  static func redirect(to location: String) -> ResponseContent {
    var content = ResponseContent([])
    content.location = location
    return content
  }
}

/// How long an answer may be reused (RFC 9111 §5.2).
enum Caching: Sendable {
  /// Fresh for a minute, and usable for ten while it is asked for again.
  case revalidated
  /// Never stored: it is of this moment, or made for one request.
  case never

  var field: StaticString {
    switch self {
    case .revalidated: "public, max-age=60, stale-while-revalidate=600"
    case .never: "no-store"
    }
  }
}

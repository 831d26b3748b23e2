import Bytes
package import HTTP

/// What the field lines of one request say about its framing, its connection and its host, gathered
/// line by line and judged at the end of the head.
package struct Framing: Sendable {
  /// How the content of a request is delimited (RFC 9112 §6.3).
  package enum Content: Equatable, Sendable {
    case none
    case length(Int)
    case chunked
  }

  /// Longer hosts are not remembered.
  private static let knownHostBytesMax = 255

  /// The host that was found valid last: most clients of a server name the same one.
  private var knownHost: [UInt8] = []
  private var hosts = 0
  private var length: Int?
  private var hasTransferEncoding = false
  private var hasUnknownCoding = false
  private var endsChunked = false
  private(set) var expectsContinue = false
  private var expectsOther = false
  private var asksClose = false
  private var asksKeepAlive = false

  package init() {}

  /// Makes ready for the next head.
  mutating func reset() {
    hosts = 0
    length = nil
    hasTransferEncoding = false
    hasUnknownCoding = false
    endsChunked = false
    expectsContinue = false
    expectsOther = false
    asksClose = false
    asksKeepAlive = false
  }

  /// Takes one field line in. `value` is without the white space around it.
  package mutating func take(
    _ name: FieldName, _ value: Span<UInt8>
  ) throws(WireError.Reason) {
    switch name {
    case .host: try takeHost(value)
    case .contentLength: try takeContentLength(value)
    case .transferEncoding: try takeTransferEncoding(value)
    case .connection: takeConnection(value)
    case .expect: takeExpect(value)
    default: break
    }
  }

  /// RFC 9112 §3.2. An empty value is a client's way to say that the target has no authority. None
  /// of those served here is without, and two servers in a row may take it for different ones.
  private mutating func takeHost(_ value: Span<UInt8>) throws(WireError.Reason) {
    if hosts > 0 { throw .hostRepeated }
    hosts += 1
    if !value.isEmpty, value.equals(knownHost.span) { return }
    guard Authority.isValid(value) else { throw .hostInvalid }
    guard value.count <= Self.knownHostBytesMax else { return }
    knownHost.removeAll(keepingCapacity: true)
    knownHost.append(value)
  }

  /// RFC 9112 §6.3, rule 5, lets a repeated length pass as long as all are the same. It is refused:
  /// two servers in a row may read a list differently.
  private mutating func takeContentLength(_ value: Span<UInt8>) throws(WireError.Reason) {
    if length != nil { throw .contentLengthRepeated }
    guard let number = Decimal.parse(value) else { throw .contentLength }
    length = number
  }

  /// RFC 9112 §6.1: chunked is the last coding, and applied once.
  private mutating func takeTransferEncoding(_ value: Span<UInt8>) throws(WireError.Reason) {
    hasTransferEncoding = true
    var members = ListMembers()
    while let member = members.next(in: value) {
      if endsChunked { throw .transferEncoding }
      if value.extracting(member).equalsIgnoringCase("chunked") {
        endsChunked = true
      } else {
        hasUnknownCoding = true
      }
    }
  }

  /// RFC 9112 §9.3, §9.6. Options other than these two concern proxies.
  private mutating func takeConnection(_ value: Span<UInt8>) {
    var members = ListMembers()
    while let member = members.next(in: value) {
      let option = value.extracting(member)
      if option.equalsIgnoringCase("close") { asksClose = true }
      if option.equalsIgnoringCase("keep-alive") { asksKeepAlive = true }
    }
  }

  /// RFC 9110 §10.1.1.
  private mutating func takeExpect(_ value: Span<UInt8>) {
    var members = ListMembers()
    while let member = members.next(in: value) {
      if value.extracting(member).equalsIgnoringCase("100-continue") {
        expectsContinue = true
      } else {
        expectsOther = true
      }
    }
  }

  /// How the content is delimited, once the last field line was taken in.
  package func content(
    _ version: Version, limits: Limits
  ) throws(WireError.Reason) -> Content {
    if hosts == 0, version == .http11 { throw .hostMissing }
    let content = try hasTransferEncoding ? transferred(version) : .length(length ?? 0)
    if expectsOther { throw .expectation }
    guard case .length(let length) = content else { return content }
    if length > limits.requestContentBytesMax { throw .contentTooLarge }
    return length == 0 ? .none : content
  }

  /// RFC 9112 §6.1, §6.3.
  private func transferred(_ version: Version) throws(WireError.Reason) -> Content {
    if length != nil { throw .transferEncodingWithLength }
    if version == .http10 { throw .transferEncodingVersion }
    if !endsChunked { throw .transferEncoding }
    if hasUnknownCoding { throw .transferCodingUnknown }
    return .chunked
  }

  /// Whether the peer wants the connection kept (RFC 9112 §9.3). `close` beats `keep-alive`.
  func persists(_ version: Version) -> Bool {
    switch version {
    case .http11: !asksClose
    case .http10: !asksClose && asksKeepAlive
    }
  }
}

internal import Bytes
internal import Compression
internal import Digest
internal import HTTP

/// A content in one media type: made once, coded on first use.
final class Representation {
  /// Contents below this are not worth coding.
  private static let codedBytesMin = 256

  private let content: ResponseContent
  /// The route that made it.
  let route: RouteID
  private let identity: Rendering
  private var brotli: Rendering?
  private var gzip: Rendering?

  init(_ content: ResponseContent, route: RouteID = .none) {
    self.content = content
    self.route = route
    identity = Rendering(content, content.body, coding: nil, route: route)
  }

  /// Whether it may be kept and given to others.
  var isReusable: Bool { content.isSameForAll }

  /// About how much memory it takes, with what its codings may add.
  var bytes: Int { content.body.count * 2 + 2048 }

  /// In the coding that is liked best: the smallest of equals. `nil` where none is acceptable.
  func rendering(_ codings: ContentNegotiation.Codings) -> Rendering? {
    let isWorthIt = content.body.count >= Self.codedBytesMin || codings.identity == 0
    guard content.location == nil, isWorthIt else { return identity }
    if codings.brotli > 0, codings.brotli >= max(codings.gzip, codings.identity) {
      if brotli == nil { brotli = coded(Compressor.brotli(content.body), "br") }
      return brotli ?? plain(codings)
    }
    if codings.gzip > 0, codings.gzip >= codings.identity {
      if gzip == nil { gzip = coded(Compressor.gzip(content.body), "gzip") }
      return gzip ?? plain(codings)
    }
    return plain(codings)
  }

  private func plain(_ codings: ContentNegotiation.Codings) -> Rendering? {
    codings.identity > 0 ? identity : nil
  }

  private func coded(_ body: [UInt8]?, _ name: StaticString) -> Rendering? {
    body.map { Rendering(content, $0, coding: name, route: route) }
  }
}

/// A content in one media type and one coding: the responses it gives, ready to be sent again and
/// again.
final class Rendering {
  /// A strong entity tag, with its quotes.
  private let tag: [UInt8]
  private let lastModified: Int64?
  private let response: Response
  private let notModified: Response

  init(_ content: ResponseContent, _ body: [UInt8], coding: StaticString?, route: RouteID) {
    let digest = SHA256.digest(body)
    tag = Self.tag(digest)
    lastModified = content.lastModified
    if let location = content.location {
      response = Self.redirect(to: location, content, route)
    } else {
      response = Response(
        status: content.status, fields: Self.fields(content, tag, digest, coding), content: body,
        route: route)
    }
    notModified = Response(
      status: .notModified, fields: Self.fieldsNotModified(content, tag), route: route)
  }

  /// The response to a request, by its conditions; `nil` where a precondition fails. No allocation.
  func response(to request: borrowing Request) -> Response? {
    guard request.names.areConditional, response.status == .ok else { return response }
    let tag = tag
    switch Conditional.evaluate(request, tag: tag.span, lastModified: lastModified) {
    case .proceed: return response
    case .notModified: return notModified
    case .preconditionFailed: return nil
    }
  }

  /// The first 16 bytes of the digest, in quotes.
  private static func tag(_ digest: [UInt8]) -> [UInt8] {
    var tag: [UInt8] = [0x22]
    for byte in digest.prefix(16) {
      let digits = Hex.digits(byte)
      tag.append(digits.high)
      tag.append(digits.low)
    }
    tag.append(0x22)
    return tag
  }

  private static func fields(
    _ content: ResponseContent, _ tag: [UInt8], _ digest: [UInt8], _ coding: StaticString?
  ) -> [UInt8] {
    var block = FieldBlock()
    block.add("Content-Type", content.mediaType.field)
    if let coding { block.add("Content-Encoding", coding) }
    if let language = content.language { block.add("Content-Language", language) }
    if let policy = content.policy { block.add("Content-Security-Policy", policy) }
    addValidators(content, tag, to: &block)
    block.add(
      "Repr-Digest", Array("sha-256=:".utf8) + Base64.encode(digest) + Array(":".utf8))
    block.addCommon()
    return block.bytes
  }

  /// Those that RFC 9110 §15.4.5 asks for.
  private static func fieldsNotModified(_ content: ResponseContent, _ tag: [UInt8]) -> [UInt8] {
    var block = FieldBlock()
    addValidators(content, tag, to: &block)
    block.addCommon()
    return block.bytes
  }

  private static func addValidators(
    _ content: ResponseContent, _ tag: [UInt8], to block: inout FieldBlock
  ) {
    block.add("ETag", tag)
    if let modified = content.lastModified {
      block.add("Last-Modified", HTTPDate.imfFixdate(secondsSinceEpoch: modified))
    }
    block.add("Cache-Control", content.caching.field)
    block.addVary()
    if !content.links.isEmpty { block.add("Link", content.links.joined(separator: ", ")) }
  }

  private static func redirect(
    to location: String, _ content: ResponseContent, _ route: RouteID
  ) -> Response {
    var block = FieldBlock()
    block.add("Location", location)
    block.add("Cache-Control", content.caching.field)
    block.addCommon()
    return Response(status: .permanentRedirect, fields: block.bytes, route: route)
  }
}

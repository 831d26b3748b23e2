internal import Bytes
internal import Digest
internal import HTTP

/// An answer rendered once: the responses it gives, ready to be sent again and again.
final class Representation: Sendable {
  /// A strong entity tag, with its quotes.
  let tag: [UInt8]
  /// In seconds since 1970.
  let lastModified: Int64?
  let response: Response
  let notModified: Response
  /// Whether it may be kept and given to others.
  let isReusable: Bool

  init(_ content: Content) {
    let digest = SHA256.digest(content.body)
    tag = Self.tag(digest)
    lastModified = content.lastModified
    isReusable = content.caching != .never
    if let location = content.location {
      response = Self.redirect(to: location, content)
    } else {
      response = Response(
        status: .ok, fields: Self.fields(content, tag, digest), content: content.body)
    }
    notModified = Response(status: .notModified, fields: Self.fieldsNotModified(content, tag))
  }

  /// About how much memory it takes.
  var bytes: Int { response.content.count + response.fields.count + notModified.fields.count + 256 }

  /// The response to a request, by its conditions. No allocation but for a failed precondition.
  func response(to request: borrowing Request) -> Response? {
    guard response.status == .ok else { return response }
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

  private static func fields(_ content: Content, _ tag: [UInt8], _ digest: [UInt8]) -> [UInt8] {
    var block = FieldBlock()
    block.add("Content-Type", content.mediaType)
    if let language = content.language { block.add("Content-Language", language) }
    addValidators(content, tag, to: &block)
    block.add(
      "Repr-Digest", Array("sha-256=:".utf8) + Base64.encode(digest) + Array(":".utf8))
    block.addCommon()
    return block.bytes
  }

  /// Those that RFC 9110 §15.4.5 asks for.
  private static func fieldsNotModified(_ content: Content, _ tag: [UInt8]) -> [UInt8] {
    var block = FieldBlock()
    addValidators(content, tag, to: &block)
    block.addCommon()
    return block.bytes
  }

  private static func addValidators(
    _ content: Content, _ tag: [UInt8], to block: inout FieldBlock
  ) {
    block.add("ETag", tag)
    if let modified = content.lastModified {
      block.add("Last-Modified", HTTPDate.imfFixdate(secondsSinceEpoch: modified))
    }
    block.add("Cache-Control", content.caching.field)
    if !content.links.isEmpty { block.add("Link", content.links.joined(separator: ", ")) }
  }

  private static func redirect(to location: String, _ content: Content) -> Response {
    var block = FieldBlock()
    block.add("Location", location)
    block.add("Cache-Control", content.caching.field)
    block.addCommon()
    return Response(status: .permanentRedirect, fields: block.bytes)
  }
}

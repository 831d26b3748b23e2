package import Bytes

/// The scheme and the authority that a client asked, and the path under which we are mounted there,
/// as the proxy in front of us tells them: `Forwarded` (RFC 7239), or `X-Forwarded-Proto`,
/// `X-Forwarded-Host` and `X-Forwarded-Prefix`.
///
/// Only the last element of a list counts: the proxy that we talk to has added it, and what stands
/// before it may be the client's invention.
package struct ForwardedOrigin: Equatable, Sendable {
  package var isSecure: Bool
  /// A host and maybe a port, in the bytes of the request.
  package var authority: ByteRange
  /// Empty, or a path that begins with a slash and does not end with one.
  package var prefix = ByteRange.empty

  package init(isSecure: Bool, authority: ByteRange) {
    self.isSecure = isSecure
    self.authority = authority
  }

  /// What begins every URL there.
  package func baseURL(in bytes: Span<UInt8>) -> String {
    let place =
      [UInt8](copying: bytes.extracting(authority.offsets))
      + [UInt8](copying: bytes.extracting(prefix.offsets))
    return (isSecure ? "https://" : "http://") + String(decoding: place, as: UTF8.self)
  }
}

extension Request {
  /// The origin that the proxy tells; `nil` where it tells no scheme, or what it tells is
  /// malformed. Without a host, the request's own authority is meant.
  ///
  /// A proxy that knows one kind of field may pass on a client's of the other kind: where both are
  /// there, they must agree. No allocation.
  package func forwardedOrigin() -> ForwardedOrigin? {
    let isCustomary = names.contains(.xForwardedProto) || names.contains(.xForwardedHost)
    guard names.contains(.forwarded) else { return isCustomary ? customaryOrigin() : nil }
    guard let standard = standardOrigin() else { return nil }
    guard isCustomary else { return standard }
    guard let customary = customaryOrigin(), customary.isSecure == standard.isSecure,
      bytes.extracting(customary.authority.offsets)
        .equals(bytes.extracting(standard.authority.offsets))
    else { return nil }
    return customary
  }

  private func standardOrigin() -> ForwardedOrigin? {
    guard let line = lastLine(.forwarded),
      let element = ForwardedElement(lastOf: bytes.extracting(line.offsets)),
      let scheme = element.scheme
    else { return nil }
    return origin(place(scheme, in: line), element.host.map { place($0, in: line) })
  }

  private func customaryOrigin() -> ForwardedOrigin? {
    guard let scheme = lastMember(.xForwardedProto) else { return nil }
    guard var origin = origin(scheme, lastMember(.xForwardedHost)) else { return nil }
    guard var prefix = lastMember(.xForwardedPrefix) else { return origin }
    while prefix.end > prefix.start, bytes[Int(prefix.end) - 1] == 0x2F { prefix.end -= 1 }
    guard PlainPath.isPrefix(bytes.extracting(prefix.offsets)) else { return nil }
    origin.prefix = prefix
    return origin
  }

  private func origin(_ scheme: ByteRange, _ host: ByteRange?) -> ForwardedOrigin? {
    let authority = host ?? head.authority
    guard PlainAuthority.isValid(bytes.extracting(authority.offsets)) else { return nil }
    let scheme = bytes.extracting(scheme.offsets)
    if scheme.equalsIgnoringCase("https") {
      return ForwardedOrigin(isSecure: true, authority: authority)
    }
    guard scheme.equalsIgnoringCase("http") else { return nil }
    return ForwardedOrigin(isSecure: false, authority: authority)
  }

  /// Lines of one name are one list (RFC 9110 §5.3): its end stands in the last one.
  private func lastLine(_ name: FieldName) -> ByteRange? {
    head.fields.last { $0.name == name }?.value
  }

  /// What follows the last comma, without white space; `nil` where there is no such field.
  private func lastMember(_ name: FieldName) -> ByteRange? {
    guard var member = lastLine(name) else { return nil }
    var start = member.end
    while start > member.start, bytes[Int(start) - 1] != 0x2C { start -= 1 }
    member.start = start
    return ByteRange(bytes.trimmed(member.offsets))
  }

  private func place(_ offsets: Range<Int>, in line: ByteRange) -> ByteRange {
    let start = Int(line.start)
    return ByteRange((start + offsets.lowerBound)..<(start + offsets.upperBound))
  }
}

/// Classes of bytes, and the few texts made of them.
extension ConnectionModel {
  enum AuthorityVerdict: Sendable { case good, unclear, bad }

  /// uri-host [ ":" port ] (RFC 9110, 7.2). `unclear`: legal, and refused by careful servers.
  static func judgeAuthority(_ bytes: [UInt8]) -> AuthorityVerdict {
    var name = bytes[...]
    var verdict = AuthorityVerdict.good
    if bytes.first == 0x5B {
      guard let close = bytes.firstIndex(of: 0x5D) else { return .bad }
      let inside = bytes[1..<close]
      let isAddress = inside.allSatisfy { hexValue($0) != nil || $0 == 0x3A || $0 == 0x2E }
      if inside.isEmpty || !inside.allSatisfy(isVisible) { return .bad }
      // Whether it is an address of IPv6 is not looked into: `[::1]` is one, the rest is unclear.
      if !isAddress || !inside.elementsEqual("::1".utf8) { verdict = .unclear }
      name = bytes[(close + 1)...]
      if name.isEmpty { return verdict }
      guard name.first == 0x3A else { return .bad }
    } else {
      name = bytes.prefix(while: { $0 != 0x3A })
      if name.isEmpty { return .bad }
      if !name.allSatisfy(isNameByte) { return .bad }
      if !name.allSatisfy({ isAlphanumeric($0) || $0 == 0x2D || $0 == 0x2E }) { verdict = .unclear }
      if name.first == 0x2E || name.count > 253 { verdict = .unclear }
      name = bytes[name.count...]
      if name.isEmpty { return verdict }
    }
    let port = name.dropFirst()
    if !port.allSatisfy(isDigit) { return .bad }
    return port.isEmpty || port.count > 4 || port.first == 0x30 ? .unclear : verdict
  }

  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  static func isAlphanumeric(_ byte: UInt8) -> Bool {
    isDigit(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  static func isVisible(_ byte: UInt8) -> Bool { (0x21...0x7E).contains(byte) }

  /// CTL without HTAB: never in a head (RFC 9110, 5.5; RFC 9112, 3).
  static func isControl(_ byte: UInt8) -> Bool { (byte < 0x20 && byte != 0x09) || byte == 0x7F }

  /// tchar (RFC 9110, 5.6.2).
  static func isTokenByte(_ byte: UInt8) -> Bool {
    isAlphanumeric(byte) || "!#$%&'*+-.^_`|~".utf8.contains(byte)
  }

  /// unreserved / pct-encoded / sub-delims (RFC 3986, 3.2.2).
  static func isNameByte(_ byte: UInt8) -> Bool {
    isAlphanumeric(byte) || "-._~%!$&'()*+,;=".utf8.contains(byte)
  }

  /// *( pchar / "/" / "?" ) (RFC 3986, 3.3).
  static func isPlainTarget(_ bytes: [UInt8]) -> Bool {
    bytes.indices.allSatisfy { place in
      let byte = bytes[place]
      if byte == 0x25 {
        let digits = bytes[(place + 1)...].prefix(2)
        return digits.count == 2 && digits.allSatisfy { hexValue($0) != nil }
      }
      return isAlphanumeric(byte) || "-._~!$&'()*+,;=:@/?".utf8.contains(byte)
    }
  }

  static func hexValue(_ byte: UInt8) -> Int? {
    switch byte {
    case 0x30...0x39: Int(byte) - 0x30
    case 0x41...0x46: Int(byte) - 0x37
    case 0x61...0x66: Int(byte) - 0x57
    default: nil
    }
  }

  /// The text of bytes; what is no UTF-8 becomes U+FFFD.
  static func string(of bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  static func lowercase(_ bytes: [UInt8]) -> String {
    string(of: bytes.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 })
  }

  /// Without SP and HTAB at both ends (OWS, RFC 9110, 5.6.3).
  static func trim(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
    let front = bytes.drop(while: isSpace)
    return Array(front.reversed().drop(while: isSpace).reversed())
  }
}

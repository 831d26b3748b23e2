import Bytes

/// The grammar of `uri-host [ ":" port ]` (RFC 9110 §7.2, RFC 3986 §3.2).
package enum Authority {
  /// Whether `bytes` name a host, and after a colon a port of at most 65535; an empty port is one.
  /// User information is not part of the grammar. O(count).
  package static func isValid(_ bytes: Span<UInt8>, portRequired: Bool = false) -> Bool {
    guard let hostEnd = hostEnd(bytes), hostEnd > 0 else { return false }
    if hostEnd == bytes.count { return !portRequired }
    let port = bytes.extracting((hostEnd + 1)..<bytes.count)
    if bytes[hostEnd] != 0x3A { return false }
    if port.isEmpty { return !portRequired }
    guard let number = Decimal.parse(port) else { return false }
    return number <= 65_535
  }

  /// Where the host that `bytes` begin with ends; `nil` where it is malformed.
  private static func hostEnd(_ bytes: Span<UInt8>) -> Int? {
    if bytes.isEmpty || bytes[0] != 0x5B { return registeredNameEnd(bytes) }
    var end = 1
    while end < bytes.count, bytes[end] != 0x5D { end += 1 }
    guard end < bytes.count else { return nil }
    let literal = bytes.extracting(1..<end)
    return isIPv6(literal) || isFutureAddress(literal) ? end + 1 : nil
  }

  /// `reg-name`, which an IPv4 address is too (RFC 3986 §3.2.2).
  private static func registeredNameEnd(_ bytes: Span<UInt8>) -> Int? {
    var offset = 0
    while true {
      offset = bytes.firstOffset(in: offset..<bytes.count, notIn: Grammar.registeredName)
      guard offset < bytes.count, bytes[offset] == 0x25 else { return offset }
      guard bytes.count - offset > 2, ASCII.hexValue(bytes[offset + 1]) != nil,
        ASCII.hexValue(bytes[offset + 2]) != nil
      else { return nil }
      offset += 3
    }
  }

  /// `IPvFuture`: `v`, hexadecimal digits, a dot, and anything a name or a colon may be.
  private static func isFutureAddress(_ bytes: Span<UInt8>) -> Bool {
    guard bytes.count > 3, ASCII.lowercased(bytes[0]) == 0x76 else { return false }
    var dot = 1
    while dot < bytes.count, ASCII.hexValue(bytes[dot]) != nil { dot += 1 }
    guard dot > 1, dot + 1 < bytes.count, bytes[dot] == 0x2E else { return false }
    for offset in (dot + 1)..<bytes.count
    where bytes[offset] != 0x3A && !Grammar.registeredName.contains(bytes[offset]) {
      return false
    }
    return true
  }

  /// `IPv6address`: eight groups of up to four digits; `::` once for one group or more; the last
  /// two groups also as an IPv4 address.
  package static func isIPv6(_ bytes: Span<UInt8>) -> Bool {
    var groups = 0
    var compressed = false
    var offset = 0
    if bytes.count >= 2, bytes[0] == 0x3A, bytes[1] == 0x3A {
      compressed = true
      offset = 2
    }
    while offset < bytes.count {
      let start = offset
      while offset < bytes.count, offset - start < 4, ASCII.hexValue(bytes[offset]) != nil {
        offset += 1
      }
      guard offset > start else { return false }
      if offset < bytes.count, bytes[offset] == 0x2E {
        guard isIPv4(bytes.extracting(start..<bytes.count)) else { return false }
        groups += 2
        break
      }
      groups += 1
      if offset == bytes.count { break }
      guard bytes[offset] == 0x3A, offset + 1 < bytes.count else { return false }
      offset += 1
      if bytes[offset] == 0x3A {
        if compressed { return false }
        compressed = true
        offset += 1
      }
    }
    return compressed ? groups <= 7 : groups == 8
  }

  /// `IPv4address`: four numbers of at most 255, without leading zeros.
  private static func isIPv4(_ bytes: Span<UInt8>) -> Bool {
    var numbers = 0
    var start = 0
    for offset in 0...bytes.count where offset == bytes.count || bytes[offset] == 0x2E {
      guard let number = Decimal.parse(bytes.extracting(start..<offset)), number <= 255 else {
        return false
      }
      if bytes[start] == 0x30, offset - start > 1 { return false }
      numbers += 1
      start = offset + 1
    }
    return numbers == 4
  }
}

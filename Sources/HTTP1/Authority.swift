import Bytes
import HTTP

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
    return IPAddress(colons: literal) != nil || isFutureAddress(literal) ? end + 1 : nil
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
}

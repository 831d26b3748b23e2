/// An address of the internet, in numbers. One number stands for both kinds: an IPv4 address is the
/// one that IPv6 maps it to (RFC 4291 §2.5.5.2).
package struct IPAddress: Equatable, Sendable {
  package var number: UInt128

  package static let mappedPrefix: UInt128 = 0xFFFF << 32

  package init(number: UInt128) { self.number = number }

  package var isIPv4: Bool { number >> 32 == Self.mappedPrefix >> 32 }

  /// Four numbers from 0 to 255 with dots between them, without leading zeros.
  package init?(dotted text: Span<UInt8>) {
    guard let number = Self.dotted(text) else { return nil }
    self.number = Self.mappedPrefix | UInt128(number)
  }

  /// Eight groups of up to four hexadecimal digits, of which `::` stands for one run of zeros
  /// (RFC 4291 §2.2); the last two may be written as an IPv4 address.
  package init?(colons text: Span<UInt8>) {
    var number: UInt128 = 0
    var groups = 0
    /// Groups before `::`.
    var gap: Int?
    var index = 0
    if text.count >= 2, text[0] == Self.colon, text[1] == Self.colon {
      gap = 0
      index = 2
    }
    while index < text.count {
      var end = index
      while end < text.count, text[end] != Self.colon { end += 1 }
      let group = text.extracting(index..<end)
      if end == text.count, let dotted = Self.dotted(group) {
        guard groups <= 6 else { return nil }
        number = number << 32 | UInt128(dotted)
        groups += 2
        break
      }
      guard groups < 8, let value = Self.group(group) else { return nil }
      number = number << 16 | UInt128(value)
      groups += 1
      guard end < text.count else { break }
      index = end + 1
      // A single colon at the end has nothing behind it.
      guard index < text.count else { return nil }
      if text[index] == Self.colon {
        guard gap == nil else { return nil }
        gap = groups
        index += 1
      }
    }
    if let gap {
      guard groups < 8 else { return nil }
      let behind = UInt128(16 * (groups - gap))
      let low = number & ((1 << behind) - 1)
      number = (number >> behind) << UInt128(16 * (8 - gap)) | low
    } else if groups != 8 {
      return nil
    }
    self.number = number
  }

  /// A node as proxies write it (RFC 7239 §6, and `X-Forwarded-For`): an address, IPv6 perhaps in
  /// brackets, perhaps with a port behind, which means nothing here.
  package init?(node text: Span<UInt8>) {
    guard let first = text.isEmpty ? nil : text[0] else { return nil }
    if first == 0x5B {
      var end = 1
      while end < text.count, text[end] != 0x5D { end += 1 }
      guard end < text.count, Self.isPort(text.extracting((end + 1)...)) else { return nil }
      self.init(colons: text.extracting(1..<end))
      return
    }
    var colons = 0
    var last = text.count
    for index in 0..<text.count where text[index] == Self.colon {
      colons += 1
      last = index
    }
    if colons > 1 {
      self.init(colons: text)
    } else {
      guard Self.isPort(text.extracting(last...)) else { return nil }
      self.init(dotted: text.extracting(..<last))
    }
  }

  private static let colon = UInt8(ascii: ":")

  private static func dotted(_ text: Span<UInt8>) -> UInt32? {
    var number: UInt32 = 0
    var part: UInt32 = 0
    var digits = 0
    var parts = 1
    for index in 0..<text.count {
      let byte = text[index]
      if byte == UInt8(ascii: ".") {
        guard digits > 0, parts < 4 else { return nil }
        number = number << 8 | part
        (part, digits, parts) = (0, 0, parts + 1)
        continue
      }
      guard 0x30...0x39 ~= byte, digits == 0 || part > 0 else { return nil }
      part = part * 10 + UInt32(byte - 0x30)
      digits += 1
      guard part <= 255 else { return nil }
    }
    return parts == 4 && digits > 0 ? number << 8 | part : nil
  }

  private static func group(_ text: Span<UInt8>) -> UInt16? {
    guard 1...4 ~= text.count else { return nil }
    var value: UInt16 = 0
    for index in 0..<text.count {
      guard let digit = ASCII.hexValue(text[index]) else { return nil }
      value = value << 4 | UInt16(digit)
    }
    return value
  }

  /// Nothing, or a colon and what names a port: digits, or an obfuscated name (RFC 7239 §6.3).
  private static func isPort(_ text: Span<UInt8>) -> Bool {
    text.isEmpty || (text.count > 1 && text[0] == colon)
  }
}

/// Base64 (RFC 4648).
package enum Base64 {
  /// The standard alphabet, padded (§4).
  package static func encode(_ bytes: [UInt8]) -> [UInt8] {
    encode(bytes, standard, isPadded: true)
  }

  /// The alphabet for URLs, without padding (§5).
  package static func encodeForURL(_ bytes: [UInt8]) -> [UInt8] {
    encode(bytes, forURL, isPadded: false)
  }

  /// The bytes that text in the alphabet for URLs, without padding, stands for; `nil` where it is
  /// not what `encodeForURL` would have written.
  package static func decodeFromURL(_ text: [UInt8]) -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    var bits: UInt32 = 0
    var count: UInt32 = 0
    for digit in text {
      guard let value = forURL.firstIndex(of: digit) else { return nil }
      bits = (bits << 6 | UInt32(value)) & 0x3FFF
      count += 6
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> count))
      }
    }
    return encodeForURL(bytes) == text ? bytes : nil
  }

  private static let standard = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  private static let forURL = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

  private static func encode(_ bytes: [UInt8], _ alphabet: [UInt8], isPadded: Bool) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      var bits: UInt32 = 0
      for byte in group { bits = bits << 8 | UInt32(byte) }
      bits <<= UInt32(8 * (3 - group.count))
      for place in 0...group.count {
        text.append(alphabet[Int(bits >> UInt32(18 - 6 * place) & 63)])
      }
      if isPadded { text.append(contentsOf: repeatElement(0x3D, count: 3 - group.count)) }
    }
    return text
  }
}

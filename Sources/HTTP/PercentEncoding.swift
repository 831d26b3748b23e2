internal import Bytes

/// Percent-encoding (RFC 3986 §2.1).
package enum PercentEncoding {
  /// The bytes that `encoded` stands for; `nil` where a `%` is not followed by two hexadecimal
  /// digits. With `plusIsSpace`, `+` stands for a space, as in what HTML forms send.
  package static func decode(_ encoded: Span<UInt8>, plusIsSpace: Bool = false) -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(encoded.count)
    var index = 0
    while index < encoded.count {
      let byte = encoded[index]
      if byte == 0x25 {
        guard encoded.count - index >= 3, let high = ASCII.hexValue(encoded[index + 1]),
          let low = ASCII.hexValue(encoded[index + 2])
        else { return nil }
        bytes.append(high << 4 | low)
        index += 3
      } else {
        bytes.append(plusIsSpace && byte == 0x2B ? ASCII.space : byte)
        index += 1
      }
    }
    return bytes
  }

  /// Appends `bytes` with everything encoded but the unreserved characters (§2.3), so that the
  /// result may stand as a path segment, or in a query. With `keepsHyphen` false, `-` is encoded
  /// too.
  package static func append(
    _ bytes: Span<UInt8>, to output: inout [UInt8], keepsHyphen: Bool = true
  ) {
    for index in bytes.indices {
      let byte = bytes[index]
      if isUnreserved(byte) && (keepsHyphen || byte != 0x2D) {
        output.append(byte)
      } else {
        let digits = Hex.capitalDigits(byte)
        output.append(0x25)
        output.append(digits.high)
        output.append(digits.low)
      }
    }
  }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    ASCII.isLetter(byte) || ASCII.isDigit(byte) || byte == 0x2D || byte == 0x2E || byte == 0x5F
      || byte == 0x7E
  }
}

internal import Bytes

/// Which peers are meant, as an administrator writes it: an address (`127.0.0.1`, `::1`), all that
/// share its first bits (`10.0.0.0/8`, `fd00::/8`), or `unix` for the peers of Unix sockets.
package enum AddressRange: Equatable, Sendable {
  /// The addresses that are `base` in the bits of `mask`.
  case internet(base: UInt128, mask: UInt128)
  case unix

  /// Why a text is no range.
  package enum ParseError: Error, Equatable, Sendable, CustomStringConvertible {
    case badAddress
    case badPrefix(max: Int)

    package var description: String {
      switch self {
      case .badAddress: "is neither an address, nor address/bits, nor unix"
      case .badPrefix(let max): "does not end in a number of bits from 0 to \(max)"
      }
    }
  }

  /// Bits of the address that are beyond the prefix mean nothing.
  package init(parsing text: String) throws(ParseError) {
    if text == "unix" {
      self = .unix
      return
    }
    let slash = text.firstIndex(of: "/") ?? text.endIndex
    let host = String(text[..<slash])
    let bytes = Array(host.utf8)
    guard let address = IPAddress(dotted: bytes.span) ?? IPAddress(colons: bytes.span) else {
      throw .badAddress
    }
    let bitsMax = host.contains(":") ? 128 : 32
    var bits = bitsMax
    if slash < text.endIndex {
      let digits = text[text.index(after: slash)...]
      guard digits.utf8.allSatisfy({ 0x30...0x39 ~= $0 }), let given = Int(digits),
        given <= bitsMax
      else { throw .badPrefix(max: bitsMax) }
      bits = given
    }
    // A shift by all 128 bits leaves nothing, as it should.
    let mask = UInt128.max << UInt128(bitsMax - bits)
    self = .internet(base: address.number & mask, mask: mask)
  }

  package func contains(_ peer: PeerAddress) -> Bool {
    switch (self, peer) {
    case (.unix, .unix): true
    case (.internet(let base, let mask), .internet(let number)): number & mask == base
    default: false
    }
  }
}

extension AddressRange: CustomStringConvertible {
  /// As an administrator writes it: `10.0.0.0/8`, `::1`, `fd00::/8`, `unix`.
  package var description: String {
    guard case .internet(let base, let mask) = self else { return "unix" }
    let bits = mask.nonzeroBitCount
    let first = IPAddress(number: base)
    let isMapped = bits >= 96 && first.isIPv4
    let address = isMapped ? first.dotted : first.colons
    if bits == 128 { return address }
    return "\(address)/\(isMapped ? bits - 96 : bits)"
  }
}

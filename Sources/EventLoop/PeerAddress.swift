internal import Bytes

/// Who made a connection, as far as it is told here: where from, not which port.
package enum PeerAddress: Equatable, Sendable {
  /// An IPv6 address as one number. An IPv4 address is the one that IPv6 maps it to, so that it is
  /// the same over a socket of either kind.
  case internet(UInt128)
  /// A process of this machine, over a Unix socket.
  case unix

  /// The IPv4 address whose four bytes make up `number`, the first one highest.
  static func mapped(_ number: UInt32) -> PeerAddress {
    .internet(IPAddress.mappedPrefix | UInt128(number))
  }
}

extension PeerAddress: CustomStringConvertible {
  /// As it is written: `203.0.113.7`, `2001:db8::1`, `unix`.
  package var description: String {
    guard case .internet(let number) = self else { return "unix" }
    return IPAddress(number: number).description
  }

  /// The network that it is of, with nothing in the bits that tell one customer from another: the
  /// first 24 bits of an IPv4 address, the first 48 of an IPv6 address.
  package var truncated: PeerAddress {
    guard case .internet(let number) = self else { return self }
    let isIPv4 = IPAddress(number: number).isIPv4
    return .internet(isIPv4 ? number & ~0xFF : number & ~(UInt128.max >> 48))
  }
}

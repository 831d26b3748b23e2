internal import Bytes

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

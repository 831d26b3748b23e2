extension PeerAddress: CustomStringConvertible {
  /// As it is written: `203.0.113.7`, `2001:db8::1`, `unix`.
  package var description: String {
    guard case .internet(let number) = self else { return "unix" }
    return isMapped(number) ? AddressRange.dotted(number) : AddressRange.colons(number)
  }

  /// The network that it is of, with nothing in the bits that tell one customer from another: the
  /// first 24 bits of an IPv4 address, the first 48 of an IPv6 address.
  package var truncated: PeerAddress {
    guard case .internet(let number) = self else { return self }
    return .internet(isMapped(number) ? number & ~0xFF : number & ~(UInt128.max >> 48))
  }

  private func isMapped(_ number: UInt128) -> Bool { number >> 32 == Self.mappedPrefix >> 32 }
}

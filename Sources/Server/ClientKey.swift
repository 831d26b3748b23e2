internal import Bytes
internal import EventLoop
internal import HTTP

/// What limits count as one client: an IPv4 address, or an IPv6 network of /64, which one customer
/// has to himself. An IPv4 address that IPv6 maps is the IPv4 address.
struct ClientKey: Equatable, Sendable {
  /// Never 0.
  let bits: UInt64

  /// Marks IPv4 addresses among the networks: no network begins so (RFC 4291 §2.4, `0000::/8`).
  private static let short: UInt64 = 1 << 48

  init(_ number: UInt128) {
    bits =
      number >> 32 == IPAddress.mappedPrefix >> 32
      ? Self.short | UInt64(UInt32(truncatingIfNeeded: number))
      : max(UInt64(truncatingIfNeeded: number >> 64), 1)
  }

  /// All peers of Unix sockets are one.
  init(_ peer: PeerAddress) {
    switch peer {
    case .internet(let number): self.init(number)
    case .unix: self = ClientKey(UInt128(2) << 64)
    }
  }
}

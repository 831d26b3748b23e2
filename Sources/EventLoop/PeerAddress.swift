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

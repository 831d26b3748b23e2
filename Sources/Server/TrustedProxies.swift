internal import Bytes
package import EventLoop
internal import HTTP

/// The peers that are believed about the clients for whom they forward requests.
package struct TrustedProxies: Equatable, Sendable {
  private let ranges: [AddressRange]

  package init(_ ranges: [AddressRange] = []) {
    self.ranges = ranges
  }

  package func contains(_ peer: PeerAddress) -> Bool { ranges.contains { $0.contains(peer) } }

  /// Whom a request of a trusted proxy is forwarded for.
  func client(of request: borrowing Request) -> ForwardedClient {
    request.forwardedClient { address in contains(.internet(address.number)) }
  }
}

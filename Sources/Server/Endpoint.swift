package import EventLoop

/// Where a server listens, and whether TLS is spoken there.
package struct Endpoint: Equatable, Sendable {
  package var address: ListenAddress
  package var isSecure: Bool

  package init(_ address: ListenAddress, isSecure: Bool = false) {
    self.address = address
    self.isSecure = isSecure
  }
}

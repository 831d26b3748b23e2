package import EventLoop

/// Where a server listens, and what is spoken there.
package struct Endpoint: Equatable, Sendable {
  package var address: ListenAddress
  /// Whether TLS is spoken.
  package var isSecure: Bool
  /// Whether only trusted proxies connect, and say first, by the PROXY protocol, for whom.
  package var isProxied: Bool
  /// Whether every request is only led to where TLS is spoken.
  package var isRedirecting: Bool
  /// Who may connect, where it is a Unix socket.
  package var access: SocketAccess

  package init(
    _ address: ListenAddress, isSecure: Bool = false, isProxied: Bool = false,
    isRedirecting: Bool = false, access: SocketAccess = SocketAccess()
  ) {
    self.address = address
    self.isSecure = isSecure
    self.isProxied = isProxied
    self.isRedirecting = isRedirecting
    self.access = access
  }
}

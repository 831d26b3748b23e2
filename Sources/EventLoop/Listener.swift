internal import CLinux
internal import Glibc

/// A listening socket.
package final class Listener: Sendable {
  /// Connections that may wait to be accepted; the system caps it at net.core.somaxconn.
  package static let backlogConnections: Int32 = 4096
  /// Bytes that a socket takes before they can go out. Without a bound it would take up to
  /// net.ipv4.tcp_wmem (4 MiB) for each peer that does not read.
  private static let unsentBytesMax: Int32 = 131_072

  /// The address in numbers, with the port that the system picked where it was to pick one.
  package let address: ListenAddress
  let descriptor: Descriptor
  /// Whether the socket is another process's as well, and outlives this one.
  let isInherited: Bool

  init(
    address: ListenAddress, descriptor: consuming Descriptor, isInherited: Bool = false
  ) {
    self.address = address
    self.isInherited = isInherited
    self.descriptor = descriptor
  }

  /// Why an address cannot be listened on.
  package struct OpenError: Error, Sendable, CustomStringConvertible {
    package let address: ListenAddress
    package let reason: String

    package var description: String { "cannot listen on \(address): \(reason)" }
  }

  /// Listens on `address` for `loops` event loops: one socket each, between which the kernel
  /// spreads connections, or one shared by all where the kernel does not (Unix sockets).
  ///
  /// The first socket is bound alone, so that an address which another process listens on is
  /// refused even when that process would share it.
  /// `access` is that of a Unix socket.
  package static func open(
    _ address: ListenAddress, loops: Int, _ access: SocketAccess = SocketAccess()
  ) throws(OpenError) -> [Listener] {
    do {
      switch address {
      case .unix(let path):
        let listener = try Listener.unix(path, address, access)
        return Array(repeating: listener, count: loops)
      case .internet(let host, let port):
        var socketAddress = try SocketAddress.resolve(host: host, port: port)
        var listeners: [Listener] = []
        for index in 0..<loops {
          let listener = try Listener.internet(
            socketAddress, isFirst: index == 0, isShared: loops > 1, anyAddress: host.isEmpty)
          if index == 0 { socketAddress = try SocketAddress.local(of: listener.descriptor) }
          listeners.append(listener)
        }
        return listeners
      }
    } catch let error as OpenError {
      throw error
    } catch let error as SystemError {
      throw OpenError(address: address, reason: error.reason)
    } catch {
      throw OpenError(address: address, reason: "\(error)")
    }
  }

  private static func internet(
    _ address: SocketAddress, isFirst: Bool, isShared: Bool, anyAddress: Bool
  ) throws -> Listener {
    let descriptor = try newSocket(address.family)
    try descriptor.set(SOL_SOCKET, SO_REUSEADDR)
    // Accepted sockets inherit it: an answer must not wait for the acknowledgement of the last.
    try descriptor.set(Int32(IPPROTO_TCP), TCP_NODELAY)
    try descriptor.set(Int32(IPPROTO_TCP), TCP_NOTSENT_LOWAT, to: unsentBytesMax)
    if address.family == AF_INET6 {
      try descriptor.set(Int32(IPPROTO_IPV6), IPV6_V6ONLY, to: anyAddress ? 0 : 1)
    }
    if isShared, !isFirst { try descriptor.set(SOL_SOCKET, SO_REUSEPORT) }
    try address.bind(descriptor)
    if isShared, isFirst { try descriptor.set(SOL_SOCKET, SO_REUSEPORT) }
    guard listen(descriptor.number, backlogConnections) == 0 else {
      throw SystemError.last("listen")
    }
    let local = try SocketAddress.local(of: descriptor)
    return Listener(address: local.listenAddress, descriptor: descriptor)
  }

  private static func unix(
    _ path: String, _ address: ListenAddress, _ access: SocketAccess
  ) throws -> Listener {
    let socketAddress = SocketAddress.unix(path)
    try refuseOtherFile(path)
    try removeStaleSocket(path, socketAddress)
    let descriptor = try newSocket(AF_UNIX)
    try socketAddress.bind(descriptor)
    do {
      try access.apply(to: path)
    } catch {
      unsafe _ = unlink(path)
      throw error
    }
    guard listen(descriptor.number, backlogConnections) == 0 else {
      throw SystemError.last("listen")
    }
    return Listener(address: address, descriptor: descriptor)
  }

  /// Removes what a server that is gone left behind: a socket file that refuses connections.
  private static func removeStaleSocket(_ path: String, _ address: SocketAddress) throws {
    var status = stat()
    guard unsafe lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFSOCK else { return }
    let probe = try newSocket(AF_UNIX)
    if !address.connects(probe), errno == ECONNREFUSED { unsafe _ = unlink(path) }
  }

  static func newSocket(_ family: Int32) throws -> Descriptor {
    let number = socket(family, clinux_stream | clinux_stream_flags, 0)
    guard number >= 0 else { throw SystemError.last("socket") }
    return Descriptor(owning: number)
  }

  /// Refuses connections from here on, though the socket stays open until its last owner goes: a
  /// client is told at once, instead of waiting in a queue that nobody takes from.
  func stop() {
    if !isInherited { _ = shutdown(descriptor.number, Int32(SHUT_RDWR)) }
  }

  /// Removes the file of a Unix socket, so that the next start finds the path free.
  package func removeFile() {
    if case .unix(let path) = address, !isInherited { unsafe _ = unlink(path) }
  }
}

extension Descriptor {
  /// Sets an integer socket option.
  borrowing func set(_ level: Int32, _ option: Int32, to value: Int32 = 1) throws {
    var value = value
    let size = socklen_t(MemoryLayout<Int32>.size)
    guard unsafe setsockopt(number, level, option, &value, size) == 0 else {
      throw SystemError.last("setsockopt")
    }
  }
}

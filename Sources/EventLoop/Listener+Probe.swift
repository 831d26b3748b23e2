internal import Glibc

extension Listener {
  /// Tries whether `address` could be listened on, and gives it in numbers. What listens there now
  /// is no reason against it, since that may be the server that this is tried for.
  package static func probe(
    _ address: ListenAddress, _ access: SocketAccess = SocketAccess()
  ) throws(OpenError) -> ListenAddress {
    do {
      switch address {
      case .unix(let path):
        _ = try access.groupNumber()
        try refuseOtherFile(path)
        guard unsafe Glibc.access(folder(of: path), W_OK | X_OK) == 0 else {
          throw SystemError.last("access")
        }
        return address
      case .internet(let host, let port):
        let socketAddress = try SocketAddress.resolve(host: host, port: port)
        do {
          let descriptor = try newSocket(socketAddress.family)
          try descriptor.set(SOL_SOCKET, SO_REUSEADDR)
          if socketAddress.family == AF_INET6 {
            try descriptor.set(Int32(IPPROTO_IPV6), IPV6_V6ONLY, to: host.isEmpty ? 0 : 1)
          }
          try socketAddress.bind(descriptor)
        } catch let error as SystemError where error.code == EADDRINUSE {}
        guard !host.isEmpty else { return address }
        return socketAddress.listenAddress
      }
    } catch let error as SystemError {
      throw OpenError(address: address, reason: error.reason)
    } catch {
      throw OpenError(address: address, reason: "\(error)")
    }
  }

  /// A file at the path of a Unix socket that is none is somebody's, and stays.
  static func refuseOtherFile(_ path: String) throws {
    var status = stat()
    guard unsafe lstat(path, &status) == 0, status.st_mode & S_IFMT != S_IFSOCK else { return }
    throw OpenError(
      address: .unix(path: path),
      reason: "there is a file that is no socket; remove it, or name another path")
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return "/" }
    return String(path[..<slash])
  }
}

extension ListenAddress {
  /// Whether both cannot be listened on at once. Both are in numbers, or for every address.
  package func overlaps(_ other: ListenAddress) -> Bool {
    switch (self, other) {
    case (.unix(let left), .unix(let right)): left == right
    case (.internet(let host, let port), .internet(let otherHost, let otherPort)):
      port != 0 && port == otherPort
        && (host == otherHost || Self.covers(host, otherHost) || Self.covers(otherHost, host))
    default: false
    }
  }

  /// Whether `host` stands for every address of the kind that `other` is.
  private static func covers(_ host: String, _ other: String) -> Bool {
    switch host {
    case "": true
    case "0.0.0.0": !other.contains(":")
    case "::": other.contains(":")
    default: false
    }
  }
}

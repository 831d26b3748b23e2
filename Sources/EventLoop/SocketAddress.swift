internal import CLinux
internal import Glibc

/// A socket address in the kernel's form.
package struct SocketAddress {
  private var storage: sockaddr_storage
  private var length: socklen_t

  var family: Int32 { Int32(storage.ss_family) }

  /// The first address of `host`, in numbers or a name that this machine can resolve; every address
  /// of the machine, over IPv6 and IPv4, when `host` is empty.
  static func resolve(host: String, port: UInt16) throws -> SocketAddress {
    if host.isEmpty {
      return try isIPv6Usable
        ? look(up: "::", port: port) : look(up: "0.0.0.0", port: port)
    }
    return try look(up: host, port: port)
  }

  private static var isIPv6Usable: Bool {
    let probe = socket(AF_INET6, clinux_stream, 0)
    guard probe >= 0 else { return false }
    _ = close(probe)
    return true
  }

  /// A name that does not resolve.
  struct ResolveError: Error, CustomStringConvertible {
    let description: String
  }

  private static func look(up host: String, port: UInt16) throws -> SocketAddress {
    var hints = unsafe addrinfo()
    unsafe hints.ai_socktype = clinux_stream
    unsafe hints.ai_flags = AI_PASSIVE | AI_NUMERICSERV
    var list: UnsafeMutablePointer<addrinfo>?
    let code = unsafe getaddrinfo(host, String(port), &hints, &list)
    defer { unsafe freeaddrinfo(list) }
    guard code == 0, let first = unsafe list?.pointee, let address = unsafe first.ai_addr else {
      throw ResolveError(description: unsafe String(cString: gai_strerror(code)))
    }
    var storage = sockaddr_storage()
    let size = min(Int(unsafe first.ai_addrlen), MemoryLayout<sockaddr_storage>.size)
    unsafe withUnsafeMutableBytes(of: &storage) { target in
      unsafe target.copyMemory(from: UnsafeRawBufferPointer(start: address, count: size))
    }
    return SocketAddress(storage: storage, length: socklen_t(size))
  }

  /// The address of a Unix socket: a path, or `@` and a name of the abstract kind, of at most
  /// `ListenAddress.unixPathBytesMax` bytes.
  package static func unix(_ path: String) -> SocketAddress {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let name = path.utf8.prefix(ListenAddress.unixPathBytesMax)
    unsafe withUnsafeMutableBytes(of: &address.sun_path) { target in
      unsafe target.copyBytes(from: name)
      if path.hasPrefix("@") { unsafe target[0] = 0 }
    }
    var storage = sockaddr_storage()
    unsafe withUnsafeMutableBytes(of: &storage) { target in
      unsafe withUnsafeBytes(of: &address) { source in unsafe target.copyMemory(from: source) }
    }
    // The end of an abstract name is told by the length alone.
    let length =
      path.hasPrefix("@")
      ? (MemoryLayout<sockaddr_un>.offset(of: \.sun_path) ?? 2) + name.count
      : MemoryLayout<sockaddr_un>.size
    return SocketAddress(storage: storage, length: socklen_t(length))
  }

  /// The address that a socket is bound to.
  static func local(of descriptor: borrowing Descriptor) throws -> SocketAddress {
    let number = descriptor.number
    var storage = sockaddr_storage()
    var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
    let code = unsafe withSockaddr(&storage) { address in
      unsafe getsockname(number, address, &length)
    }
    guard code == 0 else { throw SystemError.last("getsockname") }
    return SocketAddress(storage: storage, length: length)
  }

  func bind(_ descriptor: borrowing Descriptor) throws {
    let number = descriptor.number
    var storage = storage
    let code = unsafe Self.withSockaddr(&storage) { unsafe Glibc.bind(number, $0, length) }
    guard code == 0 else { throw SystemError.last("bind") }
  }

  /// Sends a datagram there. Where nobody listens, nothing happens.
  package func send(_ bytes: [UInt8]) {
    let number = socket(family, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard number >= 0 else { return }
    let descriptor = Descriptor(owning: number)
    var storage = storage
    unsafe Self.withSockaddr(&storage) { address in
      unsafe _ = sendto(
        descriptor.number, bytes, bytes.count, Int32(MSG_NOSIGNAL), address, length)
    }
  }

  /// Whether a connection can be made; `errno` tells why not.
  func connects(_ descriptor: borrowing Descriptor) -> Bool {
    let number = descriptor.number
    var storage = storage
    return unsafe Self.withSockaddr(&storage) { unsafe connect(number, $0, length) } == 0
  }

  /// The address in numbers.
  var listenAddress: ListenAddress {
    var storage = storage
    if family == AF_UNIX {
      let path = unsafe withUnsafeBytes(of: storage) { bytes in
        let start = MemoryLayout<sockaddr_un>.offset(of: \.sun_path) ?? 2
        return unsafe bytes[start..<bytes.count].prefix { $0 != 0 }.map(\.self)
      }
      return .unix(path: String(decoding: path, as: UTF8.self))
    }
    var host = [CChar](repeating: 0, count: Int(NI_MAXHOST))
    var port = [CChar](repeating: 0, count: Int(NI_MAXSERV))
    let code = unsafe Self.withSockaddr(&storage) { address in
      unsafe getnameinfo(
        address, length, &host, socklen_t(host.count), &port, socklen_t(port.count),
        NI_NUMERICHOST | NI_NUMERICSERV)
    }
    guard code == 0 else { return .internet(host: "", port: 0) }
    return .internet(host: Self.text(host), port: UInt16(Self.text(port)) ?? 0)
  }

  private static func text(_ characters: [CChar]) -> String {
    String(
      decoding: characters.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Accepts a connection on the listening socket `listener`, and takes down who made it.
  static func accept(on listener: Int32, from peer: inout PeerAddress) -> Int32 {
    var storage = sockaddr_storage()
    var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
    let number = unsafe withSockaddr(&storage) { address in
      unsafe accept4(listener, address, &length, clinux_stream_flags)
    }
    if number >= 0 { peer = SocketAddress(storage: storage, length: length).peer }
    return number
  }

  /// Whose address it is.
  private var peer: PeerAddress {
    unsafe withUnsafeBytes(of: storage) { bytes in
      switch family {
      case AF_INET:
        .mapped(UInt32(bigEndian: unsafe bytes.load(as: sockaddr_in.self).sin_addr.s_addr))
      case AF_INET6:
        .internet(unsafe Self.number(bytes.load(as: sockaddr_in6.self).sin6_addr))
      default: .unix
      }
    }
  }

  private static func number(_ address: in6_addr) -> UInt128 {
    unsafe withUnsafeBytes(of: address) { bytes in
      UInt128(bigEndian: unsafe bytes.loadUnaligned(as: UInt128.self))
    }
  }

  private static func withSockaddr<Result>(
    _ storage: inout sockaddr_storage, _ body: (UnsafeMutablePointer<sockaddr>) -> Result
  ) -> Result {
    unsafe withUnsafeMutablePointer(to: &storage) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { unsafe body($0) }
    }
  }
}

internal import CLinux
internal import Glibc

extension Listener {
  /// Takes over a listening socket that whoever started the process has opened, as descriptor
  /// `number`. It is theirs as well: it goes on listening when this process has ended, so that no
  /// connection is refused until the next one takes it.
  package static func inherit(_ number: Int32) throws(OpenError) -> Listener {
    let descriptor = Descriptor(owning: number)
    do {
      let address = try SocketAddress.local(of: descriptor).listenAddress
      guard try descriptor.integer(SOL_SOCKET, SO_TYPE) == clinux_stream,
        try descriptor.integer(SOL_SOCKET, SO_ACCEPTCONN) != 0
      else {
        throw OpenError(address: address, reason: "the socket is not listening for streams")
      }
      guard fcntl(number, F_SETFD, FD_CLOEXEC) == 0,
        fcntl(number, F_SETFL, fcntl(number, F_GETFL) | O_NONBLOCK) == 0
      else { throw SystemError.last("fcntl") }
      if case .internet = address { try descriptor.set(Int32(IPPROTO_TCP), TCP_NODELAY) }
      return Listener(address: address, descriptor: descriptor, isInherited: true)
    } catch let error as OpenError {
      throw error
    } catch let error as SystemError {
      throw OpenError(
        address: .unix(path: "descriptor \(number)"), reason: error.reason)
    } catch {
      throw OpenError(address: .unix(path: "descriptor \(number)"), reason: "\(error)")
    }
  }
}

extension Descriptor {
  /// Reads an integer socket option.
  fileprivate borrowing func integer(_ level: Int32, _ option: Int32) throws -> Int32 {
    var value: Int32 = 0
    var size = socklen_t(MemoryLayout<Int32>.size)
    guard unsafe getsockopt(number, level, option, &value, &size) == 0 else {
      throw SystemError.last("getsockopt")
    }
    return value
  }
}

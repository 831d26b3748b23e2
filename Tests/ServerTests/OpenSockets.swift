import EventLoop
import Glibc

/// Sockets that the system has for a port of this machine.
enum OpenSockets {
  /// How many connections to the port of `address` have a descriptor on this side of them.
  static func count(of address: ListenAddress) -> Int {
    guard case .internet(_, let port) = address else { return 0 }
    return lines.count { line in
      let words = line.split(separator: " ")
      // Local address, state (0A listens) and inode, which is 0 where no descriptor is left.
      guard words.count > 9, words[3] != "0A", words[9] != "0" else { return false }
      return words[1].split(separator: ":").last.flatMap { UInt16($0, radix: 16) } == port
    }
  }

  private static var lines: [Substring] {
    let descriptor = unsafe open("/proc/net/tcp", O_RDONLY)
    guard descriptor >= 0 else { return [] }
    defer { _ = close(descriptor) }
    var text: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes { bytes in
        unsafe read(descriptor, bytes.baseAddress, bytes.count)
      }
      guard count > 0 else { break }
      text += buffer[..<count]
    }
    return String(decoding: text, as: UTF8.self).split(separator: "\n")
  }
}

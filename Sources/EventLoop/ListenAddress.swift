/// An address to listen on, as an administrator writes it:
/// `127.0.0.1:8080`, `[::1]:8080`, `localhost:0`, `:8080` (every address), `unix:/run/s.sock`.
package enum ListenAddress: Equatable, Sendable, CustomStringConvertible {
  /// A host (empty for every address of the machine) and a port; port 0 lets the system pick.
  case internet(host: String, port: UInt16)
  case unix(path: String)

  /// Bytes of the longest path of a Unix socket.
  package static let unixPathBytesMax = 107

  /// Why a text is no address.
  package enum ParseError: Error, Equatable, Sendable, CustomStringConvertible {
    case noPort
    case badPort(String)
    case badHost(String)
    case badPath(String)

    package var description: String {
      switch self {
      case .noPort: "has no port; write host:port, [IPv6]:port, :port or unix:/path"
      case .badPort(let port): "has the port “\(port)”; a port is a number from 0 to 65535"
      case .badHost(let host):
        "has the host “\(host)”; an IPv6 address stands in brackets, as in [::1]:8080"
      case .badPath(let path):
        "has the path “\(path)”; a Unix socket path is absolute and at most "
          + "\(ListenAddress.unixPathBytesMax) bytes"
      }
    }
  }

  package init(parsing text: String) throws(ParseError) {
    if text.hasPrefix("unix:") {
      let path = String(text.dropFirst(5))
      guard path.hasPrefix("/"), path.utf8.count <= ListenAddress.unixPathBytesMax,
        !path.utf8.contains(0)
      else {
        throw .badPath(path)
      }
      self = .unix(path: path)
      return
    }
    guard let colon = text.lastIndex(of: ":") else { throw .noPort }
    var host = text[..<colon]
    let portText = text[text.index(after: colon)...]
    guard portText.utf8.allSatisfy({ 0x30...0x39 ~= $0 }), let port = UInt16(portText) else {
      if text.hasSuffix("]") { throw .noPort }
      throw .badPort(String(portText))
    }
    if host.hasPrefix("["), host.hasSuffix("]"), host.count > 2 {
      host = host.dropFirst().dropLast()
      guard host.contains(":") else { throw .badHost(String(host)) }
    } else if host.utf8.contains(where: { "[]:/ ".utf8.contains($0) }) {
      throw .badHost(String(host))
    }
    self = .internet(host: String(host), port: port)
  }

  package var description: String {
    switch self {
    case .internet(let host, let port):
      host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
    case .unix(let path): "unix:\(path)"
    }
  }
}

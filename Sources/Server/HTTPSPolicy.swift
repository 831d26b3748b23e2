internal import Bytes
internal import EventLoop
internal import HTTP

/// How clients are led to TLS, and kept there.
package struct HTTPSPolicy: Equatable, Sendable {
  /// How long a browser is to come over TLS only (RFC 6797), in seconds; 0 says nothing of it.
  package var hstsSeconds = 0
  /// What redirects lead below: `https://`, host, port and path, without a slash at the end; `nil`:
  /// the host that was asked for, and the port of the first listener that speaks TLS.
  package var baseURL: String?

  package init() {}

  /// The field line for answers over TLS.
  var hstsLine: [UInt8] {
    hstsSeconds > 0 ? Array("Strict-Transport-Security: max-age=\(hstsSeconds)\r\n".utf8) : []
  }
}

/// Where a listener leads that only redirects: the same resource, over TLS.
struct Redirection {
  private let baseURL: [UInt8]?
  /// What follows a host: the port, where it is not that of https.
  private let port: [UInt8]

  init(_ baseURL: String?, endpoints: [Endpoint]) {
    self.baseURL = baseURL.map { Array($0.utf8) }
    var port: UInt16 = 443
    for endpoint in endpoints.reversed() where endpoint.isSecure {
      if case .internet(host: _, port: let number) = endpoint.address { port = number }
    }
    self.port = port == 443 ? [] : Array(":\(port)".utf8)
  }

  /// The field line of a request's redirect; `nil` where nobody can tell to which host.
  ///
  /// Host, path and query are parts of a head that was read without fault: they hold neither spaces
  /// nor control characters, so that they cannot end the line.
  func line(for request: borrowing Request) -> [UInt8]? {
    guard request.head.form == .origin || request.head.form == .absolute else { return nil }
    var line = Array("Location: ".utf8)
    if let baseURL {
      line += baseURL
    } else {
      let host = Self.host(of: request.bytes.extracting(request.head.authority.offsets))
      guard !host.isEmpty else { return nil }
      line += Array("https://".utf8) + host + port
    }
    let path = request.path
    if path.isEmpty { line.append(0x2F) }
    line.append(path)
    if let query = request.query {
      line.append(0x3F)
      line.append(query)
    }
    return line + [0x0D, 0x0A]
  }

  /// An authority without its port. Colons inside the brackets of an IPv6 address are the host's.
  private static func host(of authority: Span<UInt8>) -> [UInt8] {
    var host: [UInt8] = []
    var isBracketed = false
    for index in authority.indices {
      let byte = authority[index]
      if byte == 0x5B { isBracketed = true }
      if byte == 0x5D { isBracketed = false }
      if byte == 0x3A, !isBracketed { break }
      host.append(byte)
    }
    return host
  }
}

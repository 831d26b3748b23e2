internal import EventLoop
internal import Server

/// The flags of `serve` as typed.
struct ServeFlags {
  var listen: [String] = []
  var loops: String?
  var statements: String?
  var tls = TLSFlags()
  var proxy = ProxyFlags()
}

/// What `serve` is to do: each value from its flag, else the environment, else the default.
struct ServeOptions: Equatable {
  static let loopsMax = 256

  var listen = [Endpoint(.internet(host: "127.0.0.1", port: 8080))]
  /// `nil`: one for each core that the process may run on.
  var loops: Int?
  /// The folder of statement texts; `nil`: the statement built in.
  var statements: String?
  var tls = TLSOptions()
  var proxy = ProxyOptions()

  init(flags: ServeFlags, environment: [String: String]) throws(Failure) {
    if !flags.listen.isEmpty {
      listen = try Self.endpoints(flags.listen, named: "--listen")
    } else if let text = environment["SIGNATORY_LISTEN"] {
      let parts = text.split(separator: " ").map(String.init)
      listen = try Self.endpoints(parts, named: "SIGNATORY_LISTEN")
    }
    if let text = flags.loops {
      loops = try Self.loops(text, named: "--loops")
    } else if let text = environment["SIGNATORY_LOOPS"] {
      loops = try Self.loops(text, named: "SIGNATORY_LOOPS")
    }
    statements = flags.statements ?? environment["SIGNATORY_STATEMENTS"]
    if let folder = statements, folder.isEmpty {
      throw Failure(code: .usage, message: "--statements is empty; give a folder of texts")
    }
    tls = try TLSOptions(flags: flags.tls, environment: environment)
    try checkTLS()
    proxy = try ProxyOptions(flags: flags.proxy, environment: environment)
  }

  /// TLS needs a certificate, and a certificate somewhere to be shown.
  private func checkTLS() throws(Failure) {
    let isAsked = listen.contains { $0.isSecure }
    guard isAsked == tls.pairs.isEmpty else { return }
    throw Failure(
      code: .usage,
      message: isAsked
        ? "an address ends in ,tls, but there is no certificate: give --tls-certificate and "
          + "--tls-key; Scripts/dev-certificate makes a pair to try"
        : "there is a certificate, but no address with TLS: write --listen ADDRESS,tls")
  }

  /// Addresses, each perhaps with `,tls` behind.
  private static func endpoints(_ texts: [String], named name: String) throws(Failure)
    -> [Endpoint]
  {
    var addresses: [Endpoint] = []
    for text in texts {
      let isSecure = text.hasSuffix(",tls")
      let address = isSecure ? String(text.dropLast(4)) : text
      do {
        addresses.append(Endpoint(try ListenAddress(parsing: address), isSecure: isSecure))
      } catch {
        throw Failure(code: .usage, message: "\(name) “\(text)” \(error)")
      }
    }
    guard !addresses.isEmpty else {
      throw Failure(
        code: .usage, message: "\(name) names no address; write one such as 127.0.0.1:8080")
    }
    return addresses
  }

  private static func loops(_ text: String, named name: String) throws(Failure) -> Int {
    guard let count = Int(text), 1...loopsMax ~= count else {
      throw Failure(
        code: .usage, message: "\(name) “\(text)” is not a number from 1 to \(loopsMax)")
    }
    return count
  }
}

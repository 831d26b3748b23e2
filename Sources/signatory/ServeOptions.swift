internal import EventLoop

/// The flags of `serve` as typed.
struct ServeFlags {
  var listen: [String] = []
  var loops: String?
  var statements: String?
}

/// What `serve` is to do: each value from its flag, else the environment, else the default.
struct ServeOptions: Equatable {
  static let loopsMax = 256

  var listen: [ListenAddress] = [.internet(host: "127.0.0.1", port: 8080)]
  /// `nil`: one for each core that the process may run on.
  var loops: Int?
  /// The folder of statement texts; `nil`: the statement built in.
  var statements: String?

  init(flags: ServeFlags, environment: [String: String]) throws(Failure) {
    if !flags.listen.isEmpty {
      listen = try Self.addresses(flags.listen, named: "--listen")
    } else if let text = environment["SIGNATORY_LISTEN"] {
      let parts = text.split(separator: " ").map(String.init)
      listen = try Self.addresses(parts, named: "SIGNATORY_LISTEN")
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
  }

  private static func addresses(_ texts: [String], named name: String) throws(Failure)
    -> [ListenAddress]
  {
    var addresses: [ListenAddress] = []
    for text in texts {
      if text.hasSuffix(",tls") {
        throw Failure(
          code: .usage, message: "\(name) “\(text)”: this build does not speak TLS yet")
      }
      do {
        addresses.append(try ListenAddress(parsing: text))
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

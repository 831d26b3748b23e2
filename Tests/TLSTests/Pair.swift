import Bytes
import TLS
import TLSTesting

/// A server's session and a client, joined by two byte pipes in memory.
final class Pair {
  var server: Session
  let client: TLSPeer
  /// Plain bytes that have reached each side.
  private(set) var atServer: [UInt8] = []
  private(set) var atClient: [UInt8] = []
  private var plaintext = [UInt8](repeating: 0, count: 65_536 + Session.recordBytesMax)

  init(_ context: ServerContext, _ client: TLSPeer) throws {
    server = try Session(context)
    self.client = client
  }

  /// Hands bytes to the server; what it answers.
  func feed(_ bytes: [UInt8]) -> [UInt8] {
    var output = ByteRun(capacity: 1_024)
    let count = server.receive(bytes.span, into: &plaintext, output: &output)
    atServer += plaintext[..<count]
    return [UInt8](copying: output.span)
  }

  /// Carries bytes both ways, `size` at a time, until neither side has any left.
  func run(pieces size: Int = .max) {
    var toClient: [UInt8] = []
    while true {
      atClient += client.receive(toClient)
      let toServer = client.takeOutput()
      if toServer.isEmpty { return }
      toClient = []
      var rest = toServer[...]
      while !rest.isEmpty {
        toClient += feed(Array(rest.prefix(size)))
        rest = rest.dropFirst(size)
      }
    }
  }

  func sendFromServer(_ bytes: [UInt8]) {
    var output = ByteRun(capacity: 1_024)
    _ = server.send(bytes.span, to: &output)
    atClient += client.receive([UInt8](copying: output.span))
  }
}

extension TestAuthority.Issued {
  /// An identity made of it.
  func identity(named name: String = "certificate", at seconds: Int = now) throws -> Identity {
    try Identity(
      certificate: NamedFile(name: "\(name).pem", bytes: certificate),
      key: NamedFile(name: "\(name).key", bytes: key), at: seconds)
  }
}

extension ServerContext {
  /// A context with certificates of `issued`.
  static func make(
    _ issued: [TestAuthority.Issued], tickets: TicketKeys? = nil,
    _ change: (inout TLSPolicy) -> Void = { _ in }
  ) throws -> ServerContext {
    var policy = TLSPolicy()
    change(&policy)
    return try ServerContext(
      try issued.map { try $0.identity() }, policy: policy,
      tickets: tickets ?? TicketKeys())
  }
}

import Glibc
import TLS
import TLSTesting

/// What the harness and its clients speak: plain, unless a test asks for TLS.
enum Transport {
  @TaskLocal static var isSecure = false
  @TaskLocal static var wishes = TLSPeer.Wishes()

  static let authority = TestAuthority()
  static let context = makeContext("localhost")

  static func makeContext(_ name: String) -> ServerContext {
    let issued = authority.issue([name])
    do {
      let identity = try Identity(
        certificate: NamedFile(name: "certificate", bytes: issued.certificate),
        key: NamedFile(name: "key", bytes: issued.key), at: time(nil))
      return try ServerContext([identity], policy: TLSPolicy(), tickets: TicketKeys())
    } catch {
      preconditionFailure("no context for tests: \(error)")
    }
  }

  /// Runs `body` with TLS; of the peer's wishes, the version.
  static func secured(_ version: Int32? = nil, _ body: () async throws -> Void) async throws {
    var wishes = TLSPeer.Wishes()
    wishes.version = version
    try await $wishes.withValue(wishes) { try await $isSecure.withValue(true) { try await body() } }
  }
}

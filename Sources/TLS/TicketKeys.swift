internal import COpenSSL
internal import Locks

/// The keys that session tickets are sealed with, the same for all loops and certificates, so that
/// a client can resume wherever it comes in. `rotate` must be called every so often: a ticket is
/// only as secret as its key.
///
/// Tickets are sealed with the newest key (RFC 5077, 4); those under an older one that is still
/// kept are taken, and replaced by new ones.
package final class TicketKeys: Sendable {
  /// How often to call `rotate`.
  package static let rotationSeconds = 12 * 3600
  /// Keys kept: a ticket serves for at least one rotation less.
  static let keysMax = 3
  /// How long a session may be resumed.
  static let lifetimeSeconds = 24 * 3600

  /// One key: its name, which goes with the ticket, and secrets for AES-256-CBC and HMAC-SHA256.
  struct Key: Sendable {
    static let nameCount = 16
    static let secretCount = 32

    var name = [UInt8](repeating: 0, count: nameCount)
    var cipherSecret = [UInt8](repeating: 0, count: secretCount)
    var macSecret = [UInt8](repeating: 0, count: secretCount)

    init() throws(TLSError) {
      guard unsafe RAND_bytes(&name, Int32(Self.nameCount)) == 1,
        unsafe RAND_priv_bytes(&cipherSecret, Int32(Self.secretCount)) == 1,
        unsafe RAND_priv_bytes(&macSecret, Int32(Self.secretCount)) == 1
      else { throw ErrorQueue.take("RAND_bytes") }
    }
  }

  /// The newest first.
  private let keys: Guarded<[Key]>

  package init() throws(TLSError) {
    keys = Guarded([try Key()])
  }

  /// Seals with a new key from here on.
  package func rotate() throws(TLSError) {
    let key = try Key()
    keys.withLock { keys in
      keys.insert(key, at: 0)
      keys = Array(keys.prefix(Self.keysMax))
    }
  }

  var newest: Key? { keys.withLock { $0.first } }

  /// The key with this name, and whether it is the newest.
  func find(_ name: Span<UInt8>) -> (Key, isNewest: Bool)? {
    keys.withLock { keys in
      for (index, key) in keys.enumerated() where name.count == key.name.count {
        let isEqual = name.indices.allSatisfy { name[$0] == key.name[$0] }
        if isEqual { return (key, index == 0) }
      }
      return nil
    }
  }
}

internal import COpenSSL

/// Everything that a server's sessions share: identities, profile, ticket keys. Immutable once
/// made, and used by all loops at once.
///
/// A client that names a host gets an identity for that very name, else one whose wildcard covers
/// it, else the first identity. Identities of different key algorithms for the same name stand side
/// by side; the client's abilities decide.
package final class ServerContext: @unchecked Sendable {
  package let identities: [Identity]
  let tickets: TicketKeys
  /// The contexts, the first for clients that name no host, or an unknown one.
  private var contexts: [SSLContext] = []
  private var places: [String: Int] = [:]

  var first: SSLContext { contexts[0] }

  package init(_ identities: [Identity], policy: TLSPolicy, tickets: TicketKeys)
    throws(TLSError)
  {
    self.identities = identities
    self.tickets = tickets
    guard let default_ = identities.first else {
      throw .library(call: "ServerContext", reason: "there is no certificate")
    }
    let alike = identities.filter { Set($0.names).isSuperset(of: default_.names) }
    var made: [[ObjectIdentifier]: Int] = [:]
    try makeContext(for: alike, policy, &made)
    var order: [String] = []
    for name in identities.flatMap(\.names) where places[name] == nil {
      places[name] = 0
      order.append(name)
    }
    for name in order {
      let place = try makeContext(
        for: identities.filter { $0.names.contains(name) }, policy, &made)
      places[name] = place
    }
  }

  /// The place of a context with these identities, one for each key algorithm.
  @discardableResult
  private func makeContext(
    for identities: [Identity], _ policy: TLSPolicy, _ made: inout [[ObjectIdentifier]: Int]
  ) throws(TLSError) -> Int {
    var algorithms: Set<Int32> = []
    let chosen = identities.filter { algorithms.insert($0.key.algorithm).inserted }
    let key = chosen.map(ObjectIdentifier.init)
    if let place = made[key] { return place }
    contexts.append(try SSLContext(chosen, policy: policy, owner: self))
    made[key] = contexts.count - 1
    return contexts.count - 1
  }

  /// The context for a host as the client names it.
  func context(for host: String) -> SSLContext? {
    var name = host.lowercased()
    if name.hasSuffix(".") { name.removeLast() }
    if let place = places[name] { return contexts[place] }
    guard let dot = name.firstIndex(of: "."), let place = places["*" + name[dot...]] else {
      return nil
    }
    return contexts[place]
  }
}

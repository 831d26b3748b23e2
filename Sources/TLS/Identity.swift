/// Who the server is: a certificate with its chain, its key, and an OCSP response to staple.
package final class Identity: Sendable {
  /// The leaf first, then who issued it, and so on.
  let chain: [Certificate]
  let key: PrivateKey
  let leaf: Certificate
  let staple: [UInt8]?
  /// The DNS names that it is for, in small letters.
  package let names: [String]
  /// Whole days until the first certificate of the chain ends.
  package let daysLeft: Int
  /// What is no reason to refuse it, but to tell whoever set it up.
  package let warnings: [String]

  /// Below so many days left there is a warning.
  package static let daysLeftMin = 14

  /// Reads and checks: the key is the leaf's, each certificate is issued by the next one, all are
  /// valid at `seconds` since 1970 UTC. An OCSP response that cannot be used is a warning: it is
  /// left out.
  package init(
    certificate: NamedFile, key keyFile: NamedFile, ocsp: NamedFile? = nil, at seconds: Int
  ) throws(TLSError) {
    let chain = try certificate.certificates()
    let key = try keyFile.privateKey()
    guard let leaf = chain.first else { throw certificate.error("holds no certificate") }
    guard key.matches(leaf) else {
      if let place = chain.firstIndex(where: { key.matches($0) }) {
        throw certificate.error(
          "certificate \(place + 1) is the one of the key \(keyFile.name); it must come first, "
            + "then the one that issued it, and so on")
      }
      throw keyFile.error("the key does not match the certificate \(certificate.name)")
    }
    for (index, (one, next)) in zip(chain, chain.dropFirst()).enumerated()
    where !one.isIssued(by: next) {
      throw certificate.error(
        "certificate \(index + 2) (\(next.subject)) did not issue certificate \(index + 1) "
          + "(\(one.subject)); each must be followed by the one that issued it")
    }
    for (index, one) in chain.enumerated() {
      switch one.validity(at: seconds) {
      case 0: continue
      case 1: throw certificate.error("certificate \(index + 1) (\(one.subject)) has expired")
      default: throw certificate.error("certificate \(index + 1) (\(one.subject)) is not valid yet")
      }
    }
    var warnings: [String] = []
    let daysLeft = chain.map { $0.daysLeft(at: seconds) }.min() ?? 0
    if daysLeft < Self.daysLeftMin {
      warnings.append("\(certificate.name): expires in \(daysLeft) days")
    }
    let names = leaf.names
    if names.isEmpty {
      warnings.append("\(certificate.name): is for no DNS name (subjectAltName)")
    }
    do throws(TLSError) {
      staple = try ocsp?.ocspResponse(for: chain)
    } catch {
      staple = nil
      warnings.append("\(error); it is not stapled")
    }
    self.chain = chain
    self.key = key
    self.leaf = leaf
    self.names = names
    self.daysLeft = daysLeft
    self.warnings = warnings
  }
}

/// A certificate followed by those that issued it, checked: each is issued by the next. One that is
/// not valid at the time has a warning: whoever renews it, or sets the clock, must find the server
/// running.
package struct Chain: Sendable {
  /// The leaf first.
  let certificates: [Certificate]
  let leaf: Certificate
  /// The DNS names that the leaf is for, in small letters.
  package let names: [String]
  /// Whole days until the first of the certificates ends.
  package let daysLeft: Int
  /// When that is, in seconds since 1970 UTC.
  package let endsAt: Int64
  /// Why clients will refuse it, where one of the certificates is not valid.
  package let invalidity: String?
  /// What is no reason to refuse it, but to tell whoever set it up.
  package let warnings: [String]

  /// With fewer days left there is a warning.
  package static let daysLeftMin = 30

  /// Reads and checks a PEM file at `seconds` since 1970 UTC. With a `key`, the leaf must be its.
  package init(_ file: NamedFile, at seconds: Int) throws(TLSError) {
    try self.init(file, key: nil, at: seconds)
  }

  init(_ file: NamedFile, key: (PrivateKey, NamedFile)?, at seconds: Int) throws(TLSError) {
    certificates = try file.certificates()
    guard let leaf = certificates.first else { throw file.error("holds no certificate") }
    self.leaf = leaf
    if let key { try Self.check(key.0, of: key.1, certificates, file) }
    for (index, (one, next)) in zip(certificates, certificates.dropFirst()).enumerated()
    where !one.isIssued(by: next) {
      throw file.error(
        "certificate \(index + 2) (\(next.subject)) did not issue certificate \(index + 1) "
          + "(\(one.subject)); each must be followed by the one that issued it")
    }
    for (index, one) in certificates.enumerated() {
      guard let weakness = one.weakness else { continue }
      throw file.error("certificate \(index + 1) (\(one.subject)) \(weakness)")
    }
    invalidity = Self.invalidity(of: certificates, at: seconds)
    endsAt = certificates.map(\.endsAt).min() ?? 0
    var warnings: [String] = []
    daysLeft = certificates.map { $0.daysLeft(at: seconds) }.min() ?? 0
    if let invalidity {
      warnings.append(invalidity)
    } else if daysLeft < Self.daysLeftMin {
      warnings.append("expires in \(daysLeft) days")
    }
    names = leaf.names
    if names.isEmpty { warnings.append("is for no DNS name (subjectAltName)") }
    self.warnings = warnings
  }

  /// Whether all certificates are valid at a time, in seconds since 1970 UTC.
  package func isValid(at seconds: Int) -> Bool {
    Self.invalidity(of: certificates, at: seconds) == nil
  }

  private static func invalidity(of certificates: [Certificate], at seconds: Int) -> String? {
    for (index, one) in certificates.enumerated() {
      let which = "certificate \(index + 1) (\(one.subject))"
      switch one.validity(at: seconds) {
      case 0: continue
      case 1: return "\(which) has expired, clients refuse it: renew it"
      default: return "\(which) is not valid yet, clients refuse it: look at this machine's clock"
      }
    }
    return nil
  }

  private static func check(
    _ key: PrivateKey, of keyFile: NamedFile, _ certificates: [Certificate], _ file: NamedFile
  ) throws(TLSError) {
    guard let place = certificates.firstIndex(where: { key.matches($0) }) else {
      throw keyFile.error(
        "the key does not match the certificate \(file.name); give the key that it was asked for "
          + "with, and keys in the order of certificates")
    }
    guard place == 0 else {
      throw file.error(
        "certificate \(place + 1) is the one of the key \(keyFile.name); it must come first, "
          + "then the one that issued it, and so on")
    }
  }
}

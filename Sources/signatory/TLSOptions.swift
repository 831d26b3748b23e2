internal import TLS

/// What `serve` is told of TLS, as typed.
struct TLSFlags {
  var certificates: [String] = []
  var keys: [String] = []
  var profile: String?
  var clientAuthorities: String?
}

/// The certificates to serve with, and how.
struct TLSOptions: Equatable {
  /// The files of one certificate, in PEM form.
  struct Pair: Equatable {
    var certificate: String
    var key: String
    /// Where an OCSP response to staple would lie.
    var ocsp: String { certificate + ".ocsp" }
  }

  var pairs: [Pair] = []
  var profile = Profile.intermediate
  /// A file of authorities that clients must have a certificate of.
  var clientAuthorities: String?

  init() {}

  init(flags: TLSFlags, environment: [String: String]) throws(Failure) {
    let certificates = Self.list(flags.certificates, environment["SIGNATORY_TLS_CERTIFICATE"])
    let keys = Self.list(flags.keys, environment["SIGNATORY_TLS_KEY"])
    guard certificates.count == keys.count else {
      throw Failure(
        code: .usage,
        message: "each --tls-certificate needs its --tls-key, in the same order: there are "
          + "\(certificates.count) certificates and \(keys.count) keys")
    }
    pairs = zip(certificates, keys).map { Pair(certificate: $0, key: $1) }
    if let text = flags.profile ?? environment["SIGNATORY_TLS_PROFILE"] {
      guard let profile = Profile(rawValue: text) else {
        let names = Profile.allCases.map(\.rawValue).joined(separator: " or ")
        throw Failure(code: .usage, message: "--tls-profile “\(text)” is not \(names)")
      }
      self.profile = profile
    }
    clientAuthorities = flags.clientAuthorities ?? environment["SIGNATORY_TLS_CLIENT_CA"]
  }

  /// Of the environment, paths are parted by spaces.
  private static func list(_ flags: [String], _ variable: String?) -> [String] {
    guard flags.isEmpty, let variable else { return flags }
    return variable.split(separator: " ").map(String.init)
  }
}

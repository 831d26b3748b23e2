internal import TLS

/// The certificates to serve with, and how.
struct TLSOptions: Equatable, Sendable {
  /// The files of one certificate, in PEM form.
  struct Pair: Equatable {
    var certificate: String
    var key: String
    /// Where an OCSP response to staple would lie.
    var ocsp: String { certificate + ".ocsp" }
  }

  var certificates: [String] = []
  /// One for each certificate, in the same order.
  var keys: [String] = []
  var profile = Profile.intermediate
  /// A file of authorities that clients must have a certificate of.
  var clientAuthorities: String?

  var pairs: [Pair] { zip(certificates, keys).map { Pair(certificate: $0, key: $1) } }
}

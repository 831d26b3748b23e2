package import TLS

/// The certificates to serve with, and how.
package struct TLSOptions: Equatable, Sendable {
  /// The files of one certificate, in PEM form.
  package struct Pair: Equatable {
    package var certificate: String
    package var key: String
    /// Where an OCSP response to staple would lie.
    package var ocsp: String { certificate + ".ocsp" }
  }

  package var certificates: [String] = []
  /// One for each certificate, in the same order.
  package var keys: [String] = []
  package var profile = Profile.intermediate
  /// A file of authorities that clients must have a certificate of.
  package var clientAuthorities: String?

  package var pairs: [Pair] { zip(certificates, keys).map { Pair(certificate: $0, key: $1) } }
}

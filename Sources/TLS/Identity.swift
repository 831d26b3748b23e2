internal import COpenSSL

/// Who the server is: a certificate with its chain, its key, and an OCSP response to staple.
package final class Identity: Sendable {
  /// The name of the certificate's file.
  package let name: String
  package let chain: Chain
  let key: PrivateKey
  let staple: [UInt8]?
  /// What is no reason to refuse it, but to tell whoever set it up.
  package let warnings: [String]

  /// The DNS names that it is for, in small letters.
  package var names: [String] { chain.names }

  /// Reads and checks: the chain, at `seconds` since 1970 UTC, and that the key is the leaf's. An
  /// OCSP response that cannot be used is a warning: it is left out.
  package init(
    certificate: NamedFile, key keyFile: NamedFile, ocsp: NamedFile? = nil, at seconds: Int
  ) throws(TLSError) {
    name = certificate.name
    key = try keyFile.privateKey()
    chain = try Chain(certificate, key: (key, keyFile), at: seconds)
    var warnings = chain.warnings.map { "\(certificate.name): \($0)" }
    do throws(TLSError) {
      staple = try ocsp?.ocspResponse(for: chain.certificates)
    } catch {
      staple = nil
      warnings.append("\(error); it is not stapled")
    }
    self.warnings = warnings
  }
}

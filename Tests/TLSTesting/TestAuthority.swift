internal import COpenSSL

/// A certificate authority that lives in a test: certificates are made when they are needed.
@safe package final class TestAuthority: @unchecked Sendable {
  package enum Algorithm: Sendable { case ecdsa, rsa, weak }

  /// A certificate and its key as PEM files hold them.
  package struct Issued: Sendable {
    package var certificate: [UInt8]
    package var key: [UInt8]
  }

  /// Its own certificate in PEM form.
  package let certificate: [UInt8]
  private let x509: OpaquePointer
  private let key: OpaquePointer

  package init(
    _ name: String = "Test authority", days: ClosedRange<Int> = -1...3650
  ) {
    let key = unsafe Self.makeKey(.ecdsa)
    let x509 = unsafe Self.make(
      name, key: key, issuer: nil, signer: key, names: [], days: days)
    certificate = unsafe Self.pem { unsafe PEM_write_bio_X509($0, x509) }
    unsafe self.key = key
    unsafe self.x509 = x509
  }

  deinit {
    unsafe X509_free(x509)
    unsafe EVP_PKEY_free(key)
  }

  /// A certificate for `names`, valid on these days from now.
  package func issue(
    _ names: [String], _ algorithm: Algorithm = .ecdsa, days: ClosedRange<Int> = -1...90
  ) -> Issued {
    let key = unsafe Self.makeKey(algorithm)
    let leaf = unsafe Self.make(
      names.first ?? "nameless", key: key, issuer: x509, signer: self.key, names: names, days: days)
    defer {
      unsafe X509_free(leaf)
      unsafe EVP_PKEY_free(key)
    }
    return Issued(
      certificate: unsafe Self.pem { unsafe PEM_write_bio_X509($0, leaf) },
      key: unsafe Self.pem { unsafe PEM_write_bio_PrivateKey($0, key, nil, nil, 0, nil, nil) })
  }

  private static func makeKey(_ algorithm: Algorithm) -> OpaquePointer {
    let context = unsafe EVP_PKEY_CTX_new_from_name(nil, algorithm == .ecdsa ? "EC" : "RSA", nil)
    defer { unsafe EVP_PKEY_CTX_free(context) }
    unsafe EVP_PKEY_keygen_init(context)
    switch algorithm {
    case .weak: unsafe EVP_PKEY_CTX_set_rsa_keygen_bits(context, 1024)
    case .rsa: unsafe EVP_PKEY_CTX_set_rsa_keygen_bits(context, 2048)
    case .ecdsa: unsafe EVP_PKEY_CTX_set_group_name(context, "P-256")
    }
    var key: OpaquePointer?
    unsafe EVP_PKEY_generate(context, &key)
    return unsafe required(key)
  }

  private static func make(
    _ subject: String, key: OpaquePointer, issuer: OpaquePointer?, signer: OpaquePointer,
    names: [String], days: ClosedRange<Int>
  ) -> OpaquePointer {
    let x509 = unsafe required(X509_new())
    unsafe X509_set_version(x509, 2)
    unsafe ASN1_INTEGER_set(X509_get_serialNumber(x509), Int.random(in: 1...(.max)))
    unsafe X509_gmtime_adj(X509_getm_notBefore(x509), days.lowerBound * 86_400)
    unsafe X509_gmtime_adj(X509_getm_notAfter(x509), days.upperBound * 86_400)
    unsafe X509_set_pubkey(x509, key)
    let name = unsafe X509_get_subject_name(x509)
    let text = Array(subject.utf8)
    unsafe X509_NAME_add_entry_by_txt(
      name, "CN", Int32(MBSTRING_FLAG), text, Int32(text.count), -1, 0)
    unsafe X509_set_issuer_name(x509, issuer.map { unsafe X509_get_subject_name($0) } ?? name)
    unsafe add(issuer == nil ? "critical,CA:TRUE" : "CA:FALSE", NID_basic_constraints, to: x509)
    if !names.isEmpty {
      let list = names.map { "DNS:\($0)" }.joined(separator: ",")
      unsafe add(list, NID_subject_alt_name, to: x509)
    }
    unsafe X509_sign(x509, signer, EVP_sha256())
    return unsafe x509
  }

  private static func add(_ value: String, _ kind: Int32, to x509: OpaquePointer) {
    let value = unsafe X509V3_EXT_conf_nid(nil, nil, kind, value)
    unsafe X509_add_ext(x509, value, -1)
    unsafe X509_EXTENSION_free(value)
  }

  private static func pem(_ write: (OpaquePointer?) -> Int32) -> [UInt8] {
    let memory = unsafe BIO_new(BIO_s_mem())
    defer { unsafe BIO_free(memory) }
    unsafe _ = write(memory)
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = unsafe BIO_read(memory, &bytes, Int32(bytes.count))
    return Array(bytes.prefix(Int(max(count, 0))))
  }

  private static func required(_ pointer: OpaquePointer?) -> OpaquePointer {
    guard let pointer = unsafe pointer else { preconditionFailure("OpenSSL made nothing") }
    return unsafe pointer
  }
}

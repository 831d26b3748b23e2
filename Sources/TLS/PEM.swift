internal import COpenSSL

/// The owner of an X.509 certificate.
@safe final class Certificate: @unchecked Sendable {
  let pointer: OpaquePointer

  /// Takes over a reference.
  init(owning pointer: OpaquePointer) { unsafe self.pointer = pointer }

  deinit { unsafe X509_free(pointer) }

  /// The subject as `CN=localhost,O=Example`.
  var subject: String { unsafe Self.text(X509_get_subject_name(pointer)) }

  private static func text(_ name: OpaquePointer?) -> String {
    guard let memory = unsafe BIO_new(BIO_s_mem()) else { return "" }
    defer { unsafe BIO_free(memory) }
    unsafe X509_NAME_print_ex(memory, name, 0, copenssl_name_format)
    var bytes = [UInt8](repeating: 0, count: 1024)
    let count = unsafe BIO_read(memory, &bytes, Int32(bytes.count))
    return String(decoding: bytes.prefix(Int(max(count, 0))), as: UTF8.self)
  }

  /// Whether the key of `issuer` is said to have signed this one, by names and key identifiers.
  func isIssued(by issuer: Certificate) -> Bool {
    unsafe X509_check_issued(issuer.pointer, pointer) == X509_V_OK
  }

  /// Whether it is valid at a time, in seconds since 1970 UTC: -1 not yet, 0 valid, 1 not any more.
  func validity(at seconds: Int) -> Int {
    var seconds = seconds
    if unsafe X509_cmp_time(X509_get0_notBefore(pointer), &seconds) > 0 { return -1 }
    return unsafe X509_cmp_time(X509_get0_notAfter(pointer), &seconds) < 0 ? 1 : 0
  }

  /// When it ends, in seconds since 1970 UTC.
  var endsAt: Int64 {
    var days: Int32 = 0
    var seconds: Int32 = 0
    guard let start = unsafe ASN1_TIME_set(nil, 0) else { return 0 }
    defer { unsafe ASN1_STRING_free(start) }
    guard unsafe ASN1_TIME_diff(&days, &seconds, start, X509_get0_notAfter(pointer)) == 1 else {
      return 0
    }
    return Int64(days) * 86_400 + Int64(seconds)
  }

  /// What keeps its key from being used, where something does.
  var weakness: String? { unsafe Self.weakness(of: X509_get0_pubkey(pointer)) }

  /// What keeps a key from being used: OpenSSL refuses it without a word on what it wants.
  fileprivate static func weakness(of key: OpaquePointer?) -> String? {
    guard let key = unsafe key, unsafe EVP_PKEY_get_security_bits(key) < securityBitsMin else {
      return nil
    }
    let bits = unsafe EVP_PKEY_get_bits(key)
    let isRSA = unsafe EVP_PKEY_get_base_id(key) == EVP_PKEY_RSA
    return "has a key of \(grouped(Int(bits))) bits, which is too small: "
      + (isRSA ? "2,048 or more are needed (RSA)" : "P-256 or a larger curve is needed")
  }

  /// The strength that OpenSSL's security level 2 asks for, which Debian sets.
  private static let securityBitsMin: Int32 = 112

  private static func grouped(_ number: Int) -> String {
    number < 1_000 ? "\(number)" : "\(number / 1_000)," + "\(1_000 + number % 1_000)".dropFirst()
  }

  /// Whole days from a time to the end of validity, negative once it is over.
  func daysLeft(at seconds: Int) -> Int {
    var days: Int32 = 0
    var rest: Int32 = 0
    guard let from = unsafe ASN1_TIME_set(nil, seconds) else { return 0 }
    defer { unsafe ASN1_STRING_free(from) }
    guard unsafe ASN1_TIME_diff(&days, &rest, from, X509_get0_notAfter(pointer)) == 1 else {
      return 0
    }
    return rest < 0 ? Int(days) - 1 : Int(days)
  }

  /// The DNS names that it is for, in small letters, wildcards as `*.example.org`.
  var names: [String] {
    var names: [String] = []
    unsafe withUnsafeMutablePointer(to: &names) { list in
      unsafe copenssl_each_dns_name(pointer, list) { list, bytes, count in
        let text = unsafe UnsafeBufferPointer(start: bytes, count: Int(max(count, 0)))
        unsafe list?.assumingMemoryBound(to: [String].self).pointee.append(
          String(decoding: text, as: UTF8.self).lowercased())
      }
    }
    return names
  }
}

/// The owner of a private key.
@safe final class PrivateKey: @unchecked Sendable {
  let pointer: OpaquePointer

  init(owning pointer: OpaquePointer) { unsafe self.pointer = pointer }

  deinit { unsafe EVP_PKEY_free(pointer) }

  func matches(_ certificate: Certificate) -> Bool {
    defer { ErrorQueue.clear() }
    return unsafe X509_check_private_key(certificate.pointer, pointer) == 1
  }

  /// What keeps it from being used, where something does.
  var weakness: String? { unsafe Certificate.weakness(of: pointer) }

  /// Which algorithm: `EVP_PKEY_RSA`, `EVP_PKEY_EC` and so on.
  var algorithm: Int32 { unsafe EVP_PKEY_get_base_id(pointer) }
}

extension NamedFile {
  /// All certificates of a PEM file, in order; at least one.
  func certificates() throws(TLSError) -> [Certificate] {
    let source = try unsafe reading()
    defer { unsafe BIO_free(source) }
    var certificates: [Certificate] = []
    while let pointer = unsafe PEM_read_bio_X509(source, nil, noPassphrase, nil) {
      unsafe certificates.append(Certificate(owning: pointer))
    }
    let isEnd = ErrorQueue.isEndOfPEM
    let reasons = ErrorQueue.takeReasons()
    guard isEnd else {
      throw error(
        "certificate \(certificates.count + 1): \(reasons); give the file whole, in PEM form, as "
          + "its issuer made it")
    }
    guard !certificates.isEmpty else { throw error("holds no certificate in PEM form") }
    return certificates
  }

  /// The private key of a PEM file.
  func privateKey() throws(TLSError) -> PrivateKey {
    let source = try unsafe reading()
    defer { unsafe BIO_free(source) }
    guard let pointer = unsafe PEM_read_bio_PrivateKey(source, nil, noPassphrase, nil) else {
      let reasons = ErrorQueue.takeReasons()
      let text = String(decoding: bytes, as: UTF8.self)
      if !text.contains("PRIVATE KEY-----") { throw error("holds no private key in PEM form") }
      if text.contains("ENCRYPTED") {
        throw error(
          "the key is encrypted; give it decrypted (openssl pkey -in FILE -out NEW), readable by "
            + "the server alone")
      }
      throw error("the key cannot be read: \(reasons); give it whole, in PEM form")
    }
    let key = unsafe PrivateKey(owning: pointer)
    if let weakness = key.weakness { throw error(weakness) }
    return key
  }

  /// A BIO that holds a copy of the bytes, to be freed by the caller.
  private func reading() throws(TLSError) -> OpaquePointer {
    ErrorQueue.clear()
    guard let source = unsafe BIO_new(BIO_s_mem()) else { throw ErrorQueue.take("BIO_new") }
    guard unsafe BIO_write(source, bytes, Int32(clamping: bytes.count)) == bytes.count else {
      unsafe BIO_free(source)
      throw error("holds nothing")
    }
    return unsafe source
  }
}

/// OpenSSL would ask at the terminal for the passphrase of a key; a server has none.
private func noPassphrase(
  _: UnsafeMutablePointer<CChar>?, _: Int32, _: Int32, _: UnsafeMutableRawPointer?
) -> Int32 { -1 }

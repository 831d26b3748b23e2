internal import COpenSSL

/// The owner of one `SSL_CTX *`: the identities for one set of names.
@safe final class SSLContext: @unchecked Sendable {
  let pointer: OpaquePointer
  private let identities: [Identity]
  /// It owns this, and every session keeps it.
  unowned let owner: ServerContext

  /// The only protocol spoken inside, as ALPN lists it: a length, then the name (RFC 7301).
  static let protocols: StaticString = "\u{8}http/1.1"

  init(_ identities: [Identity], policy: TLSPolicy, owner: ServerContext)
    throws(TLSError)
  {
    ErrorQueue.clear()
    guard let context = unsafe SSL_CTX_new(TLS_server_method()) else {
      throw ErrorQueue.take("SSL_CTX_new")
    }
    unsafe pointer = context
    self.identities = identities
    self.owner = owner
    try apply(policy.profile)
    for identity in identities { try add(identity) }
    if let file = policy.clientAuthorities { try demandCertificates(of: file) }
    try setTickets()
    setCallbacks()
  }

  deinit { unsafe SSL_CTX_free(pointer) }

  /// The response to staple with a certificate that was chosen.
  func staple(for certificate: OpaquePointer?) -> [UInt8]? {
    for identity in identities where unsafe identity.chain.leaf.pointer == certificate {
      return identity.staple
    }
    return nil
  }

  private func apply(_ profile: Profile) throws(TLSError) {
    unsafe SSL_CTX_set_options(pointer, Profile.options)
    unsafe copenssl_set_mode(pointer, Int(SSL_MODE_RELEASE_BUFFERS))
    try demand(unsafe copenssl_set_min_version(pointer, profile.minVersion), "min_proto_version")
    try demand(unsafe SSL_CTX_set_cipher_list(pointer, Profile.ciphers), "SSL_CTX_set_cipher_list")
    try demand(unsafe SSL_CTX_set_ciphersuites(pointer, Profile.suites), "SSL_CTX_set_ciphersuites")
    try demand(unsafe copenssl_set_groups(pointer, Profile.groups), "SSL_CTX_set1_groups_list")
    // Nothing is taken before the handshake is done: early data could be replayed.
    try demand(unsafe SSL_CTX_set_max_early_data(pointer, 0), "SSL_CTX_set_max_early_data")
  }

  private func add(_ identity: Identity) throws(TLSError) {
    try demand(
      unsafe SSL_CTX_use_certificate(pointer, identity.chain.leaf.pointer), of: identity)
    try demand(unsafe SSL_CTX_use_PrivateKey(pointer, identity.key.pointer), of: identity)
    for certificate in identity.chain.certificates.dropFirst() {
      try demand(unsafe copenssl_add_chain(pointer, certificate.pointer), of: identity)
    }
  }

  private func demandCertificates(of file: NamedFile) throws(TLSError) {
    let store = unsafe SSL_CTX_get_cert_store(pointer)
    for authority in try file.certificates() {
      try demand(unsafe X509_STORE_add_cert(store, authority.pointer), "X509_STORE_add_cert")
      try demand(
        unsafe SSL_CTX_add_client_CA(pointer, authority.pointer), "SSL_CTX_add_client_CA")
    }
    let mode = SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT
    unsafe SSL_CTX_set_verify(pointer, mode, nil)
  }

  private func setTickets() throws(TLSError) {
    // The tickets are all there is: no session is kept here.
    unsafe copenssl_set_sessions_stateless(pointer)
    unsafe SSL_CTX_set_timeout(pointer, TicketKeys.lifetimeSeconds)
    // One for each connection, for the next one: a second is work for both sides, and of use only
    // to who opens more connections than it had before.
    try demand(unsafe SSL_CTX_set_num_tickets(pointer, 1), "SSL_CTX_set_num_tickets")
    let name: StaticString = "signatory"
    try demand(
      unsafe SSL_CTX_set_session_id_context(
        pointer, name.utf8Start, UInt32(name.utf8CodeUnitCount)),
      "SSL_CTX_set_session_id_context")
  }

  /// Names the file, and the way out where OpenSSL's reason does not.
  private func demand(_ result: Int32, of identity: Identity) throws(TLSError) {
    guard result != 1 else { return }
    let reasons = ErrorQueue.takeReasons()
    let advice =
      reasons.contains("md too weak")
      ? "a signature with SHA-1 or MD5 is not secure; have it issued anew with SHA-256"
      : "have it issued anew, with a key of RSA or ECDSA"
    throw .file(name: identity.name, reason: "OpenSSL refuses it (\(reasons)): \(advice)")
  }

  private func demand(_ result: Int32, _ call: StaticString) throws(TLSError) {
    guard result == 1 else { throw ErrorQueue.take(call) }
  }
}

internal import COpenSSL

/// The client's side of a TLS connection, over OpenSSL's own memory BIOs: bytes in, bytes out.
@safe package final class TLSPeer: @unchecked Sendable {
  /// What a client asks for.
  package struct Wishes: Sendable {
    package var host: String?
    package var version: Int32?
    package var protocols: [String] = []
    package var signatures: String?
    package var staple = false
    package var identity: TestAuthority.Issued?
    package var ticket: Ticket?

    package init() {}
  }

  /// A session to resume.
  @safe package final class Ticket: @unchecked Sendable {
    let pointer: OpaquePointer
    init(owning pointer: OpaquePointer) { unsafe self.pointer = pointer }
    deinit { unsafe SSL_SESSION_free(pointer) }
  }

  package enum State: Equatable, Sendable {
    case handshake, open, ended
    case failed(String)
  }

  package static let tls12 = TLS1_2_VERSION
  package static let tls13 = TLS1_3_VERSION

  package private(set) var state = State.handshake
  private let context: OpaquePointer?
  private let session: OpaquePointer?
  private let incoming: OpaquePointer?
  private let outgoing: OpaquePointer?

  package init(_ wishes: Wishes = Wishes(), trusting authority: TestAuthority? = nil) {
    unsafe context = SSL_CTX_new(TLS_client_method())
    if let authority { unsafe Self.trust(authority.certificate, context) }
    unsafe session = SSL_new(context)
    unsafe incoming = BIO_new(BIO_s_mem())
    unsafe outgoing = BIO_new(BIO_s_mem())
    unsafe SSL_set_bio(session, incoming, outgoing)
    unsafe SSL_set_connect_state(session)
    if let version = wishes.version {
      unsafe SSL_ctrl(session, SSL_CTRL_SET_MIN_PROTO_VERSION, Int(version), nil)
      unsafe SSL_ctrl(session, SSL_CTRL_SET_MAX_PROTO_VERSION, Int(version), nil)
    }
    if let host = wishes.host {
      var name = Array(host.utf8CString)
      unsafe SSL_ctrl(session, SSL_CTRL_SET_TLSEXT_HOSTNAME, 0, &name)
      if authority != nil { unsafe SSL_set1_host(session, host) }
    }
    if !wishes.protocols.isEmpty {
      let list = wishes.protocols.flatMap { [UInt8($0.utf8.count)] + Array($0.utf8) }
      unsafe SSL_set_alpn_protos(session, list, UInt32(list.count))
    }
    if let signatures = wishes.signatures {
      var list = Array(signatures.utf8CString)
      unsafe SSL_ctrl(session, SSL_CTRL_SET_SIGALGS_LIST, 0, &list)
    }
    if wishes.staple {
      unsafe SSL_ctrl(session, SSL_CTRL_SET_TLSEXT_STATUS_REQ_TYPE, 1, nil)
    }
    if let identity = wishes.identity { unsafe Self.show(identity, session) }
    if let ticket = wishes.ticket { unsafe SSL_set_session(session, ticket.pointer) }
  }

  deinit {
    unsafe SSL_free(session)
    unsafe SSL_CTX_free(context)
  }

  /// Takes what the server sent and goes on; the plain bytes in it.
  package func receive(_ bytes: [UInt8]) -> [UInt8] {
    if !bytes.isEmpty { unsafe BIO_write(incoming, bytes, Int32(bytes.count)) }
    ERR_clear_error()
    if state == .handshake { move(unsafe SSL_do_handshake(session), done: .open) }
    var plain: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 16_384)
    while state == .open {
      let count = unsafe SSL_read(session, &buffer, Int32(buffer.count))
      guard count > 0 else {
        move(count, done: .open)
        break
      }
      plain += buffer[..<Int(count)]
    }
    return plain
  }

  /// What waits to be sent to the server.
  package func takeOutput() -> [UInt8] {
    var output: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = unsafe BIO_read(outgoing, &buffer, Int32(buffer.count))
      guard count > 0 else { return output }
      output += buffer[..<Int(count)]
    }
  }

  package func send(_ bytes: [UInt8]) {
    ERR_clear_error()
    if !bytes.isEmpty { unsafe _ = SSL_write(session, bytes, Int32(bytes.count)) }
  }

  /// Says that nothing more will come.
  package func end() {
    unsafe _ = SSL_shutdown(session)
  }

  private func move(_ result: Int32, done: State) {
    if result == 1 {
      state = done
      return
    }
    switch unsafe SSL_get_error(session, result) {
    case SSL_ERROR_WANT_READ, SSL_ERROR_WANT_WRITE: break
    case SSL_ERROR_ZERO_RETURN: state = .ended
    default:
      let reason = unsafe ERR_reason_error_string(ERR_peek_error())
      state = .failed(unsafe reason.map { unsafe String(cString: $0) } ?? "")
    }
  }

  // MARK: What came of it

  package var isResumed: Bool { unsafe SSL_session_reused(session) == 1 }
  package var version: String { unsafe String(cString: SSL_get_version(session)) }
  package var cipher: String {
    unsafe String(cString: SSL_CIPHER_get_name(SSL_get_current_cipher(session)))
  }
  package var ticket: Ticket? {
    guard let pointer = unsafe SSL_get1_session(session) else { return nil }
    return unsafe Ticket(owning: pointer)
  }

  package var chosenProtocol: String? {
    var name: UnsafePointer<UInt8>?
    var count: UInt32 = 0
    unsafe SSL_get0_alpn_selected(session, &name, &count)
    guard count > 0 else { return nil }
    let bytes = unsafe UnsafeBufferPointer(start: name, count: Int(count))
    return unsafe String(decoding: bytes, as: UTF8.self)
  }

  /// The common name of the certificate that the server showed, and whether its key is RSA.
  package var shown: (name: String, isRSA: Bool)? {
    guard let certificate = unsafe SSL_get1_peer_certificate(session) else { return nil }
    defer { unsafe X509_free(certificate) }
    var name = [CChar](repeating: 0, count: 256)
    unsafe X509_NAME_get_text_by_NID(
      X509_get_subject_name(certificate), NID_commonName, &name, Int32(name.count))
    let algorithm = unsafe EVP_PKEY_get_base_id(X509_get0_pubkey(certificate))
    let text = String(
      decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return (text, algorithm == EVP_PKEY_RSA)
  }

  private static func trust(_ pem: [UInt8], _ context: OpaquePointer?) {
    let memory = unsafe BIO_new(BIO_s_mem())
    defer { unsafe BIO_free(memory) }
    unsafe BIO_write(memory, pem, Int32(pem.count))
    let certificate = unsafe PEM_read_bio_X509(memory, nil, nil, nil)
    unsafe X509_STORE_add_cert(SSL_CTX_get_cert_store(context), certificate)
    unsafe X509_free(certificate)
    unsafe SSL_CTX_set_verify(context, SSL_VERIFY_PEER, nil)
  }

  private static func show(_ identity: TestAuthority.Issued, _ session: OpaquePointer?) {
    let memory = unsafe BIO_new(BIO_s_mem())
    defer { unsafe BIO_free(memory) }
    let pem = identity.certificate + identity.key
    unsafe BIO_write(memory, pem, Int32(pem.count))
    let certificate = unsafe PEM_read_bio_X509(memory, nil, nil, nil)
    let key = unsafe PEM_read_bio_PrivateKey(memory, nil, nil, nil)
    unsafe SSL_use_certificate(session, certificate)
    unsafe SSL_use_PrivateKey(session, key)
    unsafe X509_free(certificate)
    unsafe EVP_PKEY_free(key)
  }
}

internal import COpenSSL

/// What OpenSSL asks in the course of a handshake.
extension SSLContext {
  func setCallbacks() {
    let me = unsafe Unmanaged.passUnretained(self).toOpaque()
    unsafe SSL_CTX_set_ex_data(pointer, 0, me)
    unsafe SSL_CTX_set_alpn_select_cb(
      pointer,
      { _, chosen, chosenCount, offered, count, _ in
        unsafe SSLContext.chooseProtocol(chosen, chosenCount, offered, count)
      }, nil)
    unsafe copenssl_on_server_name(
      pointer,
      { session, _, _ in
        unsafe SSLContext.chooseIdentity(session)
      }, nil)
    unsafe copenssl_on_status_request(
      pointer, { session, _ in unsafe SSLContext.staple(session) }, nil)
    unsafe SSL_CTX_set_tlsext_ticket_key_evp_cb(pointer) { session, name, iv, cipher, mac, seals in
      guard let context = unsafe SSLContext.of(session), let name = unsafe name,
        let iv = unsafe iv
      else { return -1 }
      let tickets = context.owner.tickets
      if seals == 1 { return unsafe tickets.seal(name, iv, cipher, mac) }
      // In TLS 1.3 a ticket is good for one use (RFC 8446, C.4): each gets a successor.
      let isSpent = unsafe SSL_version(session) == TLS1_3_VERSION
      return unsafe tickets.open(name, iv, cipher, mac, isSpent: isSpent)
    }
  }

  /// The context that a session is in. The session's owner keeps it alive.
  private static func of(_ session: OpaquePointer?) -> SSLContext? {
    guard let context = unsafe SSL_get_SSL_CTX(session),
      let me = unsafe SSL_CTX_get_ex_data(context, 0)
    else { return nil }
    return unsafe Unmanaged<SSLContext>.fromOpaque(me).takeUnretainedValue()
  }

  /// A client that offers protocols, but none of ours, is refused (RFC 7301, 3.2).
  private static func chooseProtocol(
    _ chosen: UnsafeMutablePointer<UnsafePointer<UInt8>?>?,
    _ chosenCount: UnsafeMutablePointer<UInt8>?, _ offered: UnsafePointer<UInt8>?, _ count: UInt32
  ) -> Int32 {
    let protocols = SSLContext.protocols
    var place: UnsafeMutablePointer<UInt8>?
    let result = unsafe SSL_select_next_proto(
      &place, chosenCount, protocols.utf8Start, UInt32(protocols.utf8CodeUnitCount), offered, count)
    guard result == OPENSSL_NPN_NEGOTIATED else { return SSL_TLSEXT_ERR_ALERT_FATAL }
    unsafe chosen?.pointee = UnsafePointer(place)
    return SSL_TLSEXT_ERR_OK
  }

  private static func chooseIdentity(_ session: OpaquePointer?) -> Int32 {
    guard let here = unsafe of(session),
      let name = unsafe SSL_get_servername(session, TLSEXT_NAMETYPE_host_name)
    else { return SSL_TLSEXT_ERR_NOACK }
    guard let there = here.owner.context(for: unsafe String(cString: name)) else {
      return SSL_TLSEXT_ERR_NOACK
    }
    if there !== here { unsafe SSL_set_SSL_CTX(session, there.pointer) }
    return SSL_TLSEXT_ERR_OK
  }

  private static func staple(_ session: OpaquePointer?) -> Int32 {
    guard let here = unsafe of(session),
      let bytes = unsafe here.staple(for: SSL_get_certificate(session)),
      unsafe copenssl_staple(session, bytes, bytes.count) == 1
    else { return SSL_TLSEXT_ERR_NOACK }
    return SSL_TLSEXT_ERR_OK
  }
}

extension TicketKeys {
  /// Readies OpenSSL to seal a ticket: 1, or -1 on failure.
  func seal(
    _ name: UnsafeMutablePointer<UInt8>, _ iv: UnsafeMutablePointer<UInt8>,
    _ cipher: OpaquePointer?, _ mac: OpaquePointer?
  ) -> Int32 {
    guard var key = newest, let aes = unsafe TicketCipher.shared.pointer,
      unsafe RAND_bytes(iv, EVP_CIPHER_get_iv_length(aes)) == 1,
      unsafe EVP_EncryptInit_ex(cipher, aes, nil, key.cipherSecret, iv) == 1,
      unsafe copenssl_set_mac_key(mac, &key.macSecret, key.macSecret.count) == 1
    else { return -1 }
    unsafe name.update(from: key.name, count: Key.nameCount)
    return 1
  }

  /// Readies OpenSSL to open a ticket: 1, 2 when the client should get a new one, 0 when the key is
  /// not kept any more, -1 on failure.
  func open(
    _ name: UnsafeMutablePointer<UInt8>, _ iv: UnsafeMutablePointer<UInt8>,
    _ cipher: OpaquePointer?, _ mac: OpaquePointer?, isSpent: Bool
  ) -> Int32 {
    let name = unsafe UnsafeBufferPointer(start: name, count: Key.nameCount)
    guard case (var key, let isNewest)? = unsafe find(name.span) else { return 0 }
    guard unsafe copenssl_set_mac_key(mac, &key.macSecret, key.macSecret.count) == 1,
      let aes = unsafe TicketCipher.shared.pointer,
      unsafe EVP_DecryptInit_ex(cipher, aes, nil, key.cipherSecret, iv) == 1
    else { return -1 }
    return isNewest && !isSpent ? 1 : 2
  }
}

/// AES-256-CBC, looked up once: OpenSSL would look it up by its name for every ticket.
@safe private final class TicketCipher: Sendable {
  static let shared = TicketCipher()
  nonisolated(unsafe) let pointer = unsafe EVP_CIPHER_fetch(nil, "AES-256-CBC", nil)
}

package import Bytes
internal import COpenSSL

/// The server's side of one TLS connection, and the owner of its `SSL *`.
///
/// | phase     | means                                | leaves by                           |
/// |-----------|--------------------------------------|-------------------------------------|
/// | handshake | keys are being agreed                | handshake done → open               |
/// | open      | bytes travel both ways               | peer's close_notify → peerEnded     |
/// | peerEnded | the peer sends nothing more          |                                     |
/// | failed    | nothing can be read or sent any more |                                     |
///
/// `end` sends our close_notify, in `open` and `peerEnded`. An end of the transport before the
/// peer's close_notify is none of these: whoever owns the transport sees it, and that the phase is
/// still `open` tells that the peer's bytes were cut off.
@safe package struct Session: ~Copyable {
  package enum Phase: Equatable, Sendable {
    case handshake, open, peerEnded
    case failed(TLSError)
  }

  package private(set) var phase = Phase.handshake
  private let pointer: OpaquePointer
  /// Its callbacks use the context.
  private let context: ServerContext

  /// What `receive` may need room for beyond the bytes it is given: one record begun earlier.
  package static let recordBytesMax = 16_384 + 512

  /// Bytes that go into one record at most (RFC 8446, 5.1).
  package static let recordPlainBytesMax = 16_384

  package init(_ context: ServerContext) throws(TLSError) {
    ErrorQueue.clear()
    guard let session = unsafe SSL_new(context.first.pointer) else {
      throw ErrorQueue.take("SSL_new")
    }
    guard let bio = unsafe BorrowedBIO.makeBIO() else {
      unsafe SSL_free(session)
      throw ErrorQueue.take("BIO_new")
    }
    unsafe SSL_set_bio(session, bio, bio)
    unsafe SSL_set_accept_state(session)
    unsafe pointer = session
    self.context = context
  }

  deinit { unsafe SSL_free(pointer) }

  /// Takes the bytes that came, goes on with the handshake, and decrypts over the start of
  /// `plaintext`, which must have room for as many bytes and `recordBytesMax` more. What is to be
  /// sent, alerts and the like, is appended to `output`. Gives the number of bytes decrypted; the
  /// phase tells the rest.
  package mutating func receive(
    _ bytes: Span<UInt8>, into plaintext: inout [UInt8], output: inout ByteRun
  ) -> Int {
    let session = unsafe pointer
    var now = phase
    let count = unsafe BorrowedBIO.lend(bytes, &output, to: session) { lent in
      ErrorQueue.clear()
      if now == .handshake { unsafe now = Self.goOn(session) }
      return now == .open ? unsafe Self.decrypt(session, lent, &plaintext, &now) : 0
    }
    phase = now
    return count
  }

  /// Encrypts `bytes` and appends the records to `output`. False when the session has failed.
  package mutating func send(_ bytes: Span<UInt8>, to output: inout ByteRun) -> Bool {
    guard !bytes.isEmpty else { return true }
    guard phase == .open || phase == .peerEnded else { return false }
    let session = unsafe pointer
    let nothing: [UInt8] = []
    let result = unsafe BorrowedBIO.lend(nothing.span, &output, to: session) { _ in
      ErrorQueue.clear()
      return unsafe bytes.withUnsafeBufferPointer { source in
        var written = 0
        return unsafe SSL_write_ex(session, source.baseAddress, source.count, &written)
      }
    }
    if result != 1 { phase = .failed(ErrorQueue.take("SSL_write")) }
    return result == 1
  }

  /// Tells the peer that nothing more will come (RFC 8446, 6.1).
  package mutating func end(_ output: inout ByteRun) {
    guard phase == .open || phase == .peerEnded else { return }
    let session = unsafe pointer
    let nothing: [UInt8] = []
    unsafe BorrowedBIO.lend(nothing.span, &output, to: session) { _ in
      ErrorQueue.clear()
      unsafe SSL_shutdown(session)
      ErrorQueue.clear()
    }
  }

  private static func goOn(_ session: OpaquePointer) -> Phase {
    let result = unsafe SSL_do_handshake(session)
    if result == 1 { return .open }
    return unsafe phase(after: result, session, "SSL_do_handshake", waiting: .handshake)
  }

  /// Reads until the lent input is used up.
  private static func decrypt(
    _ session: OpaquePointer, _ lent: borrowing LentView, _ plaintext: inout [UInt8],
    _ phase: inout Phase
  ) -> Int {
    unsafe plaintext.withUnsafeMutableBytes { target in
      var count = 0
      while count < target.count {
        var read = 0
        let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: target[count...])
        let result = unsafe SSL_read_ex(session, rest.baseAddress, rest.count, &read)
        guard result == 1 else {
          phase = unsafe Self.phase(after: result, session, "SSL_read", waiting: .open)
          break
        }
        count += read
        if !lent.hasInput, unsafe SSL_pending(session) == 0 { break }
      }
      return count
    }
  }

  private static func phase(
    after result: Int32, _ session: OpaquePointer, _ call: StaticString, waiting: Phase
  ) -> Phase {
    switch unsafe SSL_get_error(session, result) {
    case SSL_ERROR_WANT_READ: waiting
    case SSL_ERROR_ZERO_RETURN: .peerEnded
    default: .failed(ErrorQueue.take(call))
    }
  }
}

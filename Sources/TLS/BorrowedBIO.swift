internal import Bytes
internal import COpenSSL

/// What OpenSSL reads from and writes to during one call: bytes that have come, and the run that
/// gathers what goes out. Both are lent for the call only; between calls a session holds neither.
@safe struct BorrowedBIO {
  private var input: UnsafeBufferPointer<UInt8>
  private let output: UnsafeMutablePointer<ByteRun>

  /// Bytes that have come and are not read yet.
  var inputCount: Int { unsafe input.count }

  /// Lends `bytes` and `output` to the session for the time of `body`.
  static func lend<Result>(
    _ bytes: Span<UInt8>, _ output: inout ByteRun, to session: OpaquePointer,
    _ body: (borrowing LentView) -> Result
  ) -> Result {
    unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe withUnsafeMutablePointer(to: &output) { output in
        var lent = unsafe BorrowedBIO(input: bytes, output: output)
        return unsafe withUnsafeMutablePointer(to: &lent) { lent in
          let bio = unsafe SSL_get_rbio(session)
          unsafe BIO_set_data(bio, lent)
          defer { unsafe BIO_set_data(bio, nil) }
          return unsafe body(LentView(lent))
        }
      }
    }
  }

  /// A BIO without buffers of its own, for one session; `nil` when there is no memory.
  static func makeBIO() -> OpaquePointer? {
    guard let method = unsafe Method.shared.pointer, let bio = unsafe BIO_new(method) else {
      return nil
    }
    unsafe BIO_set_init(bio, 1)
    return unsafe bio
  }

  /// Copies at most `count` bytes of the input to `target`; how many there were.
  fileprivate mutating func take(_ count: Int, to target: UnsafeMutableRawPointer) -> Int {
    let taken = unsafe min(count, input.count)
    if taken > 0, let source = unsafe input.baseAddress {
      unsafe target.copyMemory(from: source, byteCount: taken)
      unsafe input = UnsafeBufferPointer(rebasing: input[taken...])
    }
    return taken
  }

  fileprivate func append(_ bytes: UnsafeRawBufferPointer) {
    unsafe output.pointee.append(bytes)
  }

  /// How OpenSSL calls a BIO of this kind.
  @safe private final class Method: Sendable {
    static let shared = Method()
    nonisolated(unsafe) let pointer: OpaquePointer?

    init() {
      unsafe pointer = BIO_meth_new(BIO_get_new_index() | BIO_TYPE_SOURCE_SINK, "lent buffers")
      unsafe BIO_meth_set_read(pointer) { bio, target, count in
        unsafe copenssl_clear_retry(bio)
        guard let lent = unsafe BorrowedBIO.of(bio), let target = unsafe target else { return -1 }
        let taken = unsafe lent.pointee.take(Int(max(count, 0)), to: target)
        if taken > 0 { return Int32(truncatingIfNeeded: taken) }
        unsafe copenssl_set_retry_read(bio)
        return -1
      }
      unsafe BIO_meth_set_write(pointer) { bio, source, count in
        unsafe copenssl_clear_retry(bio)
        guard let lent = unsafe BorrowedBIO.of(bio), count >= 0 else { return -1 }
        unsafe lent.pointee.append(UnsafeRawBufferPointer(start: source, count: Int(count)))
        return count
      }
      unsafe BIO_meth_set_ctrl(pointer) { _, command, _, _ in command == BIO_CTRL_FLUSH ? 1 : 0 }
    }
  }

  private static func of(_ bio: OpaquePointer?) -> UnsafeMutablePointer<BorrowedBIO>? {
    unsafe BIO_get_data(bio)?.assumingMemoryBound(to: BorrowedBIO.self)
  }
}

/// What is left of lent input, looked at between calls of OpenSSL.
@safe struct LentView: ~Copyable {
  private let lent: UnsafeMutablePointer<BorrowedBIO>

  fileprivate init(_ lent: UnsafeMutablePointer<BorrowedBIO>) { unsafe self.lent = lent }

  var hasInput: Bool { unsafe lent.pointee.inputCount > 0 }
}

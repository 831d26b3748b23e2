internal import EventLoop
internal import TLS

/// What the secure connections of one loop share: the context for new ones, and the loop's room for
/// plain bytes, which none of them holds on to.
final class TLSLoopState {
  /// Connections accepted from now on use it; those that are open keep theirs.
  var context: ServerContext
  var handshakes = HandshakeQueue()
  /// What was decrypted last.
  var plaintext: [UInt8]
  /// What is to be encrypted next.
  var plain = Output()
  /// Small pieces of that, on their way into one record.
  var gathered: [UInt8] = []

  init(_ context: ServerContext, receiveBytes: Int) {
    self.context = context
    plaintext = Array(repeating: 0, count: receiveBytes + Session.recordBytesMax)
  }
}

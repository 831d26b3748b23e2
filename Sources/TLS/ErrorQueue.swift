internal import COpenSSL

/// The calling thread's queue of OpenSSL's errors. Each call that may fail is followed by one look
/// at it, so that no error is taken for that of a later call.
enum ErrorQueue {
  /// Forgets what is queued.
  static func clear() {
    ERR_clear_error()
  }

  /// Takes everything out: the reasons, the first cause first, parted by semicolons.
  static func takeReasons() -> String {
    var reasons: [String] = []
    while true {
      let code = ERR_get_error()
      guard code != 0 else { break }
      guard let text = unsafe ERR_reason_error_string(code) else {
        reasons.append("error \(String(code, radix: 16))")
        continue
      }
      let reason = unsafe String(cString: text)
      if reasons.last != reason { reasons.append(reason) }
    }
    return reasons.isEmpty ? "no reason given" : reasons.joined(separator: "; ")
  }

  /// The error of `call`, with everything queued.
  static func take(_ call: StaticString) -> TLSError {
    .library(call: call, reason: takeReasons())
  }

  /// Whether the newest error says that a PEM file holds no further block.
  static var isEndOfPEM: Bool {
    copenssl_is_last_error(ERR_peek_last_error(), ERR_LIB_PEM, PEM_R_NO_START_LINE) != 0
  }
}

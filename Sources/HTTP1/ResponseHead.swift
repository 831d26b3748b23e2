package import Bytes
package import HTTP

/// What an answer says of its connection (RFC 9112 §9.3, §9.6).
package enum ConnectionOption: UInt8, Sendable {
  /// Nothing: HTTP/1.1 keeps the connection.
  case none
  /// The connection stays open for a peer of version 1.0 that asked for it.
  case keepAlive
  case close
}

/// Writes the head of an answer (RFC 9112 §4, §5).
package enum ResponseHead {
  /// The whole interim answer `100 Continue`.
  package static let interim: StaticString = "HTTP/1.1 100 Continue\r\n\r\n"

  /// Appends the status line, and the field lines that belong to the message and not to what it
  /// carries. The field lines of that follow, and an empty line. No allocation but the growth of
  /// `output`.
  ///
  /// - `date` is the time of the answer as `IMF-fixdate` (RFC 9110 §6.6.1).
  package static func append(
    _ status: Status, _ option: ConnectionOption, date: [UInt8], to output: inout ByteRun
  ) {
    output.append(status.lineAndDate)
    output.append(date)
    output.appendLineEnd()
    switch option {
    case .none: break
    case .keepAlive: output.append("Connection: keep-alive\r\n")
    case .close: output.append("Connection: close\r\n")
    }
  }
}

import Bytes
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
  package static let interim = [UInt8]("HTTP/1.1 100 Continue\r\n\r\n".utf8)

  /// Appends status line, field lines, and the empty line behind them. No allocation but the growth
  /// of `output`.
  ///
  /// - `fields` are whole lines, each with its CRLF, of what does not belong to the wire.
  /// - `contentLength` is left out where the status never has content (RFC 9110 §8.6).
  /// - `date` is the time of the answer as `IMF-fixdate` (RFC 9110 §6.6.1).
  package static func append(
    status: Status, fields: [UInt8], contentLength: Int?, option: ConnectionOption, date: [UInt8],
    to output: inout [UInt8]
  ) {
    output.append(status.lineAndDate)
    output.append(contentsOf: date)
    if let contentLength, !status.forbidsContent {
      output.append("\r\nContent-Length: ")
      Decimal.append(UInt(contentLength.magnitude), to: &output)
    }
    switch option {
    case .none: output.append("\r\n")
    case .keepAlive: output.append("\r\nConnection: keep-alive\r\n")
    case .close: output.append("\r\nConnection: close\r\n")
    }
    output.append(contentsOf: fields)
    output.append("\r\n")
  }
}

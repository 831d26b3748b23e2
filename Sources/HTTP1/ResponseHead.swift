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
  /// - `fields` are whole lines, each with its CRLF.
  /// - `more` are further such lines, of what belongs to the connection.
  /// - `date` is the time of the answer as `IMF-fixdate` (RFC 9110 §6.6.1).
  package static func append(
    status: Status, fields: [UInt8], option: ConnectionOption, date: [UInt8],
    more: [UInt8] = [], to output: inout [UInt8]
  ) {
    let optionLine: StaticString =
      switch option {
      case .none: "\r\n"
      case .keepAlive: "\r\nConnection: keep-alive\r\n"
      case .close: "\r\nConnection: close\r\n"
      }
    let bytes =
      status.lineAndDate.utf8CodeUnitCount + date.count + optionLine.utf8CodeUnitCount
      + more.count + fields.count + 2
    output.append(addingCapacity: bytes) { head in
      head.append(status.lineAndDate)
      head.append(date.span)
      head.append(optionLine)
      head.append(more.span)
      head.append(fields.span)
      head.append("\r\n")
    }
  }
}

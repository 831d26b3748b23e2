internal import Bytes

/// An answer, rendered: a status, a block of field lines, and the content.
///
/// It never changes, and is shared by all who send it: a prepared answer is sent again and again
/// without allocating.
package final class Response: Sendable {
  package let status: Status
  /// Field lines, each ended by CRLF, without `Date`, `Transfer-Encoding` and `Connection`, which
  /// are added as the answer is sent.
  package let fields: [UInt8]
  /// The content that GET gets; for HEAD the wire sends its length and leaves it out.
  package let content: [UInt8]
  package let route: RouteID

  /// `fields` are without `Content-Length`: it is added, once for all the times that the answer is
  /// sent, unless the status never has content (RFC 9110 §8.6).
  package init(status: Status, fields: [UInt8], content: [UInt8] = [], route: RouteID = .none) {
    self.status = status
    self.content = content
    self.route = route
    var lines = fields
    if !status.forbidsContent {
      lines.append("Content-Length: ")
      Decimal.append(content.count.magnitude, to: &lines)
      lines.append("\r\n")
    }
    self.fields = lines
  }

  private init(_ response: Response, fields: [UInt8]) {
    status = response.status
    content = response.content
    route = response.route
    self.fields = fields
  }

  /// The same with further field lines, each ended by CRLF.
  package func adding(_ lines: [UInt8]) -> Response {
    Response(self, fields: fields + lines)
  }
}

internal import Bytes

/// An answer, rendered: a status, a block of field lines, and the content.
///
/// Copying one shares both arrays; a prepared answer is sent without allocating.
package struct Response: Sendable {
  package var status: Status
  /// Field lines, each ended by CRLF, without `Date`, `Transfer-Encoding` and `Connection`, which
  /// are added as the answer is sent.
  package var fields: [UInt8]
  /// The content that GET gets; for HEAD the wire sends its length and leaves it out.
  package var content: [UInt8]
  /// Which of the responder's `routes` answered, for whoever counts: 0 where none did.
  package var route: UInt8 = 0

  /// `fields` are without `Content-Length`: it is added, once for all the times that the answer is
  /// sent, unless the status never has content (RFC 9110 §8.6).
  package init(status: Status, fields: [UInt8], content: [UInt8] = []) {
    self.status = status
    self.fields = fields
    self.content = content
    guard !status.forbidsContent else { return }
    self.fields.append("Content-Length: ")
    Decimal.append(content.count.magnitude, to: &self.fields)
    self.fields.append("\r\n")
  }
}

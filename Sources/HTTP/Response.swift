/// An answer, rendered: a status, a block of field lines, and the content.
///
/// Copying one shares both arrays; a prepared answer is sent without allocating.
package struct Response: Sendable {
  package var status: Status
  /// Field lines, each ended by CRLF, without `Date`, `Content-Length`, `Transfer-Encoding` and
  /// `Connection`, which belong to the wire.
  package var fields: [UInt8]
  /// The content that GET gets; for HEAD the wire sends its length and leaves it out.
  package var content: [UInt8]

  package init(status: Status, fields: [UInt8], content: [UInt8] = []) {
    self.status = status
    self.fields = fields
    self.content = content
  }
}

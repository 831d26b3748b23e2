/// What the wire takes from one client, in bytes and counts. The one home of these numbers.
package struct Limits: Equatable, Sendable {
  /// From the first byte of the method to the empty line that ends the head. More is a 431.
  package var requestHeadBytesMax = 16_384
  /// RFC 9112 §3 asks for 8,000 at least. More is a 414.
  package var requestTargetBytesMax = 8_192
  /// A longer method is none that anybody registered: 501.
  package var methodBytesMax = 64
  /// Field lines of one head. More is a 431.
  package var fieldLinesMax = 100
  /// Content of one request, after decoding. No resource takes any, so this is small. More is a
  /// 413.
  package var requestContentBytesMax = 65_536
  /// One line of chunk size and extensions, without its CRLF. More is a 400.
  package var chunkLineBytesMax = 256
  /// The trailer section of one request. More is a 431.
  package var trailerBytesMax = 4_096
  /// Empty lines before a request line (RFC 9112 §2.2). More is a 400.
  package var leadingEmptyLinesMax = 4
  /// Requests answered on one connection; the last answer closes it.
  package var requestsPerConnectionMax = 10_000

  package init() {}
}

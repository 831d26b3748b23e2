/// A request method (RFC 9110 §9). Method names are case-sensitive.
package enum Method: UInt8, Sendable {
  case get, head, options, post, put, delete, patch, connect, trace
  /// A well-formed token that names none of the above.
  case other
}

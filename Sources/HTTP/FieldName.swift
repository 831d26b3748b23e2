/// The field names that Signatory reads from requests; all others are `.other`.
package enum FieldName: UInt8, Sendable {
  case accept, acceptEncoding, acceptLanguage
  case accessControlRequestHeaders, accessControlRequestMethod
  case connection, contentLength, expect, forwarded, host
  case ifMatch, ifModifiedSince, ifNoneMatch, ifRange, ifUnmodifiedSince
  case origin, range, trailer, traceparent, transferEncoding, upgrade
  case xForwardedFor, xForwardedHost, xForwardedProto
  case other
}

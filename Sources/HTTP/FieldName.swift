import Bytes

/// The field names that Signatory reads from requests; all others are `.other`.
package enum FieldName: UInt8, Sendable {
  case accept, acceptEncoding, acceptLanguage
  case accessControlRequestHeaders, accessControlRequestMethod
  case connection, contentLength, expect, forwarded, host
  case ifMatch, ifModifiedSince, ifNoneMatch, ifRange, ifUnmodifiedSince
  case origin, range, trailer, traceparent, transferEncoding, upgrade
  case xForwardedFor, xForwardedHost, xForwardedPrefix, xForwardedProto
  case other
}

extension FieldName {
  /// The name that `token` spells, in any case of letters (RFC 9110 §5.1).
  package init(_ token: Span<UInt8>) {
    self =
      switch token.count {
      case 4 where token.equalsIgnoringCase("host"): .host
      case 5 where token.equalsIgnoringCase("range"): .range
      case 6 where token.equalsIgnoringCase("accept"): .accept
      case 6 where token.equalsIgnoringCase("expect"): .expect
      case 6 where token.equalsIgnoringCase("origin"): .origin
      case 7 where token.equalsIgnoringCase("trailer"): .trailer
      case 7 where token.equalsIgnoringCase("upgrade"): .upgrade
      case 8 where token.equalsIgnoringCase("if-match"): .ifMatch
      case 8 where token.equalsIgnoringCase("if-range"): .ifRange
      case 9 where token.equalsIgnoringCase("forwarded"): .forwarded
      case 10 where token.equalsIgnoringCase("connection"): .connection
      case 11 where token.equalsIgnoringCase("traceparent"): .traceparent
      case 13 where token.equalsIgnoringCase("if-none-match"): .ifNoneMatch
      case 14 where token.equalsIgnoringCase("content-length"): .contentLength
      case 15 where token.equalsIgnoringCase("accept-encoding"): .acceptEncoding
      case 15 where token.equalsIgnoringCase("accept-language"): .acceptLanguage
      case 15 where token.equalsIgnoringCase("x-forwarded-for"): .xForwardedFor
      case 16 where token.equalsIgnoringCase("x-forwarded-host"): .xForwardedHost
      case 17 where token.equalsIgnoringCase("if-modified-since"): .ifModifiedSince
      case 17 where token.equalsIgnoringCase("transfer-encoding"): .transferEncoding
      case 17 where token.equalsIgnoringCase("x-forwarded-proto"): .xForwardedProto
      case 18 where token.equalsIgnoringCase("x-forwarded-prefix"): .xForwardedPrefix
      case 19 where token.equalsIgnoringCase("if-unmodified-since"): .ifUnmodifiedSince
      case 29 where token.equalsIgnoringCase("access-control-request-method"):
        .accessControlRequestMethod
      case 30 where token.equalsIgnoringCase("access-control-request-headers"):
        .accessControlRequestHeaders
      default: .other
      }
  }
}

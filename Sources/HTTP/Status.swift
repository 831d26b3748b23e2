/// A status code (RFC 9110 §15) that Signatory sends.
package enum Status: UInt16, Sendable, CaseIterable {
  case `continue` = 100
  case ok = 200
  case noContent = 204
  case notModified = 304
  case permanentRedirect = 308
  case badRequest = 400
  case notFound = 404
  case methodNotAllowed = 405
  case notAcceptable = 406
  case requestTimeout = 408
  case preconditionFailed = 412
  case contentTooLarge = 413
  case uriTooLong = 414
  case expectationFailed = 417
  case tooManyRequests = 429
  case requestHeaderFieldsTooLarge = 431
  case internalServerError = 500
  case notImplemented = 501
  case serviceUnavailable = 503
  case httpVersionNotSupported = 505

  /// The reason phrase registered for the code.
  package var reason: StaticString {
    switch self {
    case .continue: "Continue"
    case .ok: "OK"
    case .noContent: "No Content"
    case .notModified: "Not Modified"
    case .permanentRedirect: "Permanent Redirect"
    case .badRequest: "Bad Request"
    case .notFound: "Not Found"
    case .methodNotAllowed: "Method Not Allowed"
    case .notAcceptable: "Not Acceptable"
    case .requestTimeout: "Request Timeout"
    case .preconditionFailed: "Precondition Failed"
    case .contentTooLarge: "Content Too Large"
    case .uriTooLong: "URI Too Long"
    case .expectationFailed: "Expectation Failed"
    case .tooManyRequests: "Too Many Requests"
    case .requestHeaderFieldsTooLarge: "Request Header Fields Too Large"
    case .internalServerError: "Internal Server Error"
    case .notImplemented: "Not Implemented"
    case .serviceUnavailable: "Service Unavailable"
    case .httpVersionNotSupported: "HTTP Version Not Supported"
    }
  }

  /// Whether a response with this code never has content (RFC 9110 §6.4.1).
  package var forbidsContent: Bool {
    switch self {
    case .continue, .noContent, .notModified: true
    default: false
    }
  }
}

extension Status {
  /// Its place in `allCases`, for tables by status.
  package var place: Int {
    switch self {
    case .continue: 0
    case .ok: 1
    case .noContent: 2
    case .notModified: 3
    case .permanentRedirect: 4
    case .badRequest: 5
    case .notFound: 6
    case .methodNotAllowed: 7
    case .notAcceptable: 8
    case .requestTimeout: 9
    case .preconditionFailed: 10
    case .contentTooLarge: 11
    case .uriTooLong: 12
    case .expectationFailed: 13
    case .tooManyRequests: 14
    case .requestHeaderFieldsTooLarge: 15
    case .internalServerError: 16
    case .notImplemented: 17
    case .serviceUnavailable: 18
    case .httpVersionNotSupported: 19
    }
  }
}

import HTTP

extension Status {
  /// The status line, and the beginning of the field line that follows it in every answer: one copy
  /// instead of five.
  var lineAndDate: StaticString {
    switch self {
    case .continue: "HTTP/1.1 100 Continue\r\nDate: "
    case .ok: "HTTP/1.1 200 OK\r\nDate: "
    case .noContent: "HTTP/1.1 204 No Content\r\nDate: "
    case .notModified: "HTTP/1.1 304 Not Modified\r\nDate: "
    case .permanentRedirect: "HTTP/1.1 308 Permanent Redirect\r\nDate: "
    case .badRequest: "HTTP/1.1 400 Bad Request\r\nDate: "
    case .notFound: "HTTP/1.1 404 Not Found\r\nDate: "
    case .methodNotAllowed: "HTTP/1.1 405 Method Not Allowed\r\nDate: "
    case .notAcceptable: "HTTP/1.1 406 Not Acceptable\r\nDate: "
    case .requestTimeout: "HTTP/1.1 408 Request Timeout\r\nDate: "
    case .preconditionFailed: "HTTP/1.1 412 Precondition Failed\r\nDate: "
    case .contentTooLarge: "HTTP/1.1 413 Content Too Large\r\nDate: "
    case .uriTooLong: "HTTP/1.1 414 URI Too Long\r\nDate: "
    case .expectationFailed: "HTTP/1.1 417 Expectation Failed\r\nDate: "
    case .tooManyRequests: "HTTP/1.1 429 Too Many Requests\r\nDate: "
    case .requestHeaderFieldsTooLarge: "HTTP/1.1 431 Request Header Fields Too Large\r\nDate: "
    case .internalServerError: "HTTP/1.1 500 Internal Server Error\r\nDate: "
    case .notImplemented: "HTTP/1.1 501 Not Implemented\r\nDate: "
    case .serviceUnavailable: "HTTP/1.1 503 Service Unavailable\r\nDate: "
    case .httpVersionNotSupported: "HTTP/1.1 505 HTTP Version Not Supported\r\nDate: "
    }
  }
}

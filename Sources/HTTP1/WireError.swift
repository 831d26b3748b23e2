package import HTTP

/// Why bytes could not be read as a request. It is always answered, and the connection closed.
package struct WireError: Error, Equatable, Sendable {
  package var reason: Reason
  /// Where in the bytes of the refused call the impossible byte or the end of the bad part stands.
  package var offset: Int

  package init(_ reason: Reason, offset: Int) {
    self.reason = reason
    self.offset = offset
  }

  package var status: Status { reason.status }
  package var detail: StaticString { reason.detail }
}

extension WireError {
  /// The rule that was broken.
  package enum Reason: UInt8, Error, Sendable, CaseIterable {
    case emptyLines, method, methodLength, target, targetLength, targetForm, escape, version
    case versionUnsupported, lineEnd
    case headLength, fieldCount, fieldName, fieldFold, fieldValue
    case hostMissing, hostRepeated, hostInvalid
    case contentLength, contentLengthRepeated, transferEncoding, transferCodingUnknown
    case transferEncodingVersion, transferEncodingWithLength
    case contentTooLarge, expectation
    case chunkSize, chunkLineLength, chunkExtension, chunkEnd
    case trailerField, trailerLength
  }
}

extension WireError.Reason {
  package var status: Status {
    switch self {
    case .methodLength, .transferCodingUnknown: .notImplemented
    case .targetLength: .uriTooLong
    case .versionUnsupported: .httpVersionNotSupported
    case .headLength, .fieldCount, .trailerLength: .requestHeaderFieldsTooLarge
    case .contentTooLarge: .contentTooLarge
    case .expectation: .expectationFailed
    default: .badRequest
    }
  }

  /// One sentence for the problem details of the answer.
  package var detail: StaticString {
    switch self {
    case .emptyLines: "Too many empty lines, or a stray line end, before the request line."
    case .method: "The request line does not begin with a method."
    case .methodLength: "The method is longer than any method known."
    case .target: "The request target holds a character that must be percent-encoded."
    case .targetLength: "The request target is too long."
    case .targetForm: "The request target has no form that the method allows."
    case .escape: "A percent sign in the request target is not followed by two hexadecimal digits."
    case .version: "The request line does not end with a version such as HTTP/1.1."
    case .versionUnsupported: "Only versions 1.0 and 1.1 of HTTP are spoken here."
    case .lineEnd: "A line does not end with carriage return and line feed."
    case .headLength: "The request line and header fields are too long."
    case .fieldCount: "The request has too many header field lines."
    case .fieldName: "A header field name is empty, or holds a character that no token has."
    case .fieldFold: "A header field line begins with white space."
    case .fieldValue: "A header field value holds a control character."
    case .hostMissing: "The request has no Host header field."
    case .hostRepeated: "The request has more than one Host header field."
    case .hostInvalid: "The Host header field is not a host with an optional port."
    case .contentLength: "The Content-Length header field is not a decimal number."
    case .contentLengthRepeated: "The request states its content length more than once."
    case .transferEncoding: "The last transfer coding is not chunked, or chunked is named twice."
    case .transferCodingUnknown: "No transfer coding but chunked is implemented."
    case .transferEncodingVersion: "An HTTP/1.0 request cannot have a transfer coding."
    case .transferEncodingWithLength: "The request has both Transfer-Encoding and Content-Length."
    case .contentTooLarge: "The content is larger than this server takes."
    case .expectation: "The only expectation met here is 100-continue."
    case .chunkSize: "A chunk size is missing, not hexadecimal, or too large to count."
    case .chunkLineLength: "The line of a chunk size is too long."
    case .chunkExtension: "A chunk extension is malformed."
    case .chunkEnd: "A chunk is not followed by carriage return and line feed."
    case .trailerField: "A trailer field line is malformed."
    case .trailerLength: "The trailer section is too long."
    }
  }
}

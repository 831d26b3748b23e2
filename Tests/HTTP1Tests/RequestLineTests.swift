import HTTP
import HTTP1
import Testing

@Suite struct RequestLineTests {
  @Test(
    "every registered method is known by its exact name",
    arguments: [
      ("GET", Method.get), ("HEAD", .head), ("OPTIONS", .options), ("POST", .post), ("PUT", .put),
      ("DELETE", .delete), ("PATCH", .patch), ("QUERY", .query), ("TRACE", .trace),
    ])
  func methods(name: String, method: Method) throws {
    let head = try #require(accepted("\(name) / HTTP/1.1\r\nHost: a\r\n\r\n"))
    #expect(head.method == method)
    #expect(head.methodName == name)
  }

  @Test(
    "a method that is any other token is passed on",
    arguments: ["get", "M-SEARCH", "PROPFIND", "G", "GETS", "!#$%&'*+-.^_`|~0aZ"])
  func otherMethod(name: String) {
    #expect(accepted("\(name) / HTTP/1.1\r\nHost: a\r\n\r\n")?.method == .other)
  }

  @Test(
    "a request line that does not begin with a token is refused at its first impossible byte",
    arguments: [
      " GET / ", "\tGET / ", "G(T / ", "GET\t/ ", "GET\r\n", "GET\n", "\u{0}", "{", "\u{80}",
    ])
  func notAMethod(line: String) {
    #expect(refusal(line) == .method)
  }

  @Test("a TLS handshake on a plain port is refused at its first byte")
  func clientHello() {
    #expect(read("\u{16}") == [.refused(.method)])
    #expect(refusal("\u{16}\u{3}\u{1}\u{2}\u{0}\u{1}\u{0}\u{1}\u{FC}\u{3}\u{3}") == .method)
  }

  @Test("a method longer than any known is answered 501")
  func longMethod() {
    let longest = String(repeating: "M", count: Limits().methodBytesMax)
    #expect(accepted("\(longest) / HTTP/1.1\r\nHost: a\r\n\r\n")?.method == .other)
    #expect(refusal("\(longest)M / HTTP/1.1\r\n") == .methodLength)
    #expect(WireError.Reason.methodLength.status == .notImplemented)
  }

  @Test(
    "more or other white space than one space between the parts is refused",
    arguments: [
      ("GET  / HTTP/1.1\r\n", WireError.Reason.targetForm),
      ("GET\t/ HTTP/1.1\r\n", .method), ("GET /\tHTTP/1.1\r\n", .target),
      ("GET /  HTTP/1.1\r\n", .version), ("GET / HTTP/1.1 \r\n", .version),
      ("GET / HTTP/1.1\t\r\n", .version), ("GET /a b HTTP/1.1\r\n", .version),
      ("GET /\u{B}HTTP/1.1\r\n", .target), ("GET /\u{C}HTTP/1.1\r\n", .target),
    ])
  func whiteSpace(line: String, reason: WireError.Reason) {
    #expect(refusal(line + "Host: a\r\n\r\n") == reason)
  }

  @Test(
    "a request without a version, as in HTTP/0.9, is refused and not left without an answer",
    arguments: ["GET /\r\n", "GET /\n", "GET /\r", "GET / \r\n", "GET /a?b\r\n"])
  func oldVersion(line: String) {
    #expect(refusal(line) == .version)
  }

  @Test("any minor version above 1.1 is read as 1.1", arguments: ["1.1", "1.2", "1.9"])
  func minorVersion(version: String) {
    #expect(accepted("GET / HTTP/\(version)\r\nHost: a\r\n\r\n")?.version == .http11)
  }

  @Test("version 1.0 is read as such")
  func version10() {
    #expect(accepted("GET / HTTP/1.0\r\n\r\n")?.version == .http10)
  }

  @Test(
    "any other major version is answered 505",
    arguments: ["0.9", "2.0", "3.0", "9.9", "2", "3"])
  func majorVersion(version: String) {
    #expect(refusal("GET / HTTP/\(version)\r\nHost: a\r\n\r\n") == .versionUnsupported)
    #expect(WireError.Reason.versionUnsupported.status == .httpVersionNotSupported)
  }

  @Test("the preface of HTTP/2 is refused")
  func http2Preface() {
    #expect(refusal("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n") == .targetForm)
  }

  @Test(
    "a version of any other form is refused",
    arguments: [
      "http/1.1", "HTTP/1", "HTTP/1.", "HTTP/.1", "HTTP/11.1", "HTTP/1.10", "HTTP/1,1", "HTTP 1.1",
      "HTTP/ 1.1", "HTTPS/1.1", "HTTP/1.1x", "HTTP/+1.1", "HTTP//1.1", "Http/1.1", "XTTP/1.1",
      "HTTP/A.1", "HTTP/1.B", "",
    ])
  func malformedVersion(version: String) {
    #expect(refusal("GET / \(version)\r\nHost: a\r\n\r\n") == .version)
  }

  @Test(
    "a line end that is not CR and LF is refused",
    arguments: [
      ("GET / HTTP/1.1\nHost: a\r\n\r\n", WireError.Reason.version),
      ("GET / HTTP/1.1\rHost: a\r\n\r\n", .version),
      ("GET / HTTP/1.1\r\rHost: a\r\n\r\n", .version),
      ("GET / HTTP/1.1\r\nHost: a\n\r\n", .lineEnd),
      ("GET / HTTP/1.1\r\nHost: a\r\r\n", .lineEnd),
      ("GET / HTTP/1.1\r\nHost: a\r\n\n", .lineEnd),
      ("GET / HTTP/1.1\r\nHost: a\r\n\rx", .lineEnd),
      ("GET / HTTP/1.1\r\nHost: a\rX: b\r\n\r\n", .lineEnd),
      ("GE\rT / HTTP/1.1\r\nHost: a\r\n\r\n", .method),
      ("GET /a\rb HTTP/1.1\r\nHost: a\r\n\r\n", .version),
    ])
  func lineEnds(text: String, reason: WireError.Reason) {
    #expect(refusal(text) == reason)
  }

  @Test("a few empty lines before a request are stepped over")
  func emptyLines() {
    #expect(accepted("\r\n" + get()) != nil)
    let most = String(repeating: "\r\n", count: Limits().leadingEmptyLinesMax)
    #expect(accepted(most + get())?.target == "/")
    #expect(accepted(most + get("Accept: b"))?.fields == ["host|Host|a", "accept|Accept|b"])
    let steps = read(get() + "\r\n\r\n" + get())
    #expect(steps.count == 4)
  }

  @Test("more empty lines, and a line end that is not CR and LF, are refused")
  func tooManyEmptyLines() {
    let many = String(repeating: "\r\n", count: Limits().leadingEmptyLinesMax + 1)
    #expect(refusal(many) == .emptyLines)
    #expect(refusal("\rGET / HTTP/1.1\r\n") == .emptyLines)
    #expect(refusal("\r\r\n") == .emptyLines)
    #expect(refusal("\nGET / HTTP/1.1\r\n") == .method)
  }
}

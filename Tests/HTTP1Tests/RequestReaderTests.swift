import HTTP
import HTTP1
import Testing

@Suite struct RequestReaderTests {
  @Test("a plain request is a head and an end")
  func plain() throws {
    let head = try #require(
      accepted("GET /a/b?c=d HTTP/1.1\r\nHost: example.org:8080\r\nAccept:  */* \r\n\r\n"))
    #expect(head.method == .get)
    #expect(head.version == .http11)
    #expect(head.form == .origin)
    #expect(head.target == "/a/b?c=d")
    #expect(head.path == "/a/b")
    #expect(head.query == "c=d")
    #expect(head.authority == "example.org:8080")
    #expect(head.fields == ["host|Host|example.org:8080", "accept|Accept|*/*"])
    #expect(head.persists)
    #expect(!head.awaitsContinue)
    #expect(head.option == .none)
  }

  @Test("content by length and in chunks is read to its end")
  func content() {
    #expect(accepted(post("Content-Length: 5", content: "12345")) != nil)
    #expect(accepted(chunked("5\r\n12345\r\nA;x=y\r\n0123456789\r\n0\r\nT: u\r\n\r\n")) != nil)
  }

  @Test("What is refused before its method is known is no HEAD, whatever came before it")
  func headBefore() {
    let limits = Limits()
    let parsers = HeadParsers()
    for before in [Method.head, .get] {
      var reader = RequestReader()
      let request = latin1("\(before == .head ? "HEAD" : "GET") / HTTP/1.1\r\nHost: a\r\n\r\n")
      guard case .head(_, let count) = reader.next(request.span, limits: limits, parsers: parsers),
        case .end = reader.next(
          request.span.extracting(count...), limits: limits, parsers: parsers)
      else {
        Issue.record("no request")
        return
      }
      #expect(!reader.isHead)
      let lines = latin1(String(repeating: "\r\n", count: Int(limits.leadingEmptyLinesMax) + 1))
      guard case .refused = reader.next(lines.span, limits: limits, parsers: parsers) else {
        Issue.record("empty lines without end")
        return
      }
      #expect(!reader.isHead)
    }
  }
}

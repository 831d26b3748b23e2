import HTTP
import HTTP1
import Testing

@Suite struct TargetTests {
  private func head(_ target: String, _ method: String = "GET") -> Head? {
    accepted("\(method) \(target) HTTP/1.1\r\nHost: host\r\n\r\n")
  }

  private func refused(_ target: String, _ method: String = "GET") -> WireError.Reason? {
    refusal("\(method) \(target) HTTP/1.1\r\nHost: host\r\n\r\n")
  }

  @Test("origin-form is a path, and a query behind the first question mark")
  func originForm() throws {
    let plain = try #require(head("/a//b;c=d/@:!$&'()*+,=-._~"))
    #expect(plain.form == .origin)
    #expect(plain.path == plain.target)
    #expect(plain.query == nil)
    #expect(plain.authority == "host")
    let asked = try #require(head("/a?b?c/d=e&f"))
    #expect(asked.path == "/a")
    #expect(asked.query == "b?c/d=e&f")
    #expect(head("/?")?.query == "")
    #expect(head("/?")?.path == "/")
  }

  @Test(
    "dot segments, encoded slashes and double slashes stay as they were sent",
    arguments: ["/a/../b", "/a/./b", "/a%2Fb", "/a%2e%2E/b", "//a", "/..", "/%00", "/%ff"])
  func untouched(target: String) {
    #expect(head(target)?.path == target)
    #expect(head(target)?.authority == "host")
  }

  @Test(
    "a percent sign without two hexadecimal digits is refused",
    arguments: [
      "/%", "/%zz", "/%4", "/%4g", "/a?%", "/a?b=%4", "/%%41", "http://a/%z", "/%4/", "/%?",
    ])
  func escapes(target: String) {
    #expect(refused(target) == .escape)
  }

  @Test(
    "control characters, bytes above 0x7F and a fragment in a target are refused",
    arguments: [
      "/\u{0}", "/a\u{7F}", "/a\u{80}", "/\u{C3}\u{A9}", "/a?\u{E9}", "/a#b", "/a?b#c", "/\u{1}",
      "http://a/#b", "/a\u{B}", "/?a\u{0}",
    ])
  func forbidden(target: String) {
    #expect(refused(target) == .target)
  }

  @Test(
    "characters that RFC 3986 leaves out of a path are refused",
    arguments: ["\"", "<", ">", "\\", "^", "`", "{", "|", "}", "[", "]"])
  func pathCharacters(character: String) {
    #expect(refused("/a\(character)b") == .target)
  }

  @Test(
    "characters that browsers leave as they are in a query are accepted there",
    arguments: ["\\", "^", "`", "{", "|", "}", "[", "]", "'"])
  func queryCharacters(character: String) {
    #expect(head("/a?b=\(character)c")?.query == "b=\(character)c")
  }

  @Test(
    "characters that nobody leaves as they are in a query are refused", arguments: ["\"", "<", ">"])
  func queryForbidden(character: String) {
    #expect(refused("/a?b=\(character)c") == .target)
  }

  @Test("absolute-form is read, and its authority wins over Host")
  func absoluteForm() throws {
    let whole = try #require(head("http://example.org:81/a/b?c=d"))
    #expect(whole.form == .absolute)
    #expect(whole.authority == "example.org:81")
    #expect(whole.path == "/a/b")
    #expect(whole.query == "c=d")
    let bare = try #require(head("HTTPS://[::1]?x"))
    #expect(bare.authority == "[::1]")
    #expect(bare.path == "")
    #expect(bare.query == "x")
    #expect(head("hTTp://example.org")?.path == "")
    #expect(head("http://example.org/%41?%42")?.path == "/%41")
    #expect(head("http://a//b")?.path == "//b")
    #expect(head("http://example.org", "OPTIONS")?.form == .absolute)
  }

  @Test("a request in absolute-form still needs exactly one valid Host")
  func absoluteFormHost() {
    #expect(refusal("GET http://a/ HTTP/1.1\r\n\r\n") == .hostMissing)
    #expect(refusal("GET http://a/ HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n") == .hostRepeated)
    #expect(refusal("GET http://a/ HTTP/1.1\r\nHost: a b\r\n\r\n") == .hostInvalid)
  }

  @Test(
    "an absolute-form target without a valid authority, or of another scheme, is refused",
    arguments: [
      "http:///a", "http://", "http://:80/", "http://user@a/", "http://a:b@c/", "http://a:99999/",
      "http:/a", "http:a", "ftp://a/", "urn:a:b", "http//a", "http://[::1/", "http://[::g]/",
      "http://a:8x/", "http://a[/", "http://a/[b]", "a", "a/b", "a:80", "example.org", "?a", "%41",
    ])
  func absoluteFormInvalid(target: String) {
    #expect(refused(target) == .targetForm)
  }

  @Test("asterisk-form is for OPTIONS alone")
  func asteriskForm() throws {
    let head = try #require(self.head("*", "OPTIONS"))
    #expect(head.form == .asterisk)
    #expect(head.path == "")
    #expect(head.authority == "host")
    for method in ["GET", "HEAD", "POST", "TRACE", "CONNECT", "OTHER"] {
      #expect(refused("*", method) == .targetForm)
    }
    #expect(refused("**", "OPTIONS") == .targetForm)
    #expect(refused("*?a", "OPTIONS") == .targetForm)
  }

  @Test("authority-form is for CONNECT alone, which takes no other")
  func authorityForm() throws {
    let head = try #require(self.head("example.org:443", "CONNECT"))
    #expect(head.form == .authority)
    #expect(head.authority == "example.org:443")
    #expect(self.head("[::1]:443", "CONNECT")?.authority == "[::1]:443")
    for target in ["example.org", "example.org:", ":443", "a@b:1", "http://a:1/", "/", "/?a"] {
      #expect(refused(target, "CONNECT") == .targetForm)
    }
    #expect(refused("example.org:443") == .targetForm)
  }

  @Test("parts of an earlier request do not show in a later one on the same parser")
  func noLeftovers() {
    let texts = [
      "GET http://one/a?b HTTP/1.1\r\nHost: h\r\n\r\n", "GET / HTTP/1.1\r\nHost: two\r\n\r\n",
      "OPTIONS * HTTP/1.1\r\nHost: three\r\n\r\n", "CONNECT f:1 HTTP/1.1\r\nHost: g\r\n\r\n",
      "GET /c?d HTTP/1.0\r\n\r\n", "GET http://e HTTP/1.1\r\nHost: i\r\n\r\n",
      "HEAD / HTTP/1.1\r\nHost: j\r\n\r\n",
    ]
    let parsers = HeadParsers()
    for first in texts {
      for second in texts {
        var shared: [Head] = []
        for text in [first, second] {
          var wire = Wire(parsers: parsers)
          wire.receive(latin1(text))
          if case .head(let head) = wire.steps.first { shared.append(head) }
        }
        #expect(shared == [accepted(first), accepted(second)])
      }
    }
  }
}

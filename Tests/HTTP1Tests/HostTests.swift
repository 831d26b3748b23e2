import HTTP
import HTTP1
import Testing

@Suite struct HostTests {
  private func request(_ host: String) -> String { "GET / HTTP/1.1\r\nHost:\(host)\r\n\r\n" }

  @Test("a request of version 1.1 without Host is refused, one of version 1.0 is not")
  func missing() {
    #expect(refusal("GET / HTTP/1.1\r\nAccept: b\r\n\r\n") == .hostMissing)
    #expect(refusal("GET / HTTP/1.1\r\n\r\n") == .hostMissing)
    #expect(refusal("GET / HTTP/1.1\r\nExpect: b\r\n\r\n") == .hostMissing)
    #expect(accepted("GET / HTTP/1.0\r\nAccept: b\r\n\r\n")?.authority == "")
  }

  @Test("more than one Host is refused, whatever they say, in any version")
  func several() {
    #expect(refusal(get("Host: a")) == .hostRepeated)
    #expect(refusal(get("hOST: b")) == .hostRepeated)
    #expect(refusal(get("Host:")) == .hostRepeated)
    #expect(refusal("GET / HTTP/1.0\r\nHost: a\r\nHost: a\r\n\r\n") == .hostRepeated)
  }

  @Test(
    "names, addresses and ports of any valid form are accepted",
    arguments: [
      "a", "example.org", "example.org.", "EXAMPLE.org", "example.org:80", "example.org:",
      "example.org:65535", "example.org:00080", "127.0.0.1:8080", "256.256.256.256", "a_b", "a-b",
      "a,b", "a%41b", "x!$&'()*+;=y~", "[::]", "[::1]:8080", "[2001:db8::7]",
      "[1:2:3:4:5:6:7:8]", "[1:2:3:4:5:6:1.2.3.4]", "[::ffff:1.2.3.4]", "[1::]",
      "[1:2:3:4:5:6:7::]",
      "[v1.a:b]", "[VfF.x]", "localhost:0",
    ])
  func valid(host: String) {
    #expect(accepted(request(" \(host)"))?.authority == host)
    #expect(accepted(request("\t\(host) \t"))?.authority == host)
  }

  @Test("an empty Host is refused, after a valid one, with an absolute target, in version 1.0 too")
  func empty() {
    #expect(refusal(request("")) == .hostInvalid)
    #expect(refusal(request("  ")) == .hostInvalid)
    #expect(read(get() + request("")).last == .refused(.hostInvalid))
    #expect(refusal("GET http://a/ HTTP/1.1\r\nHost:\r\n\r\n") == .hostInvalid)
    #expect(refusal("GET / HTTP/1.0\r\nHost:\r\n\r\n") == .hostInvalid)
  }

  @Test(
    "anything else is refused: user information, a bad port, a path, white space, bad addresses",
    arguments: [
      "user@a", "user:pass@a", "a:b", "a:-1", "a:+1", "a:65536", "a:99999999999999999999",
      "a:80:80",
      "a:8 0", ":80", ":", "a b", "a, b", "a/", "a/b", "http://a", "a?b", "a#b", "a\\b", "a%4",
      "a%zz",
      "a%", "\u{E9}", "a\"", "<a>", "a|b", "[", "]", "[]", "[::1", "::1", "[::1]a", "[::1]:x",
      "[1:2:3]", "[1:2:3:4:5:6:7:8:9]", "[1::2::3]", "[:::]", "[12345::]", "[::1%25eth0]", "[:1]",
      "[1:]", "[::1.2.3]", "[::1.2.3.4.5]", "[::1.2.3.256]", "[::01.2.3.4]", "[1.2.3.4]",
      "[::1..2.3]",
      "[1.2.3.4::]", "[v.a]", "[v1.]", "[vg.a]", "[v1a]", "[a]", "[1:2:3:4:5:6:7:1.2.3.4]",
      "[1:2:3:4:5:6:7:8::]", "a[::1]", "a:80/", "[::1.2.3.4:1]", "[::.1.2.3]", "[::1.2.3.]",
    ])
  func invalid(host: String) {
    #expect(refusal(request(" \(host)")) == .hostInvalid)
  }
}

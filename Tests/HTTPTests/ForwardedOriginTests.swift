import Bytes
import HTTP
import HTTPTesting
import Testing

@Suite struct ForwardedOriginTests {
  /// The base URL told by fields of a request whose authority is `own.example`.
  private func base(_ fields: (FieldName, String)...) -> String? {
    var bytes = Array("own.example".utf8)
    let head = RequestHead()
    head.authority = ByteRange(0..<bytes.count)
    head.add(fields, to: &bytes)
    let request = Request(head: head, bytes: bytes.span, isFromTrustedProxy: true)
    return request.forwardedOrigin()?.baseURL(in: request.bytes)
  }

  @Test(
    "the last element of Forwarded tells scheme and host",
    arguments: [
      ("proto=https;host=a.example", "https://a.example"),
      ("for=192.0.2.1;Proto=HTTP;Host=\"a.example:8080\"", "http://a.example:8080"),
      ("host=a.example:8080 ; proto=https", "https://a.example:8080"),
      ("host=\"[2001:db8::1]:443\";proto=https", "https://[2001:db8::1]:443"),
      ("proto=http;host=evil, for=\"[::1]:9\";proto=https;host=a", "https://a"),
      ("for=\"a,b;proto=http\\\"\";proto=https;host=a", "https://a"),
      ("proto=https", "https://own.example"), ("proto=https;by=_x;", "https://own.example"),
    ])
  func standard(value: String, expected: String) {
    #expect(base((.forwarded, value)) == expected)
  }

  @Test(
    "a Forwarded that is malformed, unsafe or without a scheme tells nothing",
    arguments: [
      "host=a", "for=1.2.3.4", "proto=ftp;host=a", "proto=https;host=", "proto;host=a",
      "proto=https;host=\"a", "proto=https;host=\"a\"b", "proto=https;host=\"a b\"",
      "proto=https;host=\"\"", "proto=https;host=a/b", "proto=https;host=\"a>; rel=x\"",
      "proto=https;host=u@a", "proto=https;host=a:65536", "proto=https;host=a:",
      "proto=https;host=:80", "proto=https;host=\"[::1\"", "proto=https;host=\"[]\"",
      "proto=https;host=\"a\\.b\"", "proto=https;host=a;host=b", "proto=https;proto=http;host=a",
      "x=\", proto=https;host=a", "proto=https;host=a,", "proto=https;host=\u{E9}", "=;proto=https",
      "x=\"\\", "proto=https host=a",
    ])
  func unusable(value: String) {
    #expect(base((.forwarded, value)) == nil)
  }

  @Test("a host longer than any name tells nothing")
  func long() {
    let host = String(repeating: "a", count: 264)
    #expect(base((.forwarded, "proto=http;host=" + host)) == "http://" + host)
    #expect(base((.forwarded, "proto=http;host=a" + host)) == nil)
  }

  @Test("X-Forwarded-Proto and X-Forwarded-Host do the same, by the last member of the last line")
  func customary() {
    #expect(base((.xForwardedProto, "https"), (.xForwardedHost, "a:1")) == "https://a:1")
    #expect(
      base((.xForwardedProto, "http , https "), (.xForwardedHost, "evil,\ta")) == "https://a")
    #expect(base((.xForwardedProto, "http"), (.xForwardedProto, "https")) == "https://own.example")
    #expect(base((.xForwardedHost, "a")) == nil)
    #expect(base((.xForwardedProto, "https"), (.xForwardedHost, "a\"b")) == nil)
    #expect(base((.xForwardedProto, "https,"), (.xForwardedHost, "a")) == nil)
    #expect(base((.xForwardedProto, "https"), (.xForwardedHost, "a,")) == nil)
  }

  @Test(
    "X-Forwarded-Prefix tells the path under which we are mounted",
    arguments: [
      ("/statements", "/statements"), ("/a/b-c_d.e~1/", "/a/b-c_d.e~1"), ("/", ""), ("", ""),
      ("/evil, /a", "/a"), ("/.well-known", "/.well-known"), ("/a..b", "/a..b"),
    ])
  func prefix(value: String, expected: String) {
    let host = (FieldName.xForwardedHost, "a")
    #expect(
      base((.xForwardedProto, "https"), host, (.xForwardedPrefix, value)) == "https://a" + expected)
    #expect(base((.xForwardedPrefix, value)) == nil)
    #expect(base((.forwarded, "proto=https;host=a"), (.xForwardedPrefix, value)) == "https://a")
  }

  @Test(
    "a prefix that is no plain path spoils what is told",
    arguments: [
      "a", "//evil", "/a//b", "/..", "/a/../b", "/.", "/a/.", "/a b", "/a?b", "/a#b", "/a%20", "/é",
      "/a\"b", "/a;b", "/<a>", "http://evil", "/" + String(repeating: "a", count: 256),
    ])
  func badPrefix(value: String) {
    #expect(base((.xForwardedProto, "https"), (.xForwardedPrefix, value)) == nil)
  }

  @Test("lines of Forwarded are one list; where both kinds are there, they must agree")
  func both() {
    #expect(
      base((.forwarded, "proto=http;host=evil"), (.forwarded, "proto=https;host=a")) == "https://a")
    let standard = (FieldName.forwarded, "proto=https;host=a")
    #expect(base(standard, (.xForwardedProto, "https"), (.xForwardedHost, "a")) == "https://a")
    #expect(base(standard, (.xForwardedProto, "https"), (.xForwardedHost, "b")) == nil)
    #expect(base(standard, (.xForwardedProto, "http"), (.xForwardedHost, "a")) == nil)
    #expect(base((.forwarded, "for=_x"), (.xForwardedProto, "https")) == nil)
    #expect(base() == nil)
  }
}

import Testing

@testable import EventLoop

@Suite struct ListenAddressTests {
  @Test("Every form of address is read, and written back the same")
  func forms() throws {
    let forms: [(String, ListenAddress)] = [
      ("127.0.0.1:8080", .internet(host: "127.0.0.1", port: 8080)),
      ("[::1]:0", .internet(host: "::1", port: 0)),
      (":65535", .internet(host: "", port: 65535)),
      ("localhost:80", .internet(host: "localhost", port: 80)),
      ("unix:/run/s.sock", .unix(path: "/run/s.sock")),
    ]
    for (text, address) in forms {
      #expect(try ListenAddress(parsing: text) == address)
      #expect(address.description == text)
    }
  }

  @Test("What is no address is refused with the part that is wrong")
  func refusals() {
    let cases: [(String, ListenAddress.ParseError)] = [
      ("", .noPort), ("localhost", .noPort), ("[::1]", .noPort),
      ("a:65536", .badPort("65536")), ("a:", .badPort("")), ("a:+1", .badPort("+1")),
      ("a:8x", .badPort("8x")), ("::1:80", .badHost("::1")), ("[]:80", .badHost("[]")),
      ("[a]:80", .badHost("a")), ("a b:1", .badHost("a b")),
      ("unix:relative", .badPath("relative")), ("unix:", .badPath("")),
      (
        "unix:/" + String(repeating: "x", count: 107),
        .badPath("/" + String(repeating: "x", count: 107))
      ),
    ]
    for (text, error) in cases {
      #expect(throws: error, "\(text)") { try ListenAddress(parsing: text) }
    }
  }
}

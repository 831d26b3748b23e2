import Bytes
import HTTP
import HTTPTesting
import Testing

@Suite struct ForwardedClientTests {
  private func address(_ text: String) -> IPAddress? {
    let bytes = Array(text.utf8)
    return IPAddress(node: bytes.span)
  }

  /// The client told by fields, where 10.0.0.0/8 is trusted; as text.
  private func client(_ fields: [(FieldName, String)]) -> ForwardedClient {
    var bytes: [UInt8] = []
    let head = RequestHead()
    head.add(fields, to: &bytes)
    let request = Request(head: head, bytes: bytes.span, isFromTrustedProxy: true)
    return request.forwardedClient { $0.number >> 24 == 0xFFFF_0A }
  }

  private func expected(_ text: String) throws -> ForwardedClient {
    switch text {
    case "none": .none
    case "proxy": .proxy
    case "unknown": .unknown
    default: .address(try #require(address(text)))
    }
  }

  @Test(
    "the last hop that is not trusted is the client",
    arguments: [
      ("192.0.2.7", "192.0.2.7"), ("192.0.2.1, 192.0.2.7", "192.0.2.7"),
      ("192.0.2.7, 10.0.0.1,10.2.3.4", "192.0.2.7"), ("10.0.0.1", "proxy"),
      ("nonsense, 192.0.2.7 , 10.0.0.1", "192.0.2.7"), ("nonsense, 10.0.0.1", "unknown"),
      ("192.0.2.7, unknown", "unknown"), ("192.0.2.7,", "unknown"), ("", "unknown"),
      ("2001:db8::7", "2001:db8::7"), ("[2001:db8::7]:443", "2001:db8::7"),
      ("192.0.2.7:1234", "192.0.2.7"), ("::ffff:192.0.2.7", "192.0.2.7"),
      ("::ffff:10.0.0.9", "proxy"), ("192.0.2.7 192.0.2.8", "unknown"),
    ])
  func customary(value: String, client: String) throws {
    #expect(self.client([(.xForwardedFor, value)]) == (try expected(client)))
  }

  @Test(
    "Forwarded tells the same",
    arguments: [
      ("for=192.0.2.7", "192.0.2.7"), ("for=192.0.2.1, FOR=192.0.2.7;proto=http", "192.0.2.7"),
      ("for=\"[2001:db8::7]:443\"", "2001:db8::7"), ("for=\"192.0.2.7:80\"", "192.0.2.7"),
      ("for=192.0.2.7, for=10.0.0.1", "192.0.2.7"), ("for=_hidden", "unknown"),
      ("proto=https", "unknown"), ("for=192.0.2.7, for=\"", "unknown"),
      ("for=192.0.2.7;for=192.0.2.8", "unknown"), ("for=10.0.0.1", "proxy"),
    ])
  func standard(value: String, client: String) throws {
    #expect(self.client([(.forwarded, value)]) == (try expected(client)))
  }

  @Test("lines are one list, both kinds must agree, and nothing tells nothing")
  func together() throws {
    #expect(client([]) == .none)
    #expect(
      client([(.xForwardedFor, "192.0.2.1"), (.xForwardedFor, "192.0.2.7")])
        == (try expected("192.0.2.7")))
    #expect(
      client([(.forwarded, "for=192.0.2.7"), (.xForwardedFor, "192.0.2.7")])
        == (try expected("192.0.2.7")))
    #expect(client([(.forwarded, "for=192.0.2.1"), (.xForwardedFor, "192.0.2.7")]) == .unknown)
  }
}

@Suite struct IPAddressTests {
  private func number(_ text: String) -> UInt128? {
    let bytes = Array(text.utf8)
    return IPAddress(node: bytes.span)?.number
  }

  @Test(
    "addresses are numbers",
    arguments: [
      ("0.0.0.0", 0xFFFF_0000_0000), ("255.1.2.3", 0xFFFF_FF01_0203), ("::", 0), ("::1", 1),
      ("1::", 1 << 112), ("1:2:3:4:5:6:7:8", 0x0001_0002_0003_0004_0005_0006_0007_0008),
      ("1::8", 1 << 112 | 8), ("1:2:3:4:5:6:7::", 0x0001_0002_0003_0004_0005_0006_0007_0000),
      ("::2:3:4:5:6:7:8", 0x0002_0003_0004_0005_0006_0007_0008), ("::1.2.3.4", 0x0102_0304),
      ("1:2:3:4:5:6:1.2.3.4", 0x0001_0002_0003_0004_0005_0006_0102_0304),
      ("ABCD:ef01::", 0xABCD_EF01 << 96),
    ] as [(String, UInt128)])
  func good(text: String, number: UInt128) {
    #expect(self.number(text) == number)
  }

  @Test(
    "anything else is none",
    arguments: [
      "", ".", "1.2.3", "1.2.3.4.5", "256.1.1.1", "01.2.3.4", "1..2.3", "1.2.3.", "a.b.c.d", ":",
      ":1", "1:", "1:2", "1:::2", "1::2::3", "1:2:3:4:5:6:7:8:9", "1:2:3:4:5:6:7:8::",
      "12345::", "g::", "::1.2.3", "1:2:3:4:5:6:7:1.2.3.4", "[::1", "[::1]x", "[::1]:", "[]",
      "1.2.3.4:", "::1%eth0", "1.2.3.4::", "host",
    ])
  func bad(text: String) {
    #expect(number(text) == nil)
  }
}

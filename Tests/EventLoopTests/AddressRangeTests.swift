import Bytes
import Testing

@testable import EventLoop

@Suite struct AddressRangeTests {
  private func address(_ text: String) -> PeerAddress? {
    if text == "unix" { return .unix }
    let bytes = Array(text.utf8)
    let address = IPAddress(dotted: bytes.span) ?? IPAddress(colons: bytes.span)
    return address.map { .internet($0.number) }
  }

  @Test(
    "A range holds the addresses that share its first bits, of IPv4 also where IPv6 maps them",
    arguments: [
      ("127.0.0.1", "127.0.0.1", true), ("127.0.0.1", "127.0.0.2", false),
      ("127.0.0.1/32", "127.0.0.1", true), ("10.0.0.0/8", "10.255.0.1", true),
      ("10.0.0.0/8", "11.0.0.0", false), ("10.1.2.3/8", "10.9.9.9", true),
      ("192.168.4.0/22", "192.168.7.255", true), ("192.168.4.0/22", "192.168.8.0", false),
      ("0.0.0.0/0", "203.0.113.9", true), ("0.0.0.0/0", "::1", false),
      ("10.0.0.0/8", "::ffff:10.0.0.1", true), ("::ffff:10.0.0.0/104", "10.0.0.1", true),
      ("::1", "::1", true), ("::1", "::2", false), ("fd00::/8", "fdff::1", true),
      ("fd00::/8", "fc00::1", false), ("2001:db8::/33", "2001:db8:8000::", false),
      ("::/0", "127.0.0.1", true), ("::/0", "unix", false), ("unix", "unix", true),
      ("unix", "127.0.0.1", false),
    ])
  func contains(range: String, address: String, isInside: Bool) throws {
    let peer = try #require(self.address(address))
    #expect(try AddressRange(parsing: range).contains(peer) == isInside)
  }

  @Test(
    "What is no address is refused",
    arguments: [
      "", "a", "localhost", "10.0.0", "10.0.0.256", "/8", "[::1]", "::1%lo", "UNIX", "1:2",
    ]
  )
  func badAddress(text: String) {
    #expect(throws: AddressRange.ParseError.badAddress) { try AddressRange(parsing: text) }
  }

  @Test(
    "A prefix longer than the address, or no number, is refused",
    arguments: ["10.0.0.0/33", "10.0.0.0/", "10.0.0.0/-1", "10.0.0.0/+8", "10.0.0.0/8/8"])
  func badPrefix(text: String) {
    #expect(throws: AddressRange.ParseError.badPrefix(max: 32)) { try AddressRange(parsing: text) }
    #expect(throws: AddressRange.ParseError.badPrefix(max: 128)) {
      try AddressRange(parsing: "::/129")
    }
  }
}

import EventLoop
import Testing

@Suite struct PeerAddressTests {
  private func peer(_ text: String) throws -> PeerAddress {
    // Of a range of one address, the address.
    guard case .internet(let base, _) = try AddressRange(parsing: text) else { return .unix }
    return .internet(base)
  }

  @Test(
    "An address is written as usual, and truncated to its network",
    arguments: [
      ("203.0.113.77", "203.0.113.0"), ("255.255.255.255", "255.255.255.0"),
      ("2001:db8:1:2:3:4:5:6", "2001:db8:1::"), ("::1", "::"), ("unix", "unix"),
    ])
  func text(_ text: String, _ truncated: String) throws {
    #expect(try peer(text).description == text)
    #expect(try peer(text).truncated.description == truncated)
  }
}

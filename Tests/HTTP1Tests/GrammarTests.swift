import Testing

@testable import HTTP1

@Suite struct GrammarTests {
  private let alphanumeric = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"

  private func members(_ set: ByteSet) -> Set<UInt8> { Set((0...255).filter(set.contains)) }

  private func bytes(_ text: String) -> Set<UInt8> { Set(text.utf8) }

  @Test("a token is made of letters, digits and the fifteen signs of RFC 9110")
  func token() {
    #expect(members(Grammar.token) == bytes(alphanumeric + "!#$%&'*+-.^_`|~"))
  }

  @Test("a path is made of the unreserved, sub-delims, colon, at and slash of RFC 3986")
  func path() {
    #expect(members(Grammar.path) == bytes(alphanumeric + "-._~!$&'()*+,;=:@/"))
  }

  @Test("a query may hold a question mark too, and what browsers leave as it is")
  func query() {
    #expect(members(Grammar.query) == bytes(alphanumeric + "-._~!$&'()*+,;=:@/?[\\]^`{|}"))
  }

  @Test("a registered name is made of unreserved and sub-delims")
  func registeredName() {
    #expect(members(Grammar.registeredName) == bytes(alphanumeric + "-._~!$&'()*+,;="))
  }
}

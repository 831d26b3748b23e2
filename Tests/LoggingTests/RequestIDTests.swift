import Testing

@testable import Logging

@Suite struct RequestIDTests {
  @Test("Ids that are made are 16 digits each, and no two alike")
  func made() {
    var ids = RequestID(seed: 1)
    let all = (0..<1_000).map { _ in String(decoding: ids.next(), as: UTF8.self) }
    #expect(Set(all).count == 1_000)
    #expect(all.allSatisfy { $0.count == 16 && $0.allSatisfy(\.isHexDigit) })
  }

  @Test(
    "An id is taken over where it is short and plain",
    arguments: [
      ("a", true), ("0AF7-65.1_9~c+d/3=3:4", true), ("", false), ("a b", false), ("a\"b", false),
      ("é", false), (String(repeating: "a", count: 128), true),
      (String(repeating: "a", count: 129), false),
    ])
  func taken(_ text: String, _ isGood: Bool) {
    #expect(RequestID.isGood(Array(text.utf8).span) == isGood)
  }

  @Test(
    "A trace is carried on where it is as W3C has it",
    arguments: [
      ("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", true),
      ("00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01", false),
      ("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-x", false),
      ("00-0af7651916cd43dd8448eb211c80319c_b7ad6b7169203331-01", false), ("", false),
    ])
  func traces(_ text: String, _ isGood: Bool) {
    #expect(RequestID.isTraceParent(Array(text.utf8).span) == isGood)
  }
}

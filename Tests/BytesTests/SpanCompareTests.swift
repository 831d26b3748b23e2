import Bytes
import Testing

@Suite struct SpanCompareTests {
  private func bytes(_ text: String) -> [UInt8] { [UInt8](text.utf8) }

  private func equal(_ left: String, _ right: StaticString) -> Bool {
    bytes(left).span.equals(right)
  }

  private func similar(_ left: String, _ right: StaticString) -> Bool {
    bytes(left).span.equalsIgnoringCase(right)
  }

  @Test("a span equals a text of the same bytes alone")
  func equals() {
    #expect(equal("abc", "abc"))
    #expect(equal("", ""))
    for other in ["", "ab", "abcd", "abC", "xbc"] { #expect(!equal(other, "abc")) }
  }

  @Test("letters of ASCII alone may differ in case where case is ignored")
  func ignoringCase() {
    for same in ["a-z[1", "A-Z[1", "A-z[1"] {
      #expect(similar(same, "a-z[1"))
    }
    for other in ["a-z{1", "a-z[", "a\rz[1"] {
      #expect(!similar(other, "a-z[1"))
    }
  }

  @Test("two spans are equal when their bytes are")
  func spans() {
    let text = bytes("abab")
    func equal(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
      text.span.extracting(left).equals(text.span.extracting(right))
    }
    #expect(equal(0..<2, 2..<4))
    #expect(!equal(0..<2, 1..<3))
    #expect(!equal(0..<2, 0..<3))
  }

  @Test("spans and texts are copied to the end of an array")
  func append() {
    var output = bytes("a")
    output.append(bytes("bc").span)
    output.append(bytes("").span)
    output.append("d")
    #expect(output == bytes("abcd"))
    #expect([UInt8](copying: output.span) == output)
  }
}

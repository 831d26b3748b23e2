import Bytes
import Testing

@Suite struct SpanCompareTests {
  private func bytes(_ text: String) -> [UInt8] { [UInt8](text.utf8) }

  @Test("a span equals a text of the same bytes alone")
  func equals() {
    #expect(bytes("abc").span.equals("abc"))
    #expect(bytes("").span.equals(""))
    for other in ["", "ab", "abcd", "abC", "xbc"] { #expect(!bytes(other).span.equals("abc")) }
  }

  @Test("letters of ASCII alone may differ in case where case is ignored")
  func ignoringCase() {
    for same in ["a-z[1", "A-Z[1", "A-z[1"] {
      #expect(bytes(same).span.equalsIgnoringCase("a-z[1"))
    }
    for other in ["a-z{1", "a-z[", "a\rz[1"] {
      #expect(!bytes(other).span.equalsIgnoringCase("a-z[1"))
    }
  }

  @Test("two spans are equal when their bytes are")
  func spans() {
    let text = bytes("abab")
    #expect(text.span.extracting(0..<2).equals(text.span.extracting(2..<4)))
    #expect(!text.span.extracting(0..<2).equals(text.span.extracting(1..<3)))
    #expect(!text.span.extracting(0..<2).equals(text.span.extracting(0..<3)))
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

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

  @Test("a byte that differs is seen at every place of a text of every length")
  func everyPlace() {
    let texts: [StaticString] = [
      "a", "ab", "abc", "abcd", "abcde", "abcdef", "abcdefg", "abcdefgh", "abcdefghi",
      "abcdefghijklmno", "abcdefghijklmnop", "abcdefghijklmnopq", "abcdefghijklmnopqrstuvwxyz",
    ]
    for text in texts {
      let same = [UInt8](text.description.utf8)
      let isEqual = same.span.equals(text)
      #expect(isEqual)
      for place in same.indices {
        var other = same
        for (byte, sameButCase) in [(0x2D, false), (same[place] - 0x20, true)] {
          other[place] = byte
          let isEqual = other.span.equals(text)
          let isEqualButCase = other.span.equalsIgnoringCase(text)
          #expect(!isEqual)
          #expect(isEqualButCase == sameButCase)
        }
      }
    }
  }

  @Test("of all bytes, the capitals of ASCII alone are made small")
  func lowercased() {
    for byte in UInt8.min...UInt8.max {
      for shift in stride(from: UInt64(0), to: 64, by: 8) {
        let folded = ASCII.lowercased(UInt64(byte) << shift | 0x41 << (56 - shift))
        let both = UInt64(ASCII.lowercased(byte)) << shift | 0x61 << (56 - shift)
        #expect(folded == both || shift == 56 - shift)
      }
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

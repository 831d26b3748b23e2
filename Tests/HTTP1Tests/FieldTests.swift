import HTTP
import HTTP1
import Testing

@Suite struct FieldTests {
  private func value(_ text: String) -> String? {
    accepted(get("Accept:\(text)"))?.fields.last
  }

  @Test("white space around a value is not part of it; inside it stays")
  func whiteSpace() {
    #expect(value("b") == "accept|Accept|b")
    #expect(value(" \t b\t ") == "accept|Accept|b")
    #expect(value("b \t c") == "accept|Accept|b \t c")
    #expect(value("") == "accept|Accept|")
    #expect(value(" \t ") == "accept|Accept|")
  }

  @Test("a value may hold any visible character and any byte above 0x7F")
  func valueBytes() throws {
    for byte in 0x21...0x7E { #expect(accepted(get("X: a\(scalar(byte))b")) != nil) }
    for byte in 0x80...0xFF { #expect(accepted(get("X: a\(scalar(byte))b")) != nil) }
    #expect(accepted(get("X: \u{E9}"))?.fields.count == 2)
  }

  @Test("a control character in a value is refused")
  func controls() {
    for byte in [Int](0x00...0x08) + [0x0B, 0x0C] + [Int](0x0E...0x1F) + [0x7F] {
      #expect(refusal(get("X: 12345678\(scalar(byte))b")) == .fieldValue)
      #expect(refusal(get("X:\(scalar(byte))")) == .fieldValue)
    }
  }

  @Test("a name may hold any character of a token, and no other")
  func nameBytes() {
    let token = Set("!#$%&'*+-.^_`|~0123456789".unicodeScalars.map { Int($0.value) })
      .union(0x41...0x5A).union(0x61...0x7A)
    for byte in 0...0xFF where byte != 0x3A {
      let text = get("X\(scalar(byte))Y: b")
      if token.contains(byte) {
        #expect(accepted(text) != nil)
      } else {
        #expect(refusal(text) == .fieldName)
      }
    }
  }

  @Test("a colon ends the name: those behind it belong to the value")
  func colons() {
    #expect(accepted(get("X:Y: b"))?.fields.last == "other|X|Y: b")
  }

  @Test(
    "white space before the colon, or no name at all, is refused",
    arguments: ["Host : b", "X : b", "X\t: b", ": b", "X b", "X", "Content-Length : 0"])
  func malformedName(line: String) {
    #expect(refusal(get(line)) == .fieldName)
  }

  @Test("a folded line is refused wherever it stands")
  func folding() {
    #expect(refusal(get("X: b", " c")) == .fieldFold)
    #expect(refusal(get("X: b", "\tc: d")) == .fieldFold)
    #expect(refusal(get("X: b", " ")) == .fieldFold)
    #expect(refusal("GET / HTTP/1.1\r\n Host: a\r\n\r\n") == .fieldFold)
  }

  @Test("names are known in any case of letters")
  func nameCase() {
    #expect(
      accepted(get("IF-none-MATCH: b", "aCCePT: c"))?.fields
        == ["host|Host|a", "ifNoneMatch|IF-none-MATCH|b", "accept|aCCePT|c"])
  }

  @Test("repeated lines of a list field stay apart, in order")
  func repeated() {
    #expect(
      accepted(get("If-None-Match: \"b\"", "If-None-Match: \"c\""))?.fields.suffix(2)
        == ["ifNoneMatch|If-None-Match|\"b\"", "ifNoneMatch|If-None-Match|\"c\""])
  }

  @Test("more lines than the limit are answered 431")
  func fieldCount() {
    let most = [String](repeating: "X: b", count: Limits().fieldLinesMax - 1)
    #expect(accepted(head(most))?.fields.count == 100)
    #expect(refusal(head(most + ["X: b"])) == .fieldCount)
    #expect(WireError.Reason.fieldCount.status == .requestHeaderFieldsTooLarge)
  }

  private func head(_ lines: [String]) -> String {
    (["GET / HTTP/1.1", "Host: a"] + lines + ["", ""]).joined(separator: "\r\n")
  }

  private func scalar(_ byte: Int) -> Character {
    Character(Unicode.Scalar(UInt8(truncatingIfNeeded: byte)))
  }
}

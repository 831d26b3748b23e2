import Bytes
import Testing

@testable import Markup

@Suite("Source text")
struct SourceTextTests {
  @Test("code points are counted, whatever their length")
  func counts() throws {
    #expect(try SourceText(validating: []).codePointCount == 0)
    #expect(try SourceText(validating: Array("aé中😀".utf8)).codePointCount == 4)
    #expect(
      try SourceText(validating: Array("\u{0}\u{7F}\u{80}\u{7FF}\u{800}\u{FFFF}".utf8))
        .codePointCount == 6)
  }

  @Test("bytes that are no UTF-8 are refused with line and column in code points")
  func invalid() {
    let bad: [[UInt8]] = [
      [0x80], [0xC0, 0x80], [0xC1, 0xBF], [0xC3], [0xC3, 0x28], [0xE0, 0x80, 0x80],
      [0xED, 0xA0, 0x80], [0xE2, 0x82], [0xF0, 0x80, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80],
      [0xF5, 0x80, 0x80, 0x80], [0xFF], [0xF0, 0x9F, 0x98], [0xE2, 0x28, 0xA1],
    ]
    for bytes in bad {
      #expect(throws: SourceTextError(reason: .invalidUTF8, place: Place(line: 2, column: 3))) {
        try Document(Array("ab\né→".utf8) + bytes + [0x41], as: .plain)
      }
    }
  }

  @Test("a display string collapses white space and drops what is invisible")
  func display() throws {
    let text = "x A\u{AD}nn \t\n\u{200B} \u{202B}Sample\u{FEFF} y"
    let source = try SourceText(validating: Array(text.utf8))
    let index = CodePointIndex(source)
    let range = index.range(2..<source.utf8.count - 2)
    #expect(source.string(in: range) == "Ann Sample")
    #expect(source.exact(range) == "A\u{AD}nn \t\n\u{200B} \u{202B}Sample\u{FEFF}")
  }

  private func shown(_ text: String) throws -> String {
    let source = try Document(Array(text.utf8), as: .plain).text
    return source.string(in: CodePointIndex(source).range(0..<source.utf8.count))
  }

  @Test("a word that a line's end parts is whole")
  func hyphens() throws {
    // As the text has it elsewhere.
    #expect(try shown("the com-\nmittee, a committee") == "the committee, a committee")
    #expect(try shown("a well-\n  known, well-known") == "a well-known, well-known")
    #expect(
      try shown("der Aus-\r\nschuß, AUSSCHUSS, Ausschuß") == "der Ausschuß, AUSSCHUSS, Ausschuß")
    // As most others are.
    #expect(
      try shown("the com-\nmittee, a committee, read-\ners")
        == "the committee, a committee, readers")
    #expect(try shown("self-\nmade") == "self-made")
    // Always, and behind the marks of mail.
    #expect(try shown("a sto\u{AD}\nry") == "a story")
    #expect(try shown("No.\n> The com-\n> mittee, a committee") == "No. The committee, a committee")
  }

  @Test("no other hyphen at a line's end is touched")
  func otherHyphens() throws {
    #expect(try shown("pre- and post-war, pre-\nand") == "pre- and post-war, pre- and")
    #expect(try shown("1990-\n1991") == "1990- 1991")
    #expect(try shown("Jane -\nchair") == "Jane - chair")
    #expect(try shown("Test-\nSociety, TestSociety") == "Test- Society, TestSociety")
    #expect(try shown("a-\n\nb, ab") == "a- b, ab")
    for text in ["-\n", "-\na", "a-", "a-\n", "a-\n>", "\u{AD}\n\u{AD}"] { _ = try shown(text) }
  }

  @Test("zero width joiners, which spell words, are kept")
  func joiners() throws {
    let source = try SourceText(validating: Array("می\u{200C}خواهم".utf8))
    let range = CodePointIndex(source).range(0..<source.utf8.count)
    #expect(source.string(in: range) == "می\u{200C}خواهم")
  }

  @Test("offsets in bytes become offsets in code points at every place")
  func index() throws {
    let text = String(repeating: "aé中😀 ", count: 60)
    let source = try SourceText(validating: Array(text.utf8))
    let index = CodePointIndex(source)
    var bytes = 0
    for (count, scalar) in text.unicodeScalars.enumerated() {
      #expect(index.codePoints(before: bytes) == UInt32(count))
      bytes += String(scalar).utf8.count
    }
    #expect(index.codePoints(before: bytes) == UInt32(text.unicodeScalars.count))
  }

  @Test("places count lines of LF, CRLF and CR, and columns in code points")
  func places() throws {
    let text = "ab\r\nç d\re\n\nf"
    let document = try Document(Array(text.utf8), as: .plain)
    func place(_ byte: Int) -> Place { document.places.place(ofByte: byte) }
    #expect(place(0) == Place(line: 1, column: 1))
    #expect(place(1) == Place(line: 1, column: 2))
    #expect(place(4) == Place(line: 2, column: 1))
    #expect(place(7) == Place(line: 2, column: 3))
    #expect(place(9) == Place(line: 3, column: 1))
    #expect(place(12) == Place(line: 5, column: 1))
  }
}

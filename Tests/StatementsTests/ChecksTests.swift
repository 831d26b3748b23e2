import Markup
import Bytes
import Testing

@testable import Statements

@Suite("Checks")
struct ChecksTests {
  private func messages(_ text: String) throws -> [String] {
    try Statement.read(Array(text.utf8)).diagnostics.map { diagnostic in
      "\(diagnostic.place?.line ?? 0):\(diagnostic.place?.column ?? 0) \(diagnostic.message)"
    }
  }

  private static let body =
    "\n\nThe readers of the harbour library have met and have agreed on what they will do.\n\n"

  @Test("gaps in numbers and names that sign twice")
  func lists() throws {
    #expect(
      try messages(
        "Readers ask" + Self.body
          + "Signatories\n1. Harbour Readers\n2. Book Friends\n4. HARBOUR readers\n"
      ) == [
        "8:4 number 4 where 3 was expected",
        "8:4 `HARBOUR readers` has signed already, as number 1",
      ])
  }

  @Test("a count in the title that the list contradicts, and none that it does not")
  func counts() throws {
    let list = Self.body + "Signatories\n1. Harbour Readers\n2. Book Friends\n"
    #expect(
      try messages("3 organizations ask" + list) == ["1:1 the title counts 3, the list has 2"])
    #expect(try messages("Over 5 reader groups ask" + list).count == 1)
    for title in ["2 groups ask", "Over 2 groups ask", "Readers ask 3 times", "1+ groups ask"] {
      #expect(try messages(title + list).isEmpty, "\(title)")
    }
  }

  @Test("quotations without a speaker, marks without a partner")
  func quotations() throws {
    #expect(
      try messages("Readers ask" + Self.body + "“Nobody asked us about it.”\n") == [
        "5:2 quotation without a speaker"
      ])
    #expect(
      try messages("Readers ask" + Self.body + "They said it was “all over and went home.\n") == [
        "5:18 quotation mark opens and never closes"
      ])
  }

  @Test("letters that changed places, and no other difference")
  func misspellings() throws {
    let usual = "Harbour Harbour Harbour people met."
    #expect(
      try messages("Readers" + Self.body + usual + "\n\nHarbuor folk met.\n") == [
        "7:1 `Harbuor` is probably `Harbour`"
      ])
    for other in ["Harbours", "Harbor", "Hardour", "Arhbour"] {
      #expect(try messages("Readers" + Self.body + usual + "\n\n\(other) folk met.\n").isEmpty)
    }
  }

  @Test("characters that nobody sees, each once where it stands first, front matter included")
  func hidden() throws {
    #expect(
      try messages(
        "---\ntitle: a\u{202E}b\n---\nReaders\u{0} ask" + Self.body
          + "They\u{1B}[2J met\u{0}.\u{9B}\n") == [
          "2:9 bidirectional control character U+202E (right-to-left override): nobody sees it, "
            + "and it can change what is seen",
          "4:8 control character U+0000 (null), 2 times: nobody sees it, and it can change what "
            + "is seen",
          "8:5 control character U+001B (escape): nobody sees it, and it can change what is seen",
          "8:15 control character U+009B: nobody sees it, and it can change what is seen",
        ])
    #expect(try messages("Readers\task\r\n\u{200F}\u{85}" + Self.body + "\u{C}\u{E9}—\n").isEmpty)
  }
}

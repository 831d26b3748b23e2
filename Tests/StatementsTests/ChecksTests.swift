import Markup
import Bytes
import Testing

@testable import Statements

@Suite("Checks")
struct ChecksTests {
  /// But for a date that is missing.
  private func messages(_ text: String, as format: FileFormat = .plain) throws -> [String] {
    try all(text, as: format).filter { !$0.contains("no date of publication") }
  }

  private func all(_ text: String, as format: FileFormat = .plain) throws -> [String] {
    try Statement.read(Array(text.utf8), as: format).diagnostics.map { diagnostic in
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

  @Test("a date that is missing, and a weekday that it does not have")
  func dates() throws {
    let said = "“We will read on,” said Ann Sample.\n"
    #expect(
      try all("Readers ask" + Self.body + said) == [
        "1:1 no date of publication found: give `publishedOn: 2024-05-17` in front matter"
      ])
    #expect(try all("---\ndate: 2024-05-03\n---\nReaders ask" + Self.body + said) == [])
    #expect(try all("Readers ask\n\nFriday, 3 May 2024" + Self.body) == [])
    #expect(
      try all("Readers ask\n\nDonnerstag, 3. Mai 2024" + Self.body) == [
        "3:1 the date beside it is another day of the week"
      ])
  }

  @Test("a heading of signatories with none below it")
  func headings() throws {
    let text = "Readers ask" + Self.body
    #expect(
      try messages(text + "## Signatories\n\nThey will be published here in a few days.\n") == [
        "5:4 no signatories found below this heading"
      ])
    #expect(try messages(text + "## Signatories\n\n* Book Friends\n* Lamp Society\n") == [])
  }

  @Test("sentences in marks that are no quotation, and none that are one or are short")
  func passages() throws {
    let words = "“The rooms of the library are to stay warm in winter.”"
    #expect(
      try messages("Readers ask" + Self.body + "The law has it that \(words) It is old.\n") == [
        "5:22 words in quotation marks that are taken for no quotation"
      ])
    for told in ["\(words) said Ann Sample.", "They call it the “Lamp of Winter”, and it is old."] {
      #expect(try messages("Readers ask" + Self.body + told + "\n") == [])
    }
  }

  @Test("names with addresses in them, and names that are two")
  func names() throws {
    let list = "Signatories\n* Ann Sample\n* Otto Lake\n* Clara Stone\n* Yumin Tao\n* June Moor\n"
    #expect(
      try messages("Readers ask" + Self.body + list + "* Bo www.bo.example Sample\n") == [
        "11:3 markup or an address in the name of a signatory"
      ])
    let long =
      "* Book Friends of the Harbour, the Lamp, the Winter, the Reading Rooms and the Sea\n"
    #expect(
      try messages("Readers ask" + Self.body + list + long) == [
        "11:3 this name is three times as long as others: is it one?"
      ])
  }

  @Test("markup in a plain file, and none in a file with its ending")
  func markup() throws {
    let html = "<p>One</p>\n<p>Two</p>\n<p>Three</p>\n"
    #expect(
      try messages("Readers ask" + Self.body + html) == [
        "5:7 this looks like HTML: name it `.html`, or readers see the markup"
      ])
    #expect(try messages("Readers ask" + Self.body + html, as: .html) == [])
    let markdown = "## One\n\n## Two\n\n[Three](https://library.example)\n"
    #expect(
      try messages("Readers ask" + Self.body + markdown) == [
        "5:1 this looks like Markdown: name it `.md`, or readers see the markup"
      ])
    #expect(try messages("Readers ask" + Self.body + markdown, as: .markdown) == [])
  }
}

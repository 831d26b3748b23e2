import Bytes
import Corrections
import JSON5
import Markup
import Review
import Statements
import Testing

@Suite("The page of signatory review")
struct ReviewPageTests {
  private func page(_ text: String, _ corrections: String = "{}", as format: FileFormat = .plain)
    throws -> String
  {
    var reading = Reading(try Document(Array(text.utf8), as: format))
    let told = try CorrectionsFile(Array(corrections.utf8)).apply(to: &reading)
    let page = ReviewPage(
      of: reading, name: "a.txt", corrections: "a.corrections.json5", told: told)
    return String(decoding: page.html, as: UTF8.self)
  }

  /// What a browser would show of the text itself: without tags, labels and lines to copy.
  private func words(_ page: String) -> String {
    var words = ""
    for part in page.split(separator: "<div class=\"words\"").dropFirst() {
      let inner = part.split(separator: "</div>")[0].drop { $0 != ">" }.dropFirst()
      var isTag = false
      var isLabel = false
      var tag = ""
      for character in inner {
        if character == "<" { (isTag, tag) = (true, "") }
        if isTag { tag.append(character) } else if !isLabel { words.append(character) }
        if character == ">" {
          isTag = false
          if tag.hasPrefix("<a class=\"tag\"") { isLabel = true }
          if tag == "</a>" { isLabel = false }
        }
      }
      words += "\n"
    }
    return words
  }

  private static let text = """
    Calm <b> & quiet

    17 May 2024

    We, the undersigned, ask for "calm & <quiet>" on every river, and for a reply.

    “The water remembers every stone that was taken,” said Ada Field, chair of the Test Society.

    Signed by:

    Test Society
    River League, Norway
    Friends of Stones

    Share this page
    """

  @Test("every word of the text is shown once, escaped, in the order of the text")
  func allWords() throws {
    let shown = words(try page(Self.text)).split(whereSeparator: \.isWhitespace)
    let expected = Self.text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
      .split(whereSeparator: \.isWhitespace)
    #expect(shown == expected)
  }

  @Test("what was read is labelled, what no label took too, each with lines to copy")
  func labels() throws {
    let page = try page(Self.text)
    for part in [
      ">Title<", ">Date<", ">Paragraph 1<", ">Signatory 2<", "Not taken: footer",
      "class=\"speaker\">Ada Field<", "id=\"at-quotation-1\"", "href=\"#signatory-3\"",
      "&quot;River League&quot;: { kind: &quot;organization&quot;, country: &quot;NO&quot; },",
      "add: [{ name: &quot;Share this page&quot; }]",
    ] { #expect(page.contains(part), "\(part)") }
  }

  @Test("a line to copy is a correction that the file takes, and changes nothing as it stands")
  func lines() throws {
    let read = Reading(try Document(Array(Self.text.utf8), as: .plain))
    let lines = CorrectionLines(read.read)
    for file in [
      "{ signatories: { change: { \(lines.signatoryLines.joined()) } } }",
      "{ quotations: { change: { \(lines.quotationLines.joined()) } } }",
    ] {
      var reading = read
      let told = try CorrectionsFile(Array(file.utf8)).apply(to: &reading)
      #expect(!told.isEmpty && told.allSatisfy { !$0.isError })
      #expect(reading.statement.signatories == read.read.signatories)
      #expect(reading.statement.quotations == read.read.quotations)
    }
  }

  @Test("corrections are shown: who withdrew, who signed later, what they say in vain")
  func corrected() throws {
    let page = try page(
      Self.text,
      """
      { signatories: { change: { "Test Society": { withdrawnOn: "2024-06-01" } },
                       remove: ["Nobody"], addedLater: ["Pier Union"] } }
      """)
    for part in [
      "3, and 1 withdrawn", "withdrawn on 2024-06-01", "added later, not in the text",
      "a.corrections.json5:2:27", "no signatory “Nobody” is read", ">corrected<",
    ] { #expect(page.contains(part), "\(part)") }
  }

  @Test("texts without words, of marks alone, and of commands for terminals make a page too")
  func odd() throws {
    for text in ["", "\n\n", "“", "\u{1B}[2J\u{202E}x\n\nSignatories:\n\n1. \u{7}\n", "- \n- \n"] {
      for format in FileFormat.allCases {
        let page = try page(text, as: format)
        #expect(page.hasPrefix("<!doctype html>") && page.hasSuffix("</html>"))
        #expect(
          !page.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{7}" || $0 == "\u{202E}" })
      }
    }
  }
}

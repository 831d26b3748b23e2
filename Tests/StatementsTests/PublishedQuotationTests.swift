import Markup
import Testing

@testable import Statements

/// Ways to quote that publishers use and that a single rule for marks and verbs does not cover.
@Suite("Quotations as they are published")
struct PublishedQuotationTests {
  /// `words|words by speaker`, a line for each quotation.
  private func quotations(_ body: String, as format: FileFormat = .plain) throws -> [String] {
    let text = """
      Statement on the harbour library

      The readers of the harbour library have met and have agreed on what they will do.

      \(body)
      """
    let statement = try Statement.read(Array(text.utf8), as: format)
    return statement.quotations.map { quotation in
      let words = quotation.segments.map { statement.text.string(in: $0) }
      let speaker = quotation.speaker.map { statement.text.string(in: $0) } ?? "nobody"
      return words.joined(separator: "|") + " by " + speaker
    }
  }

  @Test("the same curly mark may open and close")
  func sameMark() throws {
    #expect(
      try quotations("Ann Sample said: “We will read “all books” on, in winter too.“")
        == ["We will read “all books” on, in winter too. by Ann Sample"])
  }

  @Test("words that say whose a quotation is need no verb beside it, nor a line of their own")
  func attributable() throws {
    let said = "“We will read on, in winter too.”"
    #expect(
      try quotations(
        "The following can be attributed to Ann Sample, Chair of Book Friends (she/her): \(said)")
        == ["We will read on, in winter too. by Ann Sample"])
    #expect(
      try quotations(
        "Quotes attributable to Ann Sample, Chair of Book Friends\n\n\(said)\n\n\(said)")
        == [String](repeating: "We will read on, in winter too. by Ann Sample", count: 2))
  }

  @Test("verbs of speaking are known in many languages")
  func languages() throws {
    for verb in ["uvedla", "stwierdziła", "зазначила", "ujar", "mondta", "ha dit", "sanoo", "είπε"]
    {
      #expect(
        try quotations("„We will read on, in winter too,“ \(verb) Anna Sample.")
          == ["We will read on, in winter too, by Anna Sample"], "\(verb)")
    }
  }

  @Test("a given name alone is the one person who bears it, and nobody where two do")
  func givenNames() throws {
    let said = "“We will read on, in winter too,” said Ann."
    #expect(
      try quotations("Ann Sample, who leads the readers, came to the library in winter.\n\n\(said)")
        == ["We will read on, in winter too, by Ann Sample"])
    #expect(
      try quotations("Ann Sample came to the library, and Ann Example came there too.\n\n\(said)")
        == ["We will read on, in winter too, by Ann"])
    #expect(
      try quotations("Ann Example came to the library, and Ann Sample came there too.\n\n\(said)")
        == ["We will read on, in winter too, by Ann"])
  }

  @Test("words that never close end before a paragraph of another speaker")
  func unclosed() throws {
    let body = """
      The following can be attributed to Ann Sample, Chair: “We will read on, in winter too.

      The following can be attributed to Bo Example, Chair: “And we will write of it.”
      """
    #expect(
      try quotations(body) == [
        "We will read on, in winter too. by Ann Sample",
        "And we will write of it. by Bo Example",
      ])
  }

  @Test("a paragraph in single marks is quoted though others have double ones")
  func singles() throws {
    let body = """
      Ann Sample said:

      'We will read on, in winter too, as we have for forty years.'

      “And we will write of it,” said Bo Example.
      """
    #expect(
      try quotations(body) == [
        "We will read on, in winter too, as we have for forty years. by Ann Sample",
        "And we will write of it, by Bo Example",
      ])
  }

  @Test("sentences behind one that tells who spoke are that person's")
  func afterReport() throws {
    let body = """
      Ann Sample, Chair of Book Friends, said that the plan was good. “It is time to change what \
      we do with our rooms in winter.”
      """
    #expect(
      try quotations(body) == [
        "It is time to change what we do with our rooms in winter. by Ann Sample"
      ])
    #expect(try quotations("The plan was good. “It is time to change what we do in winter.”") == [])
  }

  @Test("who speaks may be said twice, and an abbreviation ends no sentence")
  func twice() throws {
    #expect(
      try quotations("“We read,” said Ann Sample. “We write,” said Ann Sample. “We stay.”")
        == ["We read,|We write,|We stay. by Ann Sample"])
    #expect(
      try quotations("“We read,” said Ann Sample, Head of the U.S. Book Friends. “We stay.”")
        == ["We read,|We stay. by Ann Sample"])
    #expect(
      try quotations("“We read,” said Ann Sample. “We write,” said Bo Example. “We stay.”")
        == ["We read, by Ann Sample", "We write,|We stay. by Bo Example"])
  }

  @Test("an attribution may stand between dashes within the marks")
  func interrupted() throws {
    #expect(
      try quotations("“Leggeremo ancora. - dichiara Anna Rossi, portavoce - E resteremo qui.”")
        == ["Leggeremo ancora.|E resteremo qui. by Anna Rossi"])
    #expect(
      try quotations("“We read - and write - on,” said Ann Sample.") == [
        "We read - and write - on, by Ann Sample"
      ])
  }

  @Test("a block quote needs no marks where a line below it names who speaks")
  func blockQuotes() throws {
    let body = """
      > We will read on, in winter too.
      >
      > And we will write of it.
      >
      > — Ann Sample, Chair of Book Friends

      > A line that nobody is said to have spoken.

      Behind it.
      """
    #expect(
      try quotations(body, as: .markdown) == [
        "We will read on, in winter too.|And we will write of it. by Ann Sample"
      ])
    let page = """
      <p>Before it.</p>
      <blockquote><p>We will read on.</p><cite>— Ann Sample, Chair</cite></blockquote>
      """
    #expect(try quotations(page, as: .html) == ["We will read on. by Ann Sample"])
  }
}

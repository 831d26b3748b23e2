import Bytes
import Corrections
import JSON5
import Markup
import Statements
import Testing

@Suite("Corrections of quotations, paragraphs and the head")
struct SpeechCorrectionTests {
  private func words(_ corrected: Corrected) -> [String] {
    corrected.statement.quotations.map { quotation in
      quotation.segments.map { corrected.statement.string(at: $0) }.joined(separator: " ")
    }
  }

  @Test("a quotation gets another speaker, and nothing of the one before")
  func speaker() throws {
    let corrected = try Corrected(
      """
      { quotations: { change: { "The water remembers": { speaker: "River League" } } } }
      """)
    #expect(corrected.told.isEmpty)
    let quotation = try #require(corrected.statement.quotations.first)
    #expect(corrected.string(quotation.speaker) == "River League")
    #expect(quotation.speakerKind == .organization)
    #expect(quotation.role == nil && quotation.affiliation == nil)
  }

  @Test("a quotation is removed, and one that was missed is added in its place")
  func addAndRemove() throws {
    let corrected = try Corrected(
      """
      { quotations: {
          remove: ["Nobody asked the fish"],
          add: [{ exact: "The rivers have become loud", speaker: "Ada Field", role: "chair" },
                { exact: ["small streams carry great ships", "nobody looks at them"] }] } }
      """)
    #expect(corrected.told.allSatisfy { !$0.contains("error") })
    let all = words(corrected)
    #expect(all.first == "The rivers have become loud")
    #expect(!all.contains { $0.hasPrefix("Nobody asked") })
    #expect(corrected.string(corrected.statement.quotations[0].role) == "chair")
    #expect(corrected.statement.quotations[0].paragraph != nil)
  }

  @Test("words that stand twice need an occurrence", arguments: [1, 2, 3])
  func occurrence(_ number: Int) throws {
    let text = Corrected.text.replacing(
      "ask for quiet rivers.", with: "ask for quiet rivers. We ask. We ask.")
    let vague = try Corrected("{ quotations: { add: [{ exact: 'We ask.' }] } }", of: text)
    #expect(vague.findings.map(\.severity) == [.error])
    let corrected = try Corrected(
      "{ quotations: { add: [{ exact: 'We ask.', occurrence: \(number) }] } }", of: text)
    #expect(corrected.findings.map(\.severity) == (number < 3 ? [] : [.error]))
    guard number < 3 else { return }
    let place = try #require(corrected.statement.quotations.first?.segments.first)
    let places = text.ranges(of: "We ask.").map {
      UInt32(text[..<$0.lowerBound].unicodeScalars.count)
    }
    #expect(place.start == places[number - 1])
  }

  @Test("first words that nearly fit are suggested as they stand")
  func suggestion() throws {
    let corrected = try Corrected(
      "{ quotations: { remove: ['the water remembers'] }, "
        + "paragraphs: { remove: ['Somebody alse'] } }")
    #expect(
      corrected.told == [
        "1:26 warning no quotation “the water remembers” is read: this corrects nothing; "
          + "did you mean “The water remembers”?",
        "1:75 warning no paragraph “Somebody alse” is read: this corrects nothing; "
          + "did you mean “Somebody else”?",
      ])
  }

  @Test("paragraphs are removed, joined and added")
  func paragraphs() throws {
    let corrected = try Corrected(
      """
      { paragraphs: { merge: ["“The water"], remove: ["Somebody else wrote"],
                      add: [{ from: "Note:", to: "by letter." }] } }
      """)
    #expect(corrected.told.isEmpty)
    #expect(corrected.statement.paragraphs.count == 3)
    let texts = corrected.statement.paragraphs.map { corrected.statement.string(at: $0) }
    #expect(texts[0].hasPrefix("We, the undersigned") && texts[0].hasSuffix("Test Society."))
    #expect(texts.last == "Note: the Lantern Guild joined by letter.")
    #expect(corrected.statement.quotations.first?.paragraph == 0)
  }

  @Test("title, date and language are as the editor says")
  func head() throws {
    let corrected = try Corrected(
      "{ title: 'Quiet Rivers', publishedOn: '2024-05-18', inLanguage: 'ug-Arab' }")
    #expect(corrected.told.isEmpty)
    #expect(corrected.statement.frontMatter.title == "Quiet Rivers")
    #expect(corrected.string(corrected.statement.title) == "Quiet Rivers")
    #expect(corrected.statement.publishedOn?.day == 18)
    #expect(corrected.statement.language == "ug-Arab")
    #expect(corrected.statement.direction == .rightToLeft)
    #expect(try Corrected("{ publishedOn: null }").statement.publishedOn == nil)
    #expect(
      try Corrected("{ publishedOn: '2024-05-17' }").told == [
        "1:16 warning the date is read so already: this correction is needless"
      ])
  }

  @Test(
    "what the file may not say is told with its place",
    arguments: [
      (
        "{ titel: 'x' }", "1:3: error: corrections.titel: there is no such key; did you mean title?"
      ),
      ("{ title: '  ' }", "1:10: error: title: “  ” has no words"),
      ("{ publishedOn: 'May' }", "1:16: error: publishedOn: “May” is not a day like 2024-05-17"),
      (
        "{ signatories: { add: [{ after: 'x' }] } }",
        "1:24: error: signatories.add[1]: has no name, which it must"
      ),
      (
        "{ signatories: { change: { 'x': { kind: 'group' } } } }",
        "1:41: error: signatories.change.\"x\".kind: “group” is not “organization” or “person”"
      ),
      (
        "{ quotations: { add: [{ exact: [] }] } }",
        "1:32: error: quotations.add[1].exact: a list is not words"
      ),
    ])
  func strict(_ text: String, _ line: String) {
    do throws(JSON5.DocumentError) {
      _ = try CorrectionsFile(Array(text.utf8))
      Issue.record("\(text) was read")
    } catch {
      #expect(error.line == line)
    }
  }
}

import Markup
import Foundation
import Bytes
import Testing

@testable import Statements

/// The statement that is built into the program, read exactly.
@Suite("The seed text")
struct SeedTests {
  private let text: String
  private let reading: Reading

  init() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let file = root.appendingPathComponent("Sources/Loading/joint-statement.txt")
    text = try String(contentsOf: file, encoding: .utf8)
    reading = try Reading(text)
  }

  private var statement: Statement { reading.statement }

  /// The names as the lines of the file give them, found without the code under test.
  private var numbered: [(number: Int, name: String)] {
    text.split(separator: "\n").compactMap { line in
      let parts = line.drop { $0 == " " }.split(separator: ".", maxSplits: 1)
      guard parts.count == 2, let number = Int(parts[0]), line.hasPrefix("  ") else { return nil }
      return (number, parts[1].trimmingCharacters(in: .whitespaces))
    }
  }

  @Test("the whole text is kept, 5,428 code points")
  func whole() {
    #expect(Array(text.utf8) == statement.text.utf8)
    #expect(statement.text.codePointCount == 5428)
    #expect(statement.frontMatter == FrontMatter())
    #expect(statement.language == "en")
    #expect(statement.direction == .leftToRight)
    #expect(statement.publishedOn == nil)
  }

  @Test("the title is the first line")
  func title() {
    #expect(
      statement.title.map(reading.slice)
        == "Joint Statement: Over 50 Uyghur Organizations Call for an End to the Uyghur Genocide")
    #expect(statement.title?.start == 0)
  }

  @Test("all 53 signatories, in order, exact, at their places")
  func signatories() {
    let expected = numbered
    #expect(expected.map(\.number) == Array(1...53))
    let countries: [Int: String] = [
      4: "AT", 5: "BE", 10: "CA", 22: "JP", 28: "SE", 31: "KG", 32: "AU", 33: "CA", 36: "JP",
      37: "US", 39: "DE", 48: "GB", 49: "KZ",
    ]
    reading.expectParties(
      expected.map { .organization($0.name, countries[$0.number]) },
      from: "\n  1. Atajurt", here())
    for name in [
      "Atajurt Eriktileri – Kazakh Human Rights", "East Turkistan People’s Unity Association",
      "Uighur Society “Ittipak” of the Kyrgyz Republic", "Uyghur U.K. Association",
    ] {
      #expect(statement.signatories.contains { reading.slice($0.name) == name }, "\(name)")
    }
  }

  @Test("three quotations, the first in two segments, with speaker, role and affiliation")
  func quotations() {
    reading.expectQuotations(
      [
        Reading.Speech(
          "One year after the judgement of the independent Uyghur Tribunal, its findings can no "
            + "longer be disputed or ignored by the international community,",
          "World leaders must take assertive steps to hold the Chinese government to account. "
            + "Uyghur victims deserve no less.",
          by: "Dolkun Isa", "President", "World Uyghur Congress", paragraph: 1),
        Reading.Speech(
          "This day honors the survivors and commemorates the victims of the atrocities—but it "
            + "must also stand as a marker of our collective determination to end the genocide,",
          by: "Omer Kanat", "Executive Director", "Uyghur Human Rights Project", paragraph: 3),
        Reading.Speech(
          "This day of recognition is significant for Uyghurs in the diaspora and those who stand "
            + "for human rights around the world. We have gone way past ‘Never Again,’ the "
            + "question is when we are going to start living up to it. Let us ensure that this day "
            + "is one of remembrance for the victims of this genocide, and not of our failures to "
            + "act to stop it,",
          by: "Rushan Abbas", "Executive Director", "Campaign for Uyghurs", paragraph: 6),
      ], here())
    #expect(
      statement.quotations.map { $0.attribution.map(reading.slice) } == [
        "said Dolkun Isa, World Uyghur Congress President",
        "said Omer Kanat, Uyghur Human Rights Project Executive Director",
        "said Rushan Abbas, Campaign for Uyghurs Executive Director",
      ])
    for quotation in statement.quotations {
      #expect(
        quotation.speaker.map { reading.slice($0) } == quotation.speaker.map(statement.string))
      guard let attribution = quotation.attribution, let speaker = quotation.speaker else {
        Issue.record("no attribution")
        continue
      }
      #expect(attribution.start < speaker.start && speaker.end <= attribution.end)
    }
  }

  @Test("every body paragraph, and neither title, list nor footer among them")
  func paragraphs() {
    let lines = text.components(separatedBy: "\n").filter { !$0.isEmpty }
    let body = Array(lines[1...9])
    #expect(statement.paragraphs.map(reading.slice) == body)
    var cursor = 0
    for paragraph in statement.paragraphs {
      #expect(reading.start(of: reading.slice(paragraph), from: cursor) == Int(paragraph.start))
      cursor = Int(paragraph.end)
    }
  }

  @Test("the footer is in nothing, and there are its misspelling and the missing date to look at")
  func footer() throws {
    let footer = try #require(reading.start(of: "Campaign for Uyhgurs"))
    let fields = statement.allRanges.filter { range in
      !statement.diagnostics.contains { $0.range == range }
    }
    #expect(fields.allSatisfy { Int($0.end) <= footer })
    let found = statement.diagnostics
    #expect(found.map(\.place) == [Place(line: 1, column: 1), Place(line: 78, column: 14)])
    #expect(found.first?.message.hasPrefix("no date of publication found") == true)
    #expect(found.last?.message == "`Uyhgurs` is probably `Uyghurs`")
    #expect(found.last?.range.map(reading.slice) == "Uyhgurs")
  }
}

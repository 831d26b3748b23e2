import Testing

@testable import Statements

@Suite("Front matter")
struct FrontMatterTests {
  private static let body =
    "A title for the harbour\n\nThe readers of the library have met at noon.\n"

  @Test("every key is read, and the text begins after the second fence")
  func keys() throws {
    let lines = [
      "\u{FEFF}---", "id: harbour-2024", "title: \"Harbour: a title\"", "publishedOn: 2024-02-29",
      "language: ug", "", "# a comment", "source: Example Daily",
      "sourceURL: https://example.org/a?b=c:d", "publisher: Example Press",
      "translationOf: harbour-en", "aliases: [old-harbour, older]", "---", Self.body,
    ]
    let statement = try Statement.read(Array(lines.joined(separator: "\r\n").utf8))
    var expected = FrontMatter()
    expected.id = "harbour-2024"
    expected.title = "Harbour: a title"
    expected.publishedOn = CalendarDate(year: 2024, month: 2, day: 29)
    expected.language = "ug"
    expected.sourceName = "Example Daily"
    expected.sourceURL = "https://example.org/a?b=c:d"
    expected.publisher = "Example Press"
    expected.translationOf = "harbour-en"
    expected.aliases = ["old-harbour", "older"]
    #expect(statement.frontMatter == expected)
    #expect(statement.text.utf8 == Array(Self.body.utf8))
    #expect(statement.text.codePointCount == Self.body.unicodeScalars.count)
    #expect(statement.publishedOn == expected.publishedOn)
    #expect(statement.language == "ug")
    #expect(statement.direction == .rightToLeft)
    #expect(statement.title.map { $0.start } == 0)
    #expect(statement.diagnostics.isEmpty)
  }

  @Test("an unknown key, a bad date and a line without a key are warnings with their lines")
  func warnings() throws {
    let statement = try Statement.read(
      Array("---\nkolour: red\npublishedOn: 2023-02-29\nnonsense\n---\n\(Self.body)".utf8))
    #expect(
      statement.diagnostics.map(\.message) == [
        "unknown front matter key `kolour`", "publishedOn is not a date like 2024-05-17",
        "front matter line is not `key: value`",
      ])
    #expect(statement.diagnostics.map { $0.place?.line } == [2, 3, 4])
    #expect(statement.diagnostics.allSatisfy { $0.severity == .warning && $0.range == nil })
  }

  @Test("places in the text count the lines of the front matter")
  func places() throws {
    let text = "---\nid: x\n---\nA title for the harbour\n\n“We will never close, they wrote.\n"
    let statement = try Statement.read(Array(text.utf8))
    #expect(statement.diagnostics.map(\.place).first == Place(line: 6, column: 1))
  }

  @Test("dashes that do not open or are never closed are text")
  func none() throws {
    for text in [
      "---\nid: x\n" + Self.body, "\n---\nid: x\n---\n" + Self.body, "----\nid: x\n---\n",
    ] {
      let statement = try Statement.read(Array(text.utf8))
      #expect(statement.frontMatter == FrontMatter())
      #expect(statement.text.utf8 == Array(text.utf8))
    }
  }
}

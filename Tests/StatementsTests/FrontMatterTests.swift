import Bytes
import Markup
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
    expected.publishedOn = FrontMatter.Value(
      key: "publishedOn", text: "2024-02-29", place: Place(line: 4, column: 14))
    expected.language = "ug"
    expected.sourceName = "Example Daily"
    expected.sourceURL = "https://example.org/a?b=c:d"
    expected.publisher = "Example Press"
    expected.translationOf = "harbour-en"
    expected.aliases = ["old-harbour", "older"]
    #expect(statement.frontMatter == expected)
    #expect(statement.text.utf8 == Array(Self.body.utf8))
    #expect(statement.text.codePointCount == Self.body.unicodeScalars.count)
    #expect(statement.publishedOn == CalendarDate(year: 2024, month: 2, day: 29))
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

  @Test(
    "a value that would reach an address, a link or a header field is an error with its place",
    arguments: [
      ("id: ..", 5, "id is a step in a path"), ("id: .", 5, "id is a step in a path"),
      ("id:   ''", 7, "id is empty"), ("id:", 4, "id is empty"),
      ("id: " + String(repeating: "é", count: 101), 5, "id has 202 bytes, more than 200"),
      ("id: a\u{0}b", 5, "id has the control character U+0000 (null)"),
      (
        "aliases: ok, ..", 10, "aliases is a step in a path"
      ),
      ("  translationOf: a\u{1B}b", 18, "translationOf has the control character U+001B (escape)"),
      ("language: en/us", 11, "language is not a language tag like en or zh-Hant"),
      ("sourceURL: javascript:alert(1)", 12, "sourceURL does not begin with https:// or http://"),
      ("sourceURL: HTTPS:example.org", 12, "sourceURL does not begin with https:// or http://"),
      ("url: https://", 6, "url does not name a host"),
      ("url: https://a@b.example/", 6, "url does not name a host"),
      ("url: https://a.example/\"><b", 6, "url has a space or a character that no URL has"),
    ])
  func faults(line: String, column: Int, message: String) throws {
    let statement = try Statement.read(
      Array("---\n# first\n\(line)\n---\n\(Self.body)".utf8), isChecked: false)
    #expect(
      statement.diagnostics == [
        Diagnostic(
          severity: .error, range: nil, place: Place(line: 3, column: column),
          message: "\(message); it is left out")
      ])
    var expected = FrontMatter()
    if line.hasPrefix("aliases") { expected.aliases = ["ok"] }
    #expect(statement.frontMatter == expected)
  }

  @Test(
    "values that are good stay",
    arguments: [
      ("id", "2024 – ئۇيغۇر/a..b"), ("sourceURL", "HTTP://[::1]:8080/a?b=c#d"),
      ("sourceURL", "https://bücher.example/ü"), ("language", "zh-Hant-TW"),
      ("id", String(repeating: "a", count: 200)),
    ])
  func good(key: String, value: String) throws {
    let statement = try Statement.read(
      Array("---\n\(key): \(value)\n---\n\(Self.body)".utf8))
    #expect(statement.diagnostics.isEmpty)
    let found = statement.frontMatter
    #expect([found.id, found.sourceURL, found.language].compactMap(\.self) == [value])
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

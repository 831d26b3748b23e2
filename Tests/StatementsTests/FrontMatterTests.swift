import Bytes
import Markup
import Testing

@testable import Statements

@Suite("Front matter")
struct FrontMatterTests {
  private static let body =
    "A title for the harbour\n\nThe readers of the library have met at noon.\n"

  private func release(_ lines: String) throws -> FrontMatter.Release {
    try Statement.read(Array("---\ntitle: a\n\(lines)\n---\n\(Self.body)".utf8)).frontMatter.release
  }

  @Test("drafts and embargoes, whatever else the header says and in whatever order")
  func releases() throws {
    let end = FrontMatter.Release.from(Instant(secondsSinceEpoch: 1_796_810_400))
    for lines in ["", "draft: false", "published: true", "published: 2024-02-29", "draft: 'no'"] {
      #expect(try release(lines) == .atOnce, "\(lines)")
    }
    for lines in ["draft: true", "Draft: yes", "published: false", "published: no"] {
      #expect(try release(lines) == .never, "\(lines)")
    }
    let key = "embargoedUntil: 2026-12-09T10:00:00Z"
    for lines in [key, "\(key)\ndraft: false", "embargo: '2026-12-09 11:00+01:00'"] {
      #expect(try release(lines) == end, "\(lines)")
    }
    for lines in ["\(key)\ndraft: true", "published: false\n\(key)"] {
      #expect(try release(lines) == .never, "\(lines)")
    }
  }

  @Test(
    "what is not understood of drafts and embargoes holds the text back, and is an error",
    arguments: [
      "draft: perhaps", "draft: [true]", "draft:", "embargoedUntil: 2026-12-09",
      "embargoedUntil: 2026-12-09T10:00:00", "embargoed_until: noon", "embargo: true",
      "embargoedUntil:",
    ])
  func unclearRelease(line: String) throws {
    let text = "---\ntitle: a\n\(line)\n---\n\(Self.body)"
    let statement = try Statement.read(Array(text.utf8))
    #expect(statement.frontMatter.release == .never)
    let found = statement.diagnostics.filter { $0.severity == .error }
    #expect(found.count == 1)
    #expect(found.first?.place?.line == 3)
    #expect(found.first?.message.hasSuffix("; the text is held back") == true)
  }

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
    expected.dates = [
      FrontMatter.Value(
        key: "publishedOn", text: "2024-02-29", place: Place(line: 4, column: 14))
    ]
    expected.language = "ug"
    expected.sourceName = "Example Daily"
    expected.sourceURL = "https://example.org/a?b=c:d"
    expected.publisher = "Example Press"
    expected.translationOf = "harbour-en"
    expected.aliases = ["old-harbour", "older"]
    #expect(statement.frontMatter == expected)
    #expect(statement.text.utf8 == Array(Self.body.utf8))
    #expect(
      statement.file.bytes(with: statement.text) == Array(lines.joined(separator: "\r\n").utf8))
    #expect(statement.text.codePointCount == Self.body.unicodeScalars.count)
    #expect(statement.publishedOn == CalendarDate(year: 2024, month: 2, day: 29))
    #expect(statement.language == "ug")
    #expect(statement.direction == .rightToLeft)
    #expect(statement.title.map { $0.start } == 0)
    #expect(statement.diagnostics.isEmpty)
  }

  @Test("a key that is nearly ours, a bad date and a line without a key are warnings with lines")
  func warnings() throws {
    let statement = try Statement.read(
      Array("---\npublsher: red\npublishedOn: 2023-02-29\nnonsense\n---\n\(Self.body)".utf8))
    #expect(
      statement.diagnostics.map(\.message) == [
        "unknown front matter key `publsher`; did you mean publisher?",
        "publishedOn is not a date like 2024-05-17",
        "front matter line is not `key: value`",
      ])
    #expect(statement.diagnostics.map { $0.place?.line } == [2, 3, 4])
    #expect(statement.diagnostics.allSatisfy { $0.severity == .warning && $0.range == nil })
  }

  @Test("places in the text count the lines of the front matter")
  func places() throws {
    let text =
      "---\nid: x\ndate: 2024-05-03\n---\nA title for the harbour\n\n“We never close, they wrote.\n"
    let statement = try Statement.read(Array(text.utf8))
    #expect(statement.diagnostics.map(\.place).first == Place(line: 7, column: 1))
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

  private func read(_ header: String) throws -> Statement {
    try Statement.read(Array("---\n\(header)\n---\n\(Self.body)".utf8))
  }

  @Test(
    "keys of site generators are read, in their spellings",
    arguments: [
      "date: 2024-05-03", "date: 2024-05-03T10:00:00+02:00", "date: '2024-05-03 16:15'",
      "publishDate: 3 May 2024", "pubDate: \"May 3, 2024\"", "created_at: 2024-05-03T00:00:00Z",
      "datum: 3. Mai 2024", "published: true\ndate: 2024-05-03", "date: 2024-05-03\nDate: soon",
      "created: 2020-01-01\ndate: 2024-05-03", "date: 2024-05-03\ncreated: 2020-01-01",
      "publishedOn: 2024-05-03\ndate: 2020-01-01", "date: 2020-01-01\npublishedOn: 2024-05-03",
    ])
  func dates(header: String) throws {
    let statement = try read(header)
    #expect(statement.publishedOn == CalendarDate(year: 2024, month: 5, day: 3))
    #expect(statement.diagnostics.isEmpty)
  }

  @Test("languages are read however they are called and joined")
  func languages() throws {
    for header in ["lang: pt-BR", "locale: pt_BR", "inLanguage: pt-BR", "locale: pt_BR.UTF-8"] {
      let statement = try read(header)
      #expect(statement.language == "pt-BR")
      #expect(statement.diagnostics.isEmpty)
    }
  }

  @Test(
    "titles are read as YAML spells them",
    arguments: [
      ("title: \"D\\xE9claration sur la\\_paix\"", "Déclaration sur la paix"),
      ("title: \"A long title\n  on two lines\"", "A long title on two lines"),
      ("title: >-\n  A long title\n  on two lines", "A long title on two lines"),
      ("title: 'It''s here'", "It's here"), ("title: One # two", "One"),
      ("files:\n  - link: x\n    title: other.jpg\ntitle: Mine", "Mine"),
      ("title: Mine\nfiles:\n- link: x\n  title: other.jpg", "Mine"),
      ("seo: {title: other}\ntitle: Mine\nmore:\n  title: other", "Mine"),
      ("&a title: Mine\nother: *a", "Mine"),
    ])
  func titles(header: String, title: String) throws {
    #expect(try read(header).frontMatter.title == title)
  }

  @Test("an entry that is no YAML is a warning, keeps its words, and spoils no other")
  func noYAML() throws {
    for (header, line) in [
      ("title: Rivers: a plea\ndate: 2024-05-03\nlang: en", 2),
      ("date: 2024-05-03\ntitle: Rivers: a plea\nlang: en", 3),
      ("date: 2024-05-03\nlang: en\ntitle: Rivers: a plea", 4),
      ("date: 2024-05-03\ntags: [a, b\nlang: en\ntitle: \"Rivers: a plea\"", 3),
    ] {
      let statement = try read(header)
      #expect(statement.frontMatter.title == "Rivers: a plea")
      #expect(statement.publishedOn == CalendarDate(year: 2024, month: 5, day: 3))
      #expect(statement.language == "en")
      #expect(statement.diagnostics.count == 1)
      #expect(
        statement.diagnostics.first?.message.hasPrefix("front matter is no YAML here") == true)
      #expect((line...line + 1).contains(statement.diagnostics.first?.place?.line ?? 0))
    }
  }

  @Test("the header of a mail is front matter")
  func mail() throws {
    let header = "From: Ann <ann@library.example>\nDate: Wed, 23 Apr 1997 12:34:04 -0400\n"
    let text = header + "Subject: Rivers\n\n\(Self.body)"
    let statement = try Statement.read(Array(text.utf8))
    #expect(statement.frontMatter.title == "Rivers")
    #expect(statement.publishedOn == CalendarDate(year: 1997, month: 4, day: 23))
    #expect(
      try Statement.read(Array((header + "\n\(Self.body)").utf8)).frontMatter == FrontMatter())
  }

  @Test("lines of keys without fences are front matter where one is the title")
  func unfenced() throws {
    let text = "Title: Rivers\ndate: 2024-05-03 16:15\nauthor: friends\n\n\(Self.body)"
    let statement = try Statement.read(Array(text.utf8))
    #expect(statement.frontMatter.title == "Rivers")
    #expect(statement.publishedOn == CalendarDate(year: 2024, month: 5, day: 3))
    #expect(statement.text.utf8 == Array(Self.body.utf8))
    for other in ["date: 2024-05-03\nauthor: x\n\n", "title: x\nWe met.\n\n", "title: x\n\n"] {
      #expect(try Statement.read(Array((other + Self.body).utf8)).frontMatter == FrontMatter())
    }
  }

  @Test("simple lines of TOML are read up to the first table, and others are a warning")
  func toml() throws {
    let header = """
      +++
      title = "One: \\u00e9"
      date= 2024-05-03 01:01:01
      tags = ["a",
      "b"]
      [extra]
      title = "other"
      +++

      """
    let statement = try Statement.read(Array((header + Self.body).utf8))
    #expect(statement.text.utf8 == Array(Self.body.utf8))
    #expect(statement.frontMatter.title == "One: é")
    #expect(statement.publishedOn == CalendarDate(year: 2024, month: 5, day: 3))
    #expect(statement.diagnostics.map(\.place?.line) == [4])
    #expect(statement.diagnostics.first?.message.contains("YAML") == true)
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

import Bytes
import Corrections
import JSON5
import Markup
import Statements
import Testing

/// What holds of every file of corrections, whatever it says.
@Suite("Corrections at random")
struct CorrectionPropertyTests {
  private static let texts: [(FileFormat, String)] = [
    (.plain, Corrected.text),
    (
      .plain,
      "Заявление о тихих реках\n\nМы просим тишины и ясности для всех рек.\n\nПодписали:\n\n"
        + "Общество рек\nЛига воды, Норвегия\nDr. Ada Field, chair, Test Society\n"
    ),
    (
      .markdown,
      "# Calm *now*\n\n17 May 2024\n\nWe &amp; ours ask for “calm and quiet on every river we "
        + "know”, said [Ada Field](https://a.example), chair of the Test Society.\n\n"
        + "## Signatories\n\n| Name | Country |\n| --- | --- |\n| Test Society | Norway |\n"
        + "| River <b>League</b> | Chile |\n| Harbour Choir | Fiji |\n"
    ),
    (
      .html,
      "<h1>和平声明</h1><p>我们呼吁所有河流保持安静。</p><h2>签署</h2><ul><li>河流协会</li>"
        + "<li>Test&nbsp;Society</li><li>水联盟</li></ul>"
    ),
  ]

  private struct Maker {
    var random = SystemRandomNumberGenerator()
    let words: [String]
    let names: [String]
    let beginnings: [String]
    var invented: [String] = []

    init(_ statement: Statements.Statement) {
      let text = String(decoding: statement.text.utf8, as: UTF8.self)
      words = text.split(whereSeparator: \.isWhitespace).map(String.init)
      names = statement.signatories.map { statement.string(at: $0.name) }
      beginnings =
        (statement.quotations.flatMap(\.segments) + statement.paragraphs)
        .map { String(statement.string(at: $0).prefix(20)) }
    }

    mutating func some(_ all: [String]) -> String {
      all.randomElement(using: &random) ?? "nothing"
    }

    /// A stretch of the text, a name that was read, or words of which nothing is in the text.
    mutating func phrase() -> String {
      switch Int.random(in: 0..<6, using: &random) {
      case 0: return some(names)
      case 1: return "Qzx \(Int.random(in: 0..<9, using: &random)) Wvk"
      case 2: return some(beginnings)
      default:
        guard !words.isEmpty else { return "x" }
        let start = Int.random(in: 0..<words.count, using: &random)
        let end = min(words.count, start + Int.random(in: 1...4, using: &random))
        return words[start..<end].joined(separator: [" ", "  ", "\t"].randomElement() ?? " ")
      }
    }

    mutating func quoted() -> String { JSON5.quoted(phrase()) }

    mutating func maybe(_ text: String) -> String { Bool.random(using: &random) ? text : "" }

    mutating func list(_ element: (inout Maker) -> String) -> String {
      let count = Int.random(in: 0...3, using: &random)
      return "[" + (0..<count).map { _ in element(&self) }.joined(separator: ", ") + "]"
    }

    mutating func object(_ member: (inout Maker) -> String) -> String {
      var keys: Set<String> = []
      let members = (0..<Int.random(in: 0...3, using: &random)).compactMap { _ -> String? in
        let key = JSON5.quoted(Bool.random(using: &random) ? some(names) : phrase())
        guard keys.insert(key).inserted else { return nil }
        return "\(key): \(member(&self))"
      }
      return "{" + members.joined(separator: ", ") + "}"
    }

    mutating func party(_ name: String) -> String {
      let occurrence = Int.random(in: 1...3, using: &random)
      return "{ \(name) \(maybe("kind: 'person',")) \(maybe("role: \(quoted()),"))"
        + maybe("affiliation: \(quoted()),") + maybe("country: 'CH',")
        + maybe("withdrawnOn: '2024-01-01',") + maybe("note: 'a note',")
        + (occurrence == 3 && name.isEmpty ? "occurrence: 1," : "") + "}"
    }

    mutating func file() -> String {
      let later = "Qzx later \(Int.random(in: 0..<99, using: &random))"
      invented = [later, "Qzx role"]
      return """
        { \(maybe("title: 'Another title',")) \(maybe("inLanguage: 'de',"))
          signatories: {
            remove: \(list { $0.quoted() }),
            change: \(object { $0.party($0.maybe("name: \($0.quoted()),")) }),
            add: \(list { $0.party("name: \($0.quoted()),") }),
            \(maybe("addedLater: [{ name: '\(later)', role: 'Qzx role' }]")) },
          quotations: {
            remove: \(list { $0.quoted() }),
            change: \(object { "{ speaker: \($0.quoted()) \($0.maybe(", role: null")) }" }),
            add: \(list { "{ exact: \($0.quoted()), speaker: \($0.quoted()) }" }) },
          paragraphs: { remove: \(list { $0.quoted() }), merge: \(list { $0.quoted() }),
                        add: \(list { $0.quoted() }) } }
        """
    }
  }

  @Test("no word comes in that is not in the text or added, and every range fits", arguments: 0..<4)
  func invariants(_ number: Int) throws {
    let (format, text) = Self.texts[number]
    var reading = Reading(try Document(Array(text.utf8), as: format))
    let read = reading.read
    let shown = String(decoding: read.text.shown().words, as: UTF8.self)
    for _ in 0..<150 {
      var maker = Maker(read)
      let file = maker.file()
      let corrected = try Corrected(&reading, file)
      let statement = corrected.statement
      #expect(statement.text.utf8 == read.text.utf8)
      for range in ranges(of: statement) {
        let words = statement.string(at: range)
        #expect(
          statement.text.contains(range) ? shown.contains(words) : maker.invented.contains(words),
          "“\(words)” by \(file)")
        let exact = statement.text.exact(range)
        #expect(exact.unicodeScalars.count == Int(range.end - range.start), "\(file)")
        #expect(!exact.unicodeScalars.contains("\u{FFFD}"))
      }
      for range in statement.quotations.flatMap(\.segments) + statement.paragraphs {
        #expect(statement.text.contains(range))
      }
      #expect(statement.signatoryCount + statement.withdrawnCount == statement.signatories.count)
      let starts = statement.paragraphs.map(\.start)
      #expect(starts == starts.sorted())
    }
  }

  private func ranges(of statement: Statements.Statement) -> [TextRange] {
    statement.paragraphs
      + statement.signatories.flatMap { signatory in
        [signatory.name, signatory.role, signatory.affiliation, signatory.country?.asStated]
          .compactMap(\.self)
      }
      + statement.quotations.flatMap { quotation in
        quotation.segments
          + [quotation.speaker, quotation.role, quotation.affiliation, quotation.attribution]
          .compactMap(\.self)
      }
  }

  @Test("applied to what they made, corrections change nothing more", arguments: 0..<4)
  func twice(_ number: Int) throws {
    let (format, text) = Self.texts[number]
    var reading = Reading(try Document(Array(text.utf8), as: format))
    for _ in 0..<150 {
      var maker = Maker(reading.read)
      let file = maker.file()
      let once = try Corrected(&reading, file)
      let again = try Corrected(&reading, file)
      #expect(again.told == once.told)
      #expect(again.names == once.names, "\(file)")
      #expect(again.statement.signatories.map(\.kind) == once.statement.signatories.map(\.kind))
      #expect(again.statement.quotations == once.statement.quotations, "\(file)")
      #expect(again.statement.paragraphs == once.statement.paragraphs, "\(file)")
      #expect(again.statement.frontMatter == once.statement.frontMatter)
    }
  }
}

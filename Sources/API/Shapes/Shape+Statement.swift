internal import Markup
internal import Bytes
internal import Catalog
internal import Statements

/// A part of a statement, by its place in the statement's list of such parts, from 0.
struct Part {
  var statement: Int
  var place: Int
}

extension Shape {
  /// The subject is a statement's index.
  static var statement: Shape<Int> { StatementShapes.statement }
  /// A statement with all its parts.
  static var wholeStatement: Shape<Int> { StatementShapes.whole }
  static var paragraph: Shape<Part> { StatementShapes.paragraph }
  static var signatory: Shape<Part> { StatementShapes.signatory }
}

enum StatementShapes {
  static var outlines: [ShapeOutline] {
    [statement, whole, source].map(\.outline) + [paragraph, signatory, country].map(\.outline)
  }

  static let statement = Shape<Int>(
    "Statement", "A joint statement, without its parts.",
    [
      .text("id", "Stable id, from the file's front matter or name.") { $1.statement($0).id },
      .constant("type", "Statement", "What this is."),
      .url("URL of the whole statement.") { index, scope in
        scope.url(.statements, Array(scope.statement(index).id.utf8))
      },
      .optionalText("title", "The title.") { $1.title($0) },
      .optionalText(
        "publishedOn", "The day of publication.", schema: .formatted("date")
      ) { $1.statement($0).statement.publishedOn.map(\.iso) },
      .optionalText("inLanguage", "The language, as a BCP 47 tag.") {
        $1.statement($0).statement.language
      },
      Field("dir", .choice(["ltr", "rtl"]), "Direction of the script.") { index, scope, writer in
        writer.string(scope.statement(index).statement.direction.rawValue)
      },
      .thing("source", source, "Source of the text.") { index, _ in index },
      .number("paragraphCount", "Number of paragraphs.") {
        $1.statement($0).statement.paragraphs.count
      },
      .number("quoteCount", "Number of quotations.") {
        $1.statement($0).statement.quotations.count
      },
      .number("signatoryCount", "Number of signatories who stand by it.") {
        $1.statement($0).statement.signatoryCount
      },
      .number("withdrawnCount", "Number of those who withdrew.") {
        $1.statement($0).statement.withdrawnCount
      },
    ])

  static let whole = Shape<Int>(
    "WholeStatement", "A joint statement with its parts.",
    statement.fields + [
      .things("paragraphs", paragraph, "The paragraphs, in order.") { index, scope in
        StatementParts.of(index, scope.statement(index).statement.paragraphs.count)
      },
      .things("quotes", .quotation, "The quotations, in order.") { index, scope in
        scope.snapshot.quotations(ofStatement: index).map { QuotationSubject($0, scope) }
      },
      .things("signatories", signatory, "Who signed, in order.") { index, scope in
        StatementParts.of(index, scope.statement(index).statement.signatories.count)
      },
    ])

  static let source = Shape<Int>(
    "Source", "Source of a text.",
    [
      .optionalText("name", "Name of the publisher.") {
        $1.statement($0).statement.frontMatter.sourceName
      },
      .optionalText("url", "URL of the publication.", schema: .formatted("uri-reference")) {
        $1.statement($0).statement.frontMatter.sourceURL
      },
      .text("sha256", "SHA-256 of the text, in hexadecimal digits.") { $1.statement($0).sha256 },
    ])

  static let paragraph = Shape<Part>(
    "Paragraph", "A paragraph of a statement.",
    [
      .text("id", "Its id within the statement.") { part, _ in "p\(part.place + 1)" },
      .number("position", "Position among the paragraphs, from 1.", minimum: 1) { part, _ in
        part.place + 1
      },
      Field("text", .string, "The words.") { part, scope, writer in
        let statement = scope.statement(part.statement).statement
        writer.string(statement.text, statement.paragraphs[part.place])
      },
      .number("start", "Offset of its start in the text, in code points.") { part, scope in
        Int(scope.statement(part.statement).statement.paragraphs[part.place].start)
      },
      .number("end", "Offset of its end in the text, in code points.") { part, scope in
        Int(scope.statement(part.statement).statement.paragraphs[part.place].end)
      },
    ])

  static let signatory = Shape<Part>(
    "Signatory", "A party that signed a statement, as written there.",
    [
      .number("position", "Position among the signatories, from 1.", minimum: 1) { part, _ in
        part.place + 1
      },
      .text("name", "The name as written.") { part, scope in
        let statement = scope.statement(part.statement).statement
        return statement.text.string(in: statement.signatories[part.place].name)
      },
      Field("kind", .choice(["organization", "person"]), "What it is.") { part, scope, writer in
        writer.string(part.signatory(scope).kind.rawValue)
      },
      .thing("organization", References.party, "The organization, if it is one.") {
        $0.party(.organization, $1)
      },
      .thing("person", References.party, "The person, if it is one.") { $0.party(.person, $1) },
      .optionalText("role", "The person's role, as stated.") { part, scope in
        part.text(part.signatory(scope).role, scope)
      },
      .optionalText("affiliation", "The organization of the role, as stated.") { part, scope in
        part.text(part.signatory(scope).affiliation, scope)
      },
      .thing("country", country, "Its country.") { part, scope in
        part.signatory(scope).country == nil ? nil : part
      },
      .optionalNumber(
        "start", "Offset of the name's start in the text, in code points; null if not there."
      ) { part, scope in part.nameInText(scope).map { Int($0.start) } },
      .optionalNumber("end", "Offset of the name's end in the text, in code points.") {
        part, scope in part.nameInText(scope).map { Int($0.end) }
      },
      .optionalText("signedOn", "The day of signing, if known.", schema: .formatted("date")) {
        part, scope in part.signatory(scope).details.signedOn.map(\.iso)
      },
      .optionalText(
        "withdrawnOn", "The day of withdrawal; null for who stands by the statement.",
        schema: .formatted("date")
      ) { part, scope in part.signatory(scope).details.withdrawnOn.map(\.iso) },
      .optionalText("note", "A note of the editor.") { part, scope in
        part.signatory(scope).details.note
      },
      Field("inText", .boolean, "Whether the name stands in the text.") { part, scope, writer in
        writer.bool(part.nameInText(scope) != nil)
      },
    ])

  static let country = Shape<Part>(
    "StatedCountry", "A country, and how the text states it.",
    [
      .text("code", "ISO 3166-1 alpha-2 code.") { part, scope in
        part.signatory(scope).country.map { "\($0.code)" } ?? ""
      },
      .text("name", "The usual English name.") { part, scope in
        part.signatory(scope).country?.code.englishName ?? ""
      },
      .optionalText("asStated", "The words of the text; null if it was inferred.") {
        part, scope in
        part.text(part.signatory(scope).country?.asStated, scope)
      },
    ])
}

extension Part {
  fileprivate func signatory(_ scope: RenderContext) -> Signatory {
    scope.statement(statement).statement.signatories[place]
  }

  /// Where the name stands; `nil` where who signed was added later.
  fileprivate func nameInText(_ scope: RenderContext) -> TextRange? {
    let name = signatory(scope).name
    return scope.statement(statement).statement.text.contains(name) ? name : nil
  }

  fileprivate func party(_ kind: PartyKind, _ scope: RenderContext) -> PartyReference? {
    let party = scope.snapshot.party(ofStatement: statement, at: place)
    return party.kind == kind ? party : nil
  }

  fileprivate func text(_ range: TextRange?, _ scope: RenderContext) -> String? {
    range.map { scope.statement(statement).statement.text.string(in: $0) }
  }
}

enum StatementParts {
  /// The first `count` parts of a statement.
  static func of(_ statement: Int, _ count: Int) -> [Part] {
    (0..<count).map { Part(statement: statement, place: $0) }
  }
}

extension CountryCode {
  /// The usual English name; the code where it is of no country.
  var englishName: String { Countries.name(of: self) ?? description }
}

extension ValueWriter {
  /// Writes the exact slice of a text.
  mutating func string(_ text: SourceText, _ range: TextRange) {
    string(text.slice(range).span)
  }
}

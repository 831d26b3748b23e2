internal import Markup
internal import Bytes
internal import Catalog
internal import Statements

/// One thing that was found.
struct SearchHit {
  let kind: SearchDocuments.Kind
  let index: Int
  let found: SearchIndex.Found
}

enum SearchShapes {
  static var outlines: [ShapeOutline] { [hit.outline, snippet.outline, mark.outline] }

  static let hit = Shape<SearchHit>(
    "SearchResult", "An item that matches the whole query.",
    [
      Field("type", .choice(SearchDocuments.Kind.allCases.map(\.name)), "What it is.") {
        hit, _, writer in
        writer.string(hit.kind.name)
      },
      Field("id", .string, "Its id.") { hit, scope, writer in writer.string(hit.id(scope)) },
      .url("URL of the full item.") { hit, scope in
        scope.url(hit.kind.collection, hit.id(scope))
      },
      .optionalText("title", "The title of a statement, a name, or the speaker of a quotation.") {
        $0.title($1)
      },
      .certainThing("snippet", snippet, "The text around the match.") { $0.snippet($1) },
    ])

  static let snippet = Shape<Snippet>(
    "Snippet", "Text around a match.",
    [
      Field("text", .string, "The words.") { snippet, _, writer in
        writer.string(snippet.text.span.extracting(snippet.range))
      },
      .things("marks", mark, "Ranges of the matches in the snippet.") { snippet, _ in
        snippet.marks.map { snippet.points($0) }
      },
      .optionalNumber("start", "Start of the snippet in the statement, in code points.") {
        snippet, _ in snippet.place?.lowerBound
      },
      .optionalNumber("end", "End of the snippet in the statement, in code points.") {
        snippet, _ in snippet.place?.upperBound
      },
    ])

  static let mark = Shape<Range<Int>>(
    "Mark", "A stretch of a snippet.",
    [
      .number("start", "Start of the match in the snippet, in code points.") { range, _ in
        range.lowerBound
      },
      .number("end", "End of the match in the snippet, in code points.") { range, _ in
        range.upperBound
      },
    ])
}

/// A snippet with the text it is from.
struct Snippet {
  let text: [UInt8]
  /// Bytes of the text.
  let range: Range<Int>
  let marks: [Range<Int>]
  /// Code points of the statement's text; `nil` where the text is not a statement's.
  let place: Range<Int>?

  init(_ text: [UInt8], _ hit: SearchHit, _ scope: RenderContext) {
    let snippet = SearchSnippet(text, hit.found, scope.snapshot.search)
    self.text = text
    range = snippet.range
    marks = snippet.marks
    guard hit.kind == .statement else {
      place = nil
      return
    }
    let start = Self.codePoints(text.span.extracting(0..<range.lowerBound))
    place = start..<start + Self.codePoints(text.span.extracting(range))
  }

  /// A range of bytes of the text as code points of the snippet.
  func points(_ mark: Range<Int>) -> Range<Int> {
    let start = Self.codePoints(text.span.extracting(range.lowerBound..<mark.lowerBound))
    return start..<start + Self.codePoints(text.span.extracting(mark))
  }

  private static func codePoints(_ bytes: Span<UInt8>) -> Int {
    var count = 0
    for index in bytes.indices where bytes[index] & 0xC0 != 0x80 { count &+= 1 }
    return count
  }
}

extension SearchDocuments.Kind {
  /// As `type` has it in the thing's own shape.
  var name: String {
    switch self {
    case .statement: "Statement"
    case .organization: "Organization"
    case .person: "Person"
    case .quotation: "Quotation"
    }
  }

  var collection: Collection {
    switch self {
    case .statement: .statements
    case .organization: .organizations
    case .person: .people
    case .quotation: .quotes
    }
  }
}

extension SearchHit {
  fileprivate func id(_ scope: RenderContext) -> [UInt8] {
    switch kind {
    case .statement: scope.snapshot.statementIDs.key(index)
    case .organization: scope.snapshot.organizations.ids.key(index)
    case .person: scope.snapshot.people.ids.key(index)
    case .quotation: scope.snapshot.quotationIDs.key(index)
    }
  }

  fileprivate func title(_ scope: RenderContext) -> String? {
    switch kind {
    case .statement: scope.title(index)
    case .organization: scope.name(PartyReference(kind: .organization, index: Int32(index)))
    case .person: scope.name(PartyReference(kind: .person, index: Int32(index)))
    case .quotation: scope.snapshot.quotations[index].speaker.map { scope.name($0) }
    }
  }

  fileprivate func snippet(_ scope: RenderContext) -> Snippet {
    switch kind {
    case .statement: Snippet(scope.statement(index).statement.text.utf8, self, scope)
    case .quotation: Snippet(scope.snapshot.words(ofQuotation: index), self, scope)
    case .organization, .person: Snippet(Array((title(scope) ?? "").utf8), self, scope)
    }
  }
}

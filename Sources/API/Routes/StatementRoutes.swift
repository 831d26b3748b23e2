internal import Markup
internal import Bytes
internal import Catalog
internal import HTTP
internal import Statements

/// Statements and their parts.
enum StatementRoutes {
  static let routes = [
    Route(
      "/v1/statements", "All statements, newest first", .page("Statement"),
      Listings.statements.parameters()
    ) { (call) throws(Problem) in try Listings.statements(call, Filter(call)) },
    Route("/v1/statements/{id}", "One statement with all its parts", .one("WholeStatement")) {
      (call) throws(Problem) in
      try ofStatement(call) { index in
        var writer = ValueWriter(reservingCapacity: 16 << 10)
        Shape<Int>.wholeStatement.write(index, call.scope, &writer)
        return ResponseContent(writer.bytes)
      }
    },
    Route(
      "/v1/statements/{id}/signatories", "Who signed it, in order", .page("Signatory"),
      Listings.signatories.parameters()
    ) { (call) throws(Problem) in
      try ofStatement(call) { (index) throws(Problem) in try Listings.signatories(call, index) }
    },
    Route(
      "/v1/statements/{id}/quotes", "The quotations in it, in order", .page("Quotation"),
      Listings.quotations.parameters(without: "statement")
    ) { (call) throws(Problem) in
      try ofStatement(call) { (index) throws(Problem) in
        var filter = Filter(call)
        filter.statement = .only(index)
        return try Listings.quotations(call, filter)
      }
    },
    Route(
      "/v1/statements/{id}/paragraphs", "Its paragraphs, in order", .page("Paragraph"),
      Listings.paragraphs.parameters()
    ) { (call) throws(Problem) in
      try ofStatement(call) { (index) throws(Problem) in try Listings.paragraphs(call, index) }
    },
    Route(
      "/v1/statements/{id}/paragraphs/{n}", "One paragraph, counted from 1", .one("Paragraph")
    ) { (call) throws(Problem) in
      try ofStatement(call) { (index) throws(Problem) in try paragraph(call, index) }
    },
    Route("/v1/statements/{id}/text", "Its text, which positions count in", .plainText) {
      (call) throws(Problem) in
      try ofStatement(call) { index in plain(call.scope.statement(index).statement.text.utf8) }
    },
    Route("/v1/statements/{id}/source", "The file as it was given, byte for byte", .plainText) {
      (call) throws(Problem) in
      try ofStatement(call) { index in
        let statement = call.scope.statement(index).statement
        return plain(statement.file.bytes(with: statement.text))
      }
    },
  ]

  /// Somebody's bytes: text whatever they look like, and harmless where a browser is made to think
  /// otherwise.
  private static func plain(_ bytes: [UInt8]) -> ResponseContent {
    var content = ResponseContent(bytes)
    content.mediaType = .text
    content.policy = "default-src 'none'; sandbox"
    return content
  }

  private static func paragraph(_ call: RequestContext, _ index: Int) throws(Problem)
    -> ResponseContent
  {
    let count = call.scope.statement(index).statement.paragraphs.count
    guard let number = call.number(1), number > 0, number <= count else {
      let list = "/" + call.path.split(separator: "/").dropLast().joined(separator: "/")
      throw Problem(
        .notFound,
        "The statement has no such paragraph. Its \(count) are listed at \(path: list).")
    }
    var writer = ValueWriter()
    Shape<Part>.paragraph.write(
      Part(statement: index, place: number - 1), call.scope, &writer)
    return ResponseContent(writer.bytes)
  }

  /// Finds the statement that the path names, and lets `answer` make the content, which is in the
  /// statement's language and as old as its text.
  private static func ofStatement(
    _ call: RequestContext, _ answer: (Int) throws(Problem) -> ResponseContent
  ) throws(Problem) -> ResponseContent {
    let id = call.values[0]
    guard let index = call.scope.snapshot.statementIDs.find(id) else {
      if let renamed = call.scope.snapshot.statement(alias: id.span) {
        return .redirect(to: location(renamed, call))
      }
      throw .missing("statement", id, in: .statements)
    }
    var content = try answer(index)
    let entry = call.scope.statement(index)
    content.lastModified = entry.modified
    content.language = entry.statement.language
    return content
  }

  /// The path of the call with the present id of the statement in the place of the old one.
  private static func location(_ index: Int, _ call: RequestContext) -> String {
    let id = Array(call.scope.statement(index).id.utf8)
    var path = call.scope.url(.statements, id)
    for segment in call.path.split(separator: "/").dropFirst(3) {
      path.append(0x2F)
      path.append(contentsOf: segment.utf8)
    }
    return String(decoding: path, as: UTF8.self) + call.query.text(replacing: [])
  }
}

extension Problem {
  /// A 404 that names the collection to look in.
  static func missing(_ what: String, _ id: [UInt8], in collection: Collection) -> Problem {
    let shown = String(decoding: id, as: UTF8.self)
    return Problem(
      .notFound,
      "There is no \(what) called “\(shown)”. All are listed at \(path: collection.path).")
  }
}

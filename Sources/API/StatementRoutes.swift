internal import Bytes
internal import Catalog
internal import HTTP
internal import Statements

/// Statements and their parts.
enum StatementRoutes {
  static let routes = [
    Route(
      "/v1/statements", "All statements, newest first", .page("Statement"),
      Parameters.paging + Parameters.ofStatements
    ) { call in
      let found = call.scope.snapshot.statements(Filter(call.query, call.scope.snapshot))
      return list(found, .statement, call)
    },
    Route("/v1/statements/{id}", "One statement with all its parts", .one("WholeStatement")) {
      (call) throws(Problem) in
      try ofStatement(call) { index in
        var writer = JSONWriter(reservingCapacity: 16 << 10)
        Shape<Int>.wholeStatement.write(index, call.scope, &writer)
        return Content(writer.bytes)
      }
    },
    Route(
      "/v1/statements/{id}/signatories", "Who signed it, in order", .page("Signatory"),
      Parameters.paging + Parameters.ofSignatories
    ) { (call) throws(Problem) in
      try ofStatement(call) { index in
        let filter = Filter(call.query, call.scope.snapshot)
        let places = call.scope.snapshot.signatories(ofStatement: index, filter)
        return Page(call, total: places.count).render { place, writer in
          let part = Part(statement: index, place: places[place])
          Shape<Part>.signatory.write(part, call.scope, &writer)
        }
      }
    },
    Route(
      "/v1/statements/{id}/quotes", "The quotations in it, in order", .page("Quotation"),
      Parameters.paging + Parameters.without("statement", Parameters.ofQuotes)
    ) { (call) throws(Problem) in
      try ofStatement(call) { index in
        var filter = Filter(call.query, call.scope.snapshot)
        filter.statement = .only(index)
        return list(call.scope.snapshot.quotations(filter), .quotation, call)
      }
    },
    Route(
      "/v1/statements/{id}/paragraphs", "Its paragraphs, in order", .page("Paragraph"),
      Parameters.paging
    ) { (call) throws(Problem) in
      try ofStatement(call) { index in
        let total = call.scope.statement(index).statement.paragraphs.count
        return Page(call, total: total).render { place, writer in
          Shape<Part>.paragraph.write(
            Part(statement: index, place: place), call.scope, &writer)
        }
      }
    },
    Route(
      "/v1/statements/{id}/paragraphs/{n}", "One paragraph, counted from 1", .one("Paragraph")
    ) { (call) throws(Problem) in
      try ofStatement(call) { (index) throws(Problem) in
        let count = call.scope.statement(index).statement.paragraphs.count
        guard let number = call.number(1), number > 0, number <= count
        else {
          let collection = call.path.split(separator: "/").dropLast().joined(separator: "/")
          throw Problem(
            .notFound,
            "The statement has no such paragraph. Its \(count) are listed at /\(collection).")
        }
        var writer = JSONWriter()
        let part = Part(statement: index, place: number - 1)
        Shape<Part>.paragraph.write(part, call.scope, &writer)
        return Content(writer.bytes)
      }
    },
    Route("/v1/statements/{id}/text", "The source text, as it was given", .plainText) {
      (call) throws(Problem) in
      try ofStatement(call) { index in
        var content = Content(call.scope.statement(index).statement.text.utf8)
        content.mediaType = "text/plain; charset=utf-8"
        return content
      }
    },
  ]

  /// Finds the statement that the path names, and lets `answer` make the content, which is in the
  /// statement's language and as old as its text.
  private static func ofStatement(
    _ call: Call, _ answer: (Int) throws(Problem) -> Content
  ) throws(Problem) -> Content {
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
  private static func location(_ index: Int, _ call: Call) -> String {
    let id = Array(call.scope.statement(index).id.utf8)
    var path = call.scope.url(.statements, id)
    for segment in call.path.split(separator: "/").dropFirst(3) {
      path.append(0x2F)
      path.append(contentsOf: segment.utf8)
    }
    return String(decoding: path, as: UTF8.self) + call.query.text(replacing: [])
  }
}

/// A page of things that are known by index.
func list(_ found: [Int32], _ shape: Shape<Int>, _ call: Call) -> Content {
  var content = Page(call, total: found.count).render { place, writer in
    shape.write(Int(found[place]), call.scope, &writer)
  }
  content.lastModified = call.scope.snapshot.modified
  return content
}

extension Problem {
  /// A 404 that names the collection to look in.
  static func missing(_ what: String, _ id: [UInt8], in collection: Collection) -> Problem {
    let shown = String(decoding: id, as: UTF8.self)
    return Problem(
      .notFound, "There is no \(what) called “\(shown)”. All are listed at \(collection.path).")
  }
}

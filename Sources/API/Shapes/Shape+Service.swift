internal import Bytes
internal import Catalog

extension Shape where Subject == Void {
  static var service: Shape<Void> { ServiceShapes.service }
  static var version: Shape<Void> { ServiceShapes.version }
  static var health: Shape<Void> { ServiceShapes.health }
  static var readiness: Shape<Void> { ServiceShapes.readiness }
}

enum ServiceShapes {
  static var outlines: [ShapeOutline] {
    [service, version, health, readiness, counts, links].map(\.outline) + [problem.outline]
  }

  static let service = Shape<Void>(
    "Service", "What is served.",
    [
      .constant("name", "Signatory", "The program."),
      .text("version", "Its version.") { $1.settings.version },
      .text("revision", "Changes whenever a text changes.") { $1.snapshot.revision },
      .thing("counts", counts, "How much there is.") { _, _ in () },
      .thing("links", links, "Where to go on.") { _, _ in () },
    ])

  static let version = Shape<Void>(
    "Version", "What is running.",
    [
      .constant("name", "Signatory", "The program."),
      .text("version", "Its version.") { $1.settings.version },
      .text("revision", "Changes whenever a text changes.") { $1.snapshot.revision },
    ])

  static let health = Shape<Void>(
    "Health", "How the process is.", [.constant("status", "ok", "It answers.")])

  static let readiness = Shape<Void>(
    "Readiness", "How the service is.",
    [
      .text("status", "`ready`, or `stopping` with a 503 during shutdown.") {
        $1.state.isStopping ? "stopping" : "ready"
      },
      .things("problems", problem, "Files whose current content is not served.") {
        $1.snapshot.problems + $1.state.problems
      },
    ])

  static let problem = Shape<SourceProblem>(
    "SourceProblem", "A file whose current content is not served.",
    [
      .text("file", "Its name.") { problem, _ in problem.file },
      .text("detail", "What is wrong, and what is served instead.") { problem, _ in
        problem.detail
      },
    ])

  static let counts = Shape<Void>(
    "Counts", "Number of items in each collection.",
    [
      .number("statements", "Statements.") { $1.snapshot.statements.count },
      .number("organizations", "Organizations.") { $1.snapshot.organizations.count },
      .number("people", "People.") { $1.snapshot.people.count },
      .number("quotes", "Quotations.") { $1.snapshot.quotations.count },
    ])

  static let links = Shape<Void>(
    "ServiceLinks", "URLs of the collections and of the API description.",
    [
      link("self", "/v1"), link("statements", Collection.statements.path),
      link("organizations", Collection.organizations.path),
      link("people", Collection.people.path), link("quotes", Collection.quotes.path),
      link("search", Paths.search), link("docs", "/docs"),
      link("openapi", "/openapi.json"), link("apiCatalog", "/.well-known/api-catalog"),
    ])

  private static func link(_ name: String, _ path: String) -> Field<Void> {
    Field(name, .formatted("uri-reference"), "URL.") { _, scope, writer in
      writer.string(scope.url(path))
    }
  }
}

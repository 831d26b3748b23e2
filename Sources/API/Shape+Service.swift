internal import Bytes
internal import Catalog

extension Shape where Subject == Void {
  static var service: Shape<Void> { ServiceShapes.service }
  static var version: Shape<Void> { ServiceShapes.version }
  static var health: Shape<Void> { ServiceShapes.health }
}

enum ServiceShapes {
  static var outlines: [ShapeIndex.Outline] {
    [service, version, health, counts, links].map(\.outline)
  }

  static let service = Shape<Void>(
    "Service", "What is served.",
    [
      .constant("name", "Signatory", "The program."),
      .text("version", "Its version.") { $1.settings.version },
      .text("revision", "Changes whenever any text does.") { $1.snapshot.revision },
      .thing("counts", counts, "How much there is.") { _, _ in () },
      .thing("links", links, "Where to go on.") { _, _ in () },
    ])

  static let version = Shape<Void>(
    "Version", "What is running.",
    [
      .constant("name", "Signatory", "The program."),
      .text("version", "Its version.") { $1.settings.version },
      .text("revision", "Changes whenever any text does.") { $1.snapshot.revision },
    ])

  static let health = Shape<Void>(
    "Health", "How the service is.",
    [Field("status", .choice(["ok", "ready"]), "How it is.") { $2.string("ok") }])

  static let counts = Shape<Void>(
    "Counts", "How much there is of each.",
    [
      .number("statements", "Statements.") { $1.snapshot.statements.count },
      .number("organizations", "Organizations.") { $1.snapshot.organizations.count },
      .number("people", "People.") { $1.snapshot.people.count },
      .number("quotes", "Quotations.") { $1.snapshot.quotations.count },
    ])

  static let links = Shape<Void>(
    "ServiceLinks", "The URLs of the collections.",
    [
      link("self", "/v1"), link("statements", Collection.statements.path),
      link("organizations", Collection.organizations.path),
      link("people", Collection.people.path), link("quotes", Collection.quotes.path),
    ])

  private static func link(_ name: String, _ path: String) -> Field<Void> {
    Field(name, .formatted("uri-reference"), "URL.") { _, scope, writer in
      writer.string(scope.url(path))
    }
  }
}

internal import Catalog

/// The shapes by their names, and the columns that a shape makes in a table.
enum ShapeIndex {
  /// The members of every shape: names, schemas and explanations, without what writes them.
  static let members: [String: [Member]] = Dictionary(
    uniqueKeysWithValues: all.map { ($0.name, $0.members) })

  /// In the order in which the description lists them.
  static let all: [Outline] =
    ServiceShapes.outlines + StatementShapes.outlines + QuotationShapes.outlines
    + PartyShapes.outlines + References.outlines + SearchShapes.outlines

  /// The shapes of which there are lists.
  static let listed: [Outline] = [
    Shape<Int>.statement.outline, Shape<QuotationSubject>.quotation.outline,
    Shape<PartyReference>.organization.outline, Shape<PartyReference>.person.outline,
    Shape<Part>.signatory.outline, Shape<Part>.paragraph.outline, SearchShapes.hit.outline,
  ]

  struct Member: Sendable {
    let name: String
    let schema: Schema
    let about: String
  }

  struct Outline: Sendable {
    let name: String
    let about: String
    let members: [Member]
  }

  /// The columns of a value: one, or those of its members.
  fileprivate static func columns(_ path: String, _ schema: Schema) -> [String] {
    switch schema {
    case .nullable(let inner), .array(let inner): columns(path, inner)
    case .shape(let name):
      (members[name] ?? []).flatMap { columns("\(path).\($0.name)", $0.schema) }
    default: [path]
    }
  }
}

extension Shape {
  var outline: ShapeIndex.Outline {
    ShapeIndex.Outline(
      name: name, about: about,
      members: fields.map {
        ShapeIndex.Member(name: $0.name, schema: $0.schema, about: $0.about)
      })
  }

  /// The columns of a table of such things, with nested members as `organization.id`.
  func columns(_ selected: Set<String>?) -> [String] {
    fields.filter { selected?.contains($0.name) ?? true }
      .flatMap { ShapeIndex.columns($0.name, $0.schema) }
  }
}

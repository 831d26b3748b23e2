internal import Catalog

/// The shapes of everything that is answered, for the description.
enum ShapeIndex {
  /// In the order in which the description lists them.
  static let all: [ShapeOutline] =
    ServiceShapes.outlines + StatementShapes.outlines + QuotationShapes.outlines
    + PartyShapes.outlines + References.outlines + SearchShapes.outlines

  /// The shapes of which there are lists.
  static let listed: [ShapeOutline] = [
    Shape<Int>.statement.outline, Shape<QuotationSubject>.quotation.outline,
    Shape<PartyReference>.organization.outline, Shape<PartyReference>.person.outline,
    Shape<Part>.signatory.outline, Shape<Part>.paragraph.outline, SearchShapes.hit.outline,
  ]
}

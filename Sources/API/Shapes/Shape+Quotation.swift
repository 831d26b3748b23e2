internal import Markup
internal import Bytes
internal import Catalog
internal import Statements

extension Shape {
  static var quotation: Shape<QuotationSubject> { QuotationShapes.quotation }
}

/// A quotation with what its members are made from, looked up once for all of them.
struct QuotationSubject {
  let index: Int
  fileprivate let entry: StatementEntry
  fileprivate let parties: QuotationEntry
  fileprivate let quotation: Quotation

  /// The quotation of an index.
  init(_ index: Int, _ scope: RenderContext) {
    self.index = index
    parties = scope.snapshot.quotations[index]
    entry = scope.statement(Int(parties.statement))
    quotation = scope.snapshot.quotation(index)
  }

  fileprivate func string(_ range: TextRange?) -> String? {
    range.map { entry.statement.text.string(in: $0) }
  }
}

enum QuotationShapes {
  static var outlines: [ShapeOutline] { [quotation.outline, segment.outline] }

  static let quotation = Shape<QuotationSubject>(
    "Quotation", "Direct speech in a statement.",
    [
      Field("id", .string, "Stable id, derived from the speaker and the words.") {
        subject, scope, writer in
        writer.string(scope.snapshot.quotationIDs.key(subject.index))
      },
      .constant("type", "Quotation", "What this is."),
      .url("Where this quotation is.") { subject, scope in
        scope.url(.quotes, scope.snapshot.quotationIDs.key(subject.index))
      },
      Field("text", .string, "The words; segments are joined by a space.") {
        subject, scope, writer in
        writer.string(scope.snapshot.words(ofQuotation: subject.index))
      },
      .things("segments", segment, "Its parts, if an attribution interrupts it.") {
        subject, _ in
        subject.quotation.segments.map {
          TextPlace(statement: subject.parties.statement, range: $0)
        }
      },
      .thing("speaker", References.party, "Who said it; null if the text does not say.") {
        subject, _ in subject.parties.speaker
      },
      .optionalText("role", "What the speaker is, as stated.") { subject, _ in
        subject.string(subject.quotation.role)
      },
      .thing("affiliation", References.party, "The organization of that role.") { subject, _ in
        subject.parties.affiliation.map { PartyReference(kind: .organization, index: $0) }
      },
      .optionalText("attribution", "The attribution, as written.") { subject, _ in
        subject.string(subject.quotation.attribution)
      },
      .thing("statement", References.statement, "The statement it stands in.") { subject, _ in
        Int(subject.parties.statement)
      },
      Field("paragraph", .nullable(.integer(minimum: 1)), "The position of its paragraph.") {
        subject, _, writer in
        if let paragraph = subject.quotation.paragraph {
          writer.number(paragraph + 1)
        } else {
          writer.null()
        }
      },
      .text(
        "textFragment", "Text fragment that scrolls the published page to the words."
      ) { subject, _ in
        TextFragment.directive(
          for: subject.quotation.segments, in: subject.entry.statement.text)
      },
    ])

  static let segment = Shape<TextPlace>(
    "Segment", "A range of a statement's text.",
    [
      .number("start", "Offset of its start in the text, in code points.") { place, _ in
        Int(place.range.start)
      },
      .number("end", "Offset of its end in the text, in code points.") { place, _ in
        Int(place.range.end)
      },
      Field("exact", .string, "The words.") { place, scope, writer in
        writer.string(scope.snapshot.text(of: place), place.range)
      },
    ])
}

internal import Bytes
internal import Catalog
internal import Statements

extension Shape {
  /// The subject is a quotation's index.
  static var quotation: Shape<Int> { QuotationShapes.quotation }
}

enum QuotationShapes {
  static var outlines: [ShapeIndex.Outline] { [quotation.outline, segment.outline] }

  static let quotation = Shape<Int>(
    "Quotation", "Direct speech in a statement.",
    [
      Field("id", .string, "Stable id, made from the speaker and the words.") {
        index, scope, writer in
        writer.string(scope.snapshot.quotationIDs.key(index))
      },
      .constant("type", "Quotation", "What this is."),
      .url("Where this quotation is.") { index, scope in
        scope.url(.quotes, scope.snapshot.quotationIDs.key(index))
      },
      Field("text", .string, "The words; segments are joined by a space.") {
        index, scope, writer in
        let text = scope.text(ofQuotation: index)
        writer.beginString()
        for (place, segment) in scope.snapshot.quotation(index).segments.enumerated() {
          if place > 0 { writer.stringPart(" ".utf8.span) }
          writer.stringPart(text.utf8.span.extracting(segment.utf8Offsets))
        }
        writer.endString()
      },
      .things("segments", segment, "The parts into which an attribution split it.") {
        index, scope in
        let statement = scope.snapshot.quotations[index].statement
        return scope.snapshot.quotation(index).segments.map {
          TextPlace(statement: statement, range: $0)
        }
      },
      .thing("speaker", References.party, "Who said it; null where the text does not tell.") {
        $1.snapshot.quotations[$0].speaker
      },
      .optionalText("role", "What the speaker is, as stated.") { index, scope in
        scope.string(scope.snapshot.quotation(index).role, ofQuotation: index)
      },
      .thing("affiliation", References.party, "The organization of that role.") { index, scope in
        scope.snapshot.quotations[index].affiliation.map {
          PartyReference(kind: .organization, index: $0)
        }
      },
      .optionalText("attribution", "The words that name the speaker beside it.") {
        index, scope in
        scope.string(scope.snapshot.quotation(index).attribution, ofQuotation: index)
      },
      .thing("statement", References.statement, "The statement it stands in.") { index, scope in
        Int(scope.snapshot.quotations[index].statement)
      },
      Field("paragraph", .nullable(.integer(minimum: 1)), "The position of its paragraph.") {
        index, scope, writer in
        if let paragraph = scope.snapshot.quotation(index).paragraph {
          writer.number(paragraph + 1)
        } else {
          writer.null()
        }
      },
      .text(
        "textFragment", "What to add to the URL of the published page to be led to the words."
      ) { index, scope in
        TextFragment.directive(
          for: scope.snapshot.quotation(index).segments, in: scope.text(ofQuotation: index))
      },
    ])

  static let segment = Shape<TextPlace>(
    "Segment", "A stretch of a statement's text.",
    [
      .number("start", "Code points of the text before it.") { place, _ in
        Int(place.range.start)
      },
      .number("end", "Code points of the text before what follows it.") { place, _ in
        Int(place.range.end)
      },
      Field("exact", .string, "The words.") { place, scope, writer in
        writer.string(scope.snapshot.text(of: place), place.range)
      },
    ])
}

extension Scope {
  fileprivate func text(ofQuotation index: Int) -> SourceText {
    statement(Int(snapshot.quotations[index].statement)).statement.text
  }

  fileprivate func string(_ range: TextRange?, ofQuotation index: Int) -> String? {
    range.map { text(ofQuotation: index).string(in: $0) }
  }
}

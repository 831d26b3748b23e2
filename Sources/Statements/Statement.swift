package import Bytes
package import Markup

/// What was understood of one text. All ranges are of `text`.
package struct Statement: Sendable {
  package var text: SourceText
  /// What the text was read from.
  package var file: SourceFile
  package var frontMatter: FrontMatter
  package var title: TextRange?
  /// From the front matter, else from the text.
  package var publishedOn: CalendarDate?
  /// BCP 47; from the front matter, else detected where it is plain.
  package var language: String?
  /// The way its script runs.
  package var direction: TextDirection
  package var paragraphs: [TextRange]
  package var quotations: [Quotation]
  package var signatories: [Signatory]
  package var diagnostics: [Diagnostic]

  /// The slice as a name is shown, see `SourceText.string(in:)`.
  package func string(at range: TextRange) -> String { text.string(in: range) }

  /// The title as it is shown: that of the front matter, else of the text.
  package var shownTitle: String? { frontMatter.title ?? title.map { string(at: $0) } }

  /// The words of a quotation as they are shown, its parts joined by a space.
  package func string(of quotation: Quotation) -> String {
    quotation.segments.map { string(at: $0) }.joined(separator: " ")
  }

  /// Says its language, and with it the way its script runs.
  package mutating func setLanguage(_ tag: String) {
    language = tag
    direction = TextDirection(of: tag) ?? direction
  }

  /// How many of the signatories have withdrawn.
  package var withdrawnCount: Int { signatories.count { $0.isWithdrawn } }
  /// How many stand by the statement.
  package var signatoryCount: Int { signatories.count - withdrawnCount }
}

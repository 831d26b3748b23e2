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
}

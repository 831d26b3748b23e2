/// Statements: from the text of a joint statement to a value: title, date, paragraphs, quotations,
/// signatories, each with its place in the text, and diagnostics of what could not be placed.
///
/// Pure, and never inventing: whatever is a name or somebody's words is a range of the source text.
/// Identity across statements, ids and URLs live in `Catalog` and `API`.

/// A half-open range of the source text, counted twice: in Unicode code points, as the W3C Web
/// Annotation model positions text, and in UTF-8 bytes, to slice with.
package struct TextRange: Hashable, Sendable {
  /// Code points before the first one of the range.
  package var start: UInt32
  /// Code points before the first one after the range.
  package var end: UInt32
  /// Bytes of the UTF-8 text before the range.
  package var utf8Start: UInt32
  /// Bytes of the UTF-8 text before what follows the range.
  package var utf8End: UInt32

  package init(start: UInt32, end: UInt32, utf8Start: UInt32, utf8End: UInt32) {
    self.start = start
    self.end = end
    self.utf8Start = utf8Start
    self.utf8End = utf8End
  }
}

/// A calendar date without time or zone.
package struct CalendarDate: Hashable, Comparable, Sendable {
  package var year: Int
  package var month: Int
  package var day: Int

  package init(year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  package static func < (left: Self, right: Self) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }
}

/// The text of a statement: valid UTF-8, exactly as it was given, but for a byte order mark and
/// front matter before it.
package struct SourceText: Sendable {
  package let utf8: [UInt8]
  /// The length in code points.
  package let codePointCount: Int
}

/// What was understood of one text. All ranges are of `text`.
package struct Statement: Sendable {
  package var text: SourceText
  package var frontMatter: FrontMatter
  package var title: TextRange?
  /// From the front matter, else from the text.
  package var publishedOn: CalendarDate?
  /// BCP 47; from the front matter, else detected where it is plain.
  package var language: String?
  package var paragraphs: [TextRange]
  package var quotations: [Quotation]
  package var signatories: [Signatory]
  package var diagnostics: [Diagnostic]
}

/// The `key: value` lines between `---` before a text. Every value as given.
package struct FrontMatter: Equatable, Sendable {
  package var id: String?
  package var title: String?
  package var publishedOn: CalendarDate?
  package var language: String?
  package var sourceName: String?
  package var sourceURL: String?
  package var publisher: String?
  package var translationOf: String?
  package var aliases: [String] = []

  package init() {}
}

/// Direct speech.
package struct Quotation: Equatable, Sendable {
  /// The words between the marks, one range for each part that an attribution split off.
  package var segments: [TextRange]
  /// Where the speaker's full name stands, in whatever place the text gives it in full.
  package var speaker: TextRange?
  /// What the speaker is.
  package var speakerKind: PartyKind
  /// As stated where the speaker is introduced.
  package var role: TextRange?
  package var affiliation: TextRange?
  /// The words that name the speaker beside this quotation: `said Dolkun Isa, … President`.
  package var attribution: TextRange?
  /// Index into `Statement.paragraphs` of the paragraph in which it begins.
  package var paragraph: Int?
}

package enum PartyKind: String, Sendable {
  case organization, person
}

/// One party that signed.
package struct Signatory: Equatable, Sendable {
  package var name: TextRange
  package var kind: PartyKind
  /// A person's role and the organization it is held in, as stated.
  package var role: TextRange?
  package var affiliation: TextRange?
  package var country: Country?
}

/// A country that a party belongs to.
package struct Country: Hashable, Sendable {
  /// ISO 3166-1 alpha-2, in capitals.
  package var code: String
  /// Where the text states it; `nil` when it was inferred from the party's name.
  package var asStated: TextRange?
}

/// Something in a text that an editor should look at.
package struct Diagnostic: Equatable, Sendable {
  package enum Severity: String, Sendable { case warning, error }
  package var severity: Severity
  /// The place, in the text after the front matter; `nil` when it concerns the whole text.
  package var range: TextRange?
  package var message: String
}

package import Markup

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

  /// Words of somebody of whom nothing is known yet.
  package init(segments: [TextRange], speakerKind: PartyKind = .person, paragraph: Int?) {
    self.segments = segments
    self.speakerKind = speakerKind
    self.paragraph = paragraph
  }
}

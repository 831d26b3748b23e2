/// Direct speech found in a text, in bytes.
struct Utterance: Equatable {
  var segments: [Range<Int>]
  var speaker: Range<Int>?
  var kind = PartyKind.person
  /// What is said of the speaker.
  var told = Apposition()
  var attribution: Range<Int>?
  /// The block in which it begins.
  var block: Int
  /// Whether the words that name the speaker use a pronoun, so that the speaker before is meant.
  var isPronoun = false
  /// Whether it is by whoever spoke in the paragraph before.
  var isContinued = false
}

/// A quotation mark without its partner.
struct MarkFault: Equatable { var range: Range<Int> }

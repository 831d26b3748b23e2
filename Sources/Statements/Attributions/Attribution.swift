/// Words beside a quotation that name who speaks.
struct Attribution: Equatable {
  /// All of them.
  var range: Range<Int>
  /// The name, without honorifics; `nil` when only a pronoun or a description stands there.
  var name: Range<Int>?
  var kind = PartyKind.person
  var isPronoun = false
  /// Whether a person speaks of whom no name is told.
  var isSomebody = false
  /// Whether a document is quoted, and nobody speaks.
  var isDocument = false
  /// What is said of who speaks.
  var told = Apposition()
}

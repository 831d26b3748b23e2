/// Corrections: what an editor sets right of a statement that was read, in a file beside its text.
///
/// `CorrectionsFile` is the file; `+Read` reads it, `+Apply` applies it, `+Template` writes one to
/// be edited. No word comes into a statement that neither stands in its text nor in `addedLater`.

internal import Bytes
internal import Statements

/// What an editor says of one statement, as it is written, with the places where it is.
package struct CorrectionsFile: Sendable {
  /// Words, and where in the file they are said.
  struct Words: Equatable, Sendable {
    var text: String
    var place: Place
  }

  /// What becomes of a member that may be absent.
  enum Change<Value: Sendable>: Sendable {
    case stays
    /// It was read, and is not so.
    case nothing
    case to(Value)

    var value: Value? { if case .to(let value) = self { value } else { nil } }
    var isMade: Bool { if case .stays = self { false } else { true } }
  }

  /// Which of the things that were read: by its words, and where several have them, by its number
  /// among these, from 1.
  struct Choice: Sendable {
    var words: Words
    var occurrence: Int?
  }

  struct StatedCountry: Sendable {
    var code: CountryCode
    var asStated: Words?
  }

  /// What is said of a signatory.
  struct PartyChange: Sendable {
    var name: Words?
    var kind: PartyKind?
    var role = Change<Words>.stays
    var affiliation = Change<Words>.stays
    var country = Change<StatedCountry>.stays
    var signedOn = Change<CalendarDate>.stays
    var withdrawnOn = Change<CalendarDate>.stays
    var note = Change<String>.stays
  }

  struct AddedParty: Sendable {
    var name: Words
    var party: PartyChange
    /// The name of the signatory before it; without, it comes where it stands in the text.
    var after: Words?
    var occurrence: Int?
  }

  /// What is said of a quotation.
  struct SpeakerChange: Sendable {
    var speaker = Change<Words>.stays
    var kind: PartyKind?
    var role = Change<Words>.stays
    var affiliation = Change<Words>.stays
  }

  struct AddedQuotation: Sendable {
    /// Its words; several where an attribution splits them.
    var exact: [Words]
    var occurrence: Int?
    var speech: SpeakerChange
    var attribution: Words?
  }

  /// A paragraph by its first and its last words.
  struct AddedParagraph: Sendable {
    var from: Words
    var to: Words?
  }

  var title: Words?
  var publishedOn = Change<CalendarDate>.stays
  var inLanguage: Words?

  var kind: PartyKind?
  var removed: [Choice] = []
  var changed: [(choice: Choice, to: PartyChange)] = []
  var added: [AddedParty] = []
  var addedLater: [AddedParty] = []

  var removedQuotations: [Choice] = []
  var changedQuotations: [(choice: Choice, to: SpeakerChange)] = []
  var addedQuotations: [AddedQuotation] = []

  var removedParagraphs: [Choice] = []
  /// Those that go on with the one before.
  var mergedParagraphs: [Choice] = []
  var addedParagraphs: [AddedParagraph] = []

  /// Where the date, the kind of all signatories and the language are said.
  var places: [String: Place] = [:]

  /// The largest file that is read, in bytes.
  package static let bytesMax = 1 << 20
  /// Follows the name of a text without its ending in the name of its corrections.
  package static let ending = ".corrections.json5"
}

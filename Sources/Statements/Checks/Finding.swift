internal import Bytes
internal import Markup

/// What the checks look at.
struct CheckInput {
  var utf8: [UInt8]
  var blocks: [Block]
  var title: Range<Int>?
  var quotations: [Quotation]
  var faults: [MarkFault]
  /// The signatories that stand in the text.
  var signers: [Signer]
  /// How many stand by the statement.
  var signatoryCount: Int
  /// The day of publication, where it is known.
  var date: CalendarDate?

  struct Signer {
    var name: Range<Int>
    var kind: PartyKind
    /// The number that the text gives it, else 0.
    var number: UInt32
  }
}

/// What an editor should look at.
struct Finding: Equatable {
  /// Not more than so many are reported of one text.
  static let countMax = 100

  var range: Range<Int>
  var message: String
}

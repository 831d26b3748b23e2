internal import Bytes

/// What the checks look at.
struct CheckInput {
  var utf8: [UInt8]
  var blocks: [Block]
  var title: Range<Int>?
  var utterances: [Utterance]
  var faults: [MarkFault]
  var parties: [Party]
  /// The day of publication, where it is known.
  var date: CalendarDate?
}

/// What an editor should look at.
struct Finding: Equatable {
  /// Not more than so many are reported of one text.
  static let countMax = 100

  var range: Range<Int>
  var message: String
}

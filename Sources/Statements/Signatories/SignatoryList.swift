/// A list of those who signed, as blocks of a text.
struct SignatoryList {
  /// One entry: the bytes that name a party, the lines below it that belong to it, and the
  /// subheading it stands under.
  struct Entry {
    var range: Range<Int>
    var below: Range<Int>?
    var number: UInt32 = 0
    var subheading: Range<Int>?
  }

  var heading: Range<Int>?
  var entries: [Entry] = []

  /// Where its first entry begins.
  var start: Int { entries.first?.range.lowerBound ?? 0 }
}

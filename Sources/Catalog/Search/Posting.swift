/// A word in a document: its first place there stands in the index's places.
struct Posting: Sendable {
  /// Places beyond this are not told apart.
  static let placeMax = Int(UInt16.max)

  var document: Int32
  var firstPlace: Int32
}

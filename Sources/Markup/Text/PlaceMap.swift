package import Bytes

/// Tells where in its file a byte of a text stands.
package struct PlaceMap: Sendable {
  private let file: [UInt8]
  private let linesBefore: Int

  /// The map of a text that is the end of its file, byte for byte, behind `linesBefore` lines.
  init(_ text: SourceText, linesBefore: Int) {
    file = text.utf8
    self.linesBefore = linesBefore
  }

  /// The line and column, from 1, of the byte at `offset`: lines count the front matter, columns
  /// count code points. O(offset).
  package func place(ofByte offset: Int) -> Place {
    var cursor = PlaceCursor(linesBefore: linesBefore)
    return cursor.place(of: offset, in: file)
  }

  /// The places of many bytes, in the order in which they are given. O(last offset + offsets) where
  /// they ascend.
  package func places(ofBytes offsets: [Int]) -> [Place] {
    var cursor = PlaceCursor(linesBefore: linesBefore)
    return offsets.map { cursor.place(of: $0, in: file) }
  }
}

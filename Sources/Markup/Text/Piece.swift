/// A piece of a text that stands on lines of its own: a heading, an item, a paragraph, a row, or a
/// line of those whose lines are entries. Offsets are bytes; blank ends are left out.
package struct Piece: Equatable, Sendable {
  /// The first byte, and the first byte after its list marker.
  package var start: UInt32
  package var body: UInt32
  package var end: UInt32
  package var kind: Kind = .paragraph
  package var marker: Marker = .none
  /// The number before a numbered item.
  package var number: UInt32 = 0
  /// Blank lines before it, at most 255. With none, it goes on where the piece before it ended: the
  /// next line of an address, the next item of a list, the next line behind a `<br>`.
  package var gap: UInt8 = 0
  /// Columns of white space before it, at most 255.
  package var indent: UInt8 = 0
  /// Whether it stands in a block quote.
  package var isQuoted = false
  /// Whether most of the block that it is of leads elsewhere.
  package var isLinked = false
  /// Of a heading, from 1 to 6; of other pieces 0.
  package var level: UInt8 = 0

  package enum Kind: UInt8, Sendable {
    /// The cells of a row are apart by tabs.
    case paragraph, heading, item, row, code
  }

  package enum Marker: UInt8, Sendable {
    case none, bullet, number, hash
  }

  package init(start: UInt32, body: UInt32, end: UInt32) {
    self.start = start
    self.body = body
    self.end = end
  }

  /// The piece without its marker.
  package var range: Range<Int> { Int(body)..<Int(end) }
  package var isMarked: Bool { marker == .bullet || marker == .number }
}

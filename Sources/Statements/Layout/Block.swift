/// A piece of a text that stands on lines of its own: a heading, an item, a paragraph. Offsets are
/// bytes; the blank ends of its lines are left out.
package struct Block: Sendable {
  /// The first byte, and the first byte after its list marker.
  var start: UInt32
  var body: UInt32
  var end: UInt32
  /// The number before a numbered item.
  var number: UInt32 = 0
  var marker: Marker = .none
  /// Blank lines before it, at most 255.
  var gap: UInt8
  /// Columns of white space before it, at most 255.
  var indent: UInt8
  var kind: Kind = .unknown

  package enum Marker: UInt8, Sendable {
    case none, bullet, number, hash
  }

  /// What the block is to the statement, given by the stages of the layout.
  package enum Kind: UInt8, Sendable {
    case unknown
    case navigation, kicker, title, dateline, rule
    case salutation, heading, attribution, paragraph, item, document
    case listHeading, subheading, signatory, memberLine
    case footnote, contact, footer
  }

  /// The block without its marker.
  var range: Range<Int> { Int(body)..<Int(end) }
  var isMarked: Bool { marker == .bullet || marker == .number }
}

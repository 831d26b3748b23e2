package import Markup

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
  /// Of a heading that markup makes, from 1 to 6.
  var level: UInt8 = 0
  /// Whether markup makes it a row of cells.
  var isRow = false
  /// Whether it is a link and little else.
  var isLinked = false
  /// Whether markup makes it part of a block quote.
  var isQuoted = false

  package typealias Marker = Piece.Marker

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

extension Block {
  /// The blocks of a document, one for each of its pieces.
  static func all(of document: Document) -> [Block] {
    document.pieces.map { Block($0, document.text.utf8) }
  }

  private init(_ piece: Piece, _ utf8: [UInt8]) {
    self.init(
      start: piece.start, body: piece.body, end: piece.end, number: piece.number,
      marker: piece.marker, gap: piece.gap, indent: piece.indent, level: piece.level,
      isRow: piece.kind == .row, isLinked: piece.isLinked, isQuoted: piece.isQuoted)
    // `12. März 2024` is a date.
    let words = marker == .number ? Word.all(utf8, range, limit: 2) : []
    if let next = words.first, Lexicon.months.contains(next),
      words.count == 1 || words[1].shape == .digit || next.trail != .none
    {
      marker = .none
      number = 0
      body = start
    }
  }
}

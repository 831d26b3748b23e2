/// What markup says of a stretch within a text. Offsets are bytes.
package struct Inline: Equatable, Sendable {
  package var start: UInt32
  package var end: UInt32
  package var kind: Kind
  /// Where a link leads, what an image shows, the words of a comment, the name of an anchor.
  package var value: String

  package enum Kind: UInt8, Sendable {
    case link, emphasis, strong, deleted, inserted, code
    /// Their words are not in the text: these are empty, at the place where they stood.
    case image, comment, shortcode, anchor
  }

  package init(_ kind: Kind, start: UInt32, end: UInt32, value: String = "") {
    self.kind = kind
    self.start = start
    self.end = end
    self.value = value
  }

  package var range: Range<Int> { Int(start)..<Int(end) }
}

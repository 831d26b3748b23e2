internal import Bytes

/// What is looked for: terms that must all be found. Words between quotation marks are a phrase; a
/// word with `*` at its end is the beginning of one.
package struct SearchQuery: Sendable, Equatable {
  package struct Term: Sendable, Equatable {
    /// Folded; one, or those of a phrase.
    package var words: [[UInt8]]
    /// Whether the last word may go on.
    package var isPrefix: Bool
  }

  /// Terms beyond these are not looked at.
  package static let termsMax = 16

  package private(set) var terms: [Term] = []

  package init(_ text: String) {
    let bytes = Array(text.utf8)
    for (place, part) in Self.parts(bytes).enumerated() {
      if place % 2 == 1 {
        add(Self.words(part[...]), isPrefix: false)
      } else {
        for piece in part.split(whereSeparator: { $0 == ASCII.space || (9...13).contains($0) }) {
          add(Self.words(piece), isPrefix: piece.last == 0x2A)
        }
      }
    }
    terms = Array(terms.prefix(Self.termsMax))
  }

  private mutating func add(_ words: [[UInt8]], isPrefix: Bool) {
    if !words.isEmpty { terms.append(Term(words: words, isPrefix: isPrefix)) }
  }

  /// What stands outside quotation marks, then inside, then outside, …
  private static func parts(_ bytes: [UInt8]) -> [[UInt8]] {
    var text = bytes
    for mark in ["“", "”", "„", "«", "»"] { text = text.replacing(Array(mark.utf8), with: [0x22]) }
    return text.split(separator: 0x22, omittingEmptySubsequences: false).map { Array($0) }
  }

  private static func words(_ bytes: ArraySlice<UInt8>) -> [[UInt8]] {
    let text = Array(bytes)
    var words: [[UInt8]] = []
    var scanner = WordScanner(text.span)
    while let range = scanner.next() {
      let key = NameFolding.key(text.span.extracting(range))
      words.append(contentsOf: key.split(separator: 0x2D).map { Array($0) })
    }
    return words
  }
}

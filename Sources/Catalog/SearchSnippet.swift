internal import Bytes

/// A stretch of a text around what was found in it.
package struct SearchSnippet: Sendable, Equatable {
  /// The bytes of the text that are shown.
  package var range: Range<Int>
  /// The bytes within them that were found.
  package var marks: [Range<Int>]

  private static let wordsBefore = 8
  private static let wordsMax = 32

  /// The first line that has a word of the first term that is found, from some words before it on;
  /// without any, the beginning. The snippet stays within one line.
  package init(_ text: [UInt8], _ found: SearchIndex.Found, _ index: SearchIndex) {
    let wanted = found.words.reduce(into: Set<Int32>()) { $0.formUnion($1) }
    var words: [(range: Range<Int>, isWanted: Bool)] = []
    var isFound = false
    var after = 0
    var scanner = WordScanner(text.span)
    while after < Self.wordsMax - Self.wordsBefore, let range = scanner.next() {
      if let last = words.last, Self.hasLineBreak(text, last.range.upperBound..<range.lowerBound) {
        if isFound { break }
        words.removeAll(keepingCapacity: true)
      }
      let isWanted = index.vocabulary.known(text.span.extracting(range)).contains {
        wanted.contains($0)
      }
      isFound = isFound || isWanted
      if isFound { after += 1 }
      words.append((range, isWanted))
      if !isFound && words.count > Self.wordsBefore { words.removeFirst() }
    }
    let start = words.first?.range.lowerBound ?? 0
    range = start..<(words.last?.range.upperBound ?? start)
    marks = words.filter(\.isWanted).map(\.range)
  }

  private static func hasLineBreak(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    text[range].contains { $0 == ASCII.lineFeed || $0 == ASCII.carriageReturn }
  }
}

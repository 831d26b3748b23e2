/// A stretch of a text around what was found in it.
package struct SearchSnippet: Sendable, Equatable {
  /// The bytes of the text that are shown.
  package var range: Range<Int>
  /// The bytes within them that were found.
  package var marks: [Range<Int>]

  private static let wordsBefore = 8
  private static let wordsMax = 32

  /// The first line that has a word that is looked for, from some words before that word on;
  /// without any, the first line. The snippet stays within one line. O(text).
  package init(_ text: [UInt8], _ found: SearchIndex.Found, _ index: SearchIndex) {
    let text = text.span
    let first = Self.firstWanted(text, found.wanted, index.vocabulary)
    let line = Self.line(text, around: first ?? 0)
    var words: [Range<Int>] = []
    var before = 0
    var scanner = WordScanner(text.extracting(0..<line.upperBound), from: line.lowerBound)
    while words.count < before + Self.wordsMax, let word = scanner.next() {
      words.append(word)
      if word.lowerBound < first ?? 0 { before = max(0, words.count - Self.wordsBefore) }
    }
    words.removeFirst(before)
    let start = words.first?.lowerBound ?? 0
    range = start..<(words.last?.upperBound ?? start)
    let wanted = words.filter { word in
      word.lowerBound >= first ?? text.count
        && found.wanted.contains(text.extracting(word), in: index.vocabulary)
    }
    marks = wanted.map { Self.withoutStops(text, $0) }
  }

  /// A word without the full stops after it, but for those of an abbreviation with stops within.
  private static func withoutStops(_ text: Span<UInt8>, _ word: Range<Int>) -> Range<Int> {
    var end = word.upperBound
    while end > word.lowerBound + 1, text[end - 1] == 0x2E { end -= 1 }
    for index in word.lowerBound..<end where text[index] == 0x2E { return word }
    return word.lowerBound..<end
  }

  /// Where the first word begins that is looked for.
  private static func firstWanted(
    _ text: Span<UInt8>, _ wanted: WantedWords, _ vocabulary: Vocabulary
  ) -> Int? {
    var scanner = WordScanner(text)
    while let word = scanner.next() {
      if wanted.contains(text.extracting(word), in: vocabulary) { return word.lowerBound }
    }
    return nil
  }

  /// The line in which a place is, without its end.
  private static func line(_ text: Span<UInt8>, around place: Int) -> Range<Int> {
    var start = place
    while start > 0, !isLineEnd(text[start - 1]) { start -= 1 }
    var end = place
    while end < text.count, !isLineEnd(text[end]) { end += 1 }
    return start..<end
  }

  private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
}

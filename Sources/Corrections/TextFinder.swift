internal import Bytes
internal import Markup

/// Finds words in a text as they are shown: with one space where the text has white space, line
/// breaks among it, and without what nobody sees.
struct TextFinder {
  /// The text as it is shown, and of each byte the one of the text that it is.
  private let shown: [UInt8]
  private let offsets: [UInt32]
  private let ranges: CodePointIndex
  private let source: [UInt8]

  /// O(text).
  init(_ text: SourceText) {
    (shown, offsets) = text.shown()
    ranges = CodePointIndex(text)
    source = text.utf8
  }

  static func normalized(_ text: String) -> String {
    let utf8 = Array(text.utf8)
    return Display.string(utf8, 0..<utf8.count)
  }

  /// The first place of the words that begins at the byte `start` of the text or behind it, and
  /// passes. Words that begin or end within a word of the text do not stand there. O(text).
  func first(
    _ words: String, from start: Int = 0, where passes: (TextRange) -> Bool = { _ in true }
  ) -> TextRange? {
    let wanted = Array(words.utf8)
    var index = place(ofByte: start)
    while let found = next(wanted, from: index) {
      if isWhole(found) {
        let range = range(found)
        if passes(range) { return range }
      }
      index = found.lowerBound + 1
    }
    return nil
  }

  /// The place of that number, from 1.
  func place(_ words: String, _ number: Int) -> TextRange? {
    var left = number
    return first(words) { _ in
      left -= 1
      return left == 0
    }
  }

  /// The place of the words that is the nearest to `anchor`; one that overlaps it is.
  func nearest(_ words: String, to anchor: TextRange) -> TextRange? {
    let reach = 4_096
    let from = max(0, Int(anchor.utf8Start) - reach)
    let near = places(words, from: from, to: Int(anchor.utf8End) + reach)
    return (near.isEmpty ? places(words, from: 0, to: .max) : near)
      .min { distance($0, anchor) < distance($1, anchor) }
  }

  private static let placesMax = 1_000

  private func places(_ words: String, from start: Int, to end: Int) -> [TextRange] {
    var found: [TextRange] = []
    _ = first(words, from: start) { range in
      guard range.utf8Start <= end, found.count < Self.placesMax else { return true }
      found.append(range)
      return false
    }
    return found
  }

  private func distance(_ range: TextRange, _ anchor: TextRange) -> UInt32 {
    if range.utf8End <= anchor.utf8Start { return anchor.utf8Start - range.utf8End + 1 }
    if anchor.utf8End <= range.utf8Start { return range.utf8Start - anchor.utf8End + 1 }
    return 0
  }

  // MARK: What is shown

  /// The first byte that is shown of the text from `offset` on.
  private func place(ofByte offset: Int) -> Int {
    var low = 0
    var high = offsets.count
    while low < high {
      let middle = (low + high) / 2
      if Int(offsets[middle]) < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func next(_ wanted: [UInt8], from start: Int) -> Range<Int>? {
    guard let first = wanted.first, shown.count >= wanted.count else { return nil }
    let text = shown.span
    let wanted = wanted.span
    var index = start
    while index <= text.count - wanted.count {
      if text[index] == first {
        var length = 1
        while length < wanted.count, text[index + length] == wanted[length] { length += 1 }
        if length == wanted.count { return index..<index + length }
      }
      index += 1
    }
    return nil
  }

  /// Whether no word of a script with capitals goes on over the ends of the range.
  private func isWhole(_ found: Range<Int>) -> Bool {
    !(isInWord(before: found.lowerBound) && isInWord(at: found.lowerBound))
      && !(isInWord(before: found.upperBound) && isInWord(at: found.upperBound))
  }

  private func isInWord(before index: Int) -> Bool {
    index > 0 && Self.clings(Scalars.decode(shown, before: index).value)
  }

  private func isInWord(at index: Int) -> Bool {
    index < shown.count && Self.clings(Scalars.decode(shown, at: index).value)
  }

  private static func clings(_ value: UInt32) -> Bool {
    Scalars.isDigit(value) || Scalars.isUpper(value) || Scalars.isLower(value)
  }

  private func range(_ found: Range<Int>) -> TextRange {
    ranges.range(Int(offsets[found.lowerBound])..<Int(offsets[found.upperBound - 1]) + 1)
  }

  // MARK: Suggestions

  /// Words of the text that are much like `words`; `nil` where none are. O(text × words), of the
  /// first megabyte.
  func likeness(to words: String) -> String? {
    let wanted = Array(words.utf8.prefix(200))
    let text = shown.prefix(1 << 20)
    // The least edits that make `wanted` of what ends here, and where that begins.
    var row = (0...wanted.count).map { (edits: $0, start: 0) }
    var best: (edits: Int, range: Range<Int>)?
    for (place, byte) in text.enumerated() {
      var diagonal = row[0]
      row[0] = (0, place + 1)
      for column in wanted.indices {
        let above = row[column + 1]
        var least = (diagonal.edits + (wanted[column] == byte ? 0 : 1), diagonal.start)
        if row[column].edits + 1 < least.0 { least = (row[column].edits + 1, row[column].start) }
        if above.edits + 1 < least.0 { least = (above.edits + 1, above.start) }
        diagonal = above
        row[column + 1] = (least.0, least.1)
      }
      let last = row[wanted.count]
      if last.edits < best?.edits ?? .max { best = (last.edits, last.start..<place + 1) }
    }
    guard let best, best.edits * 4 <= wanted.count, !best.range.isEmpty else { return nil }
    return String(decoding: text[wordsAround(best.range)], as: UTF8.self)
  }

  /// The range with the words whole in which it begins and ends.
  private func wordsAround(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start > 0, shown[start - 1] != 0x20 { start -= 1 }
    while end < shown.count, shown[end] != 0x20, !(shown[end - 1] == 0x20) { end += 1 }
    while end > start, shown[end - 1] == 0x20 || shown[end - 1] == 0x2C { end -= 1 }
    return start..<end
  }
}

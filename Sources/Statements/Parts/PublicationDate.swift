internal import Bytes

/// The date a text was published on, where the text gives it in full: a dateline at the head, a
/// date that leads the first paragraph, `today` with a date, a date on which the statement was
/// issued, or a dateline at the foot. Dates of other events are none.
enum PublicationDate {
  static func find(_ utf8: [UInt8], _ blocks: [Block]) -> CalendarDate? {
    var paragraphs = 0
    for block in blocks {
      if block.kind == .dateline, paragraphs == 0,
        let found = DateReader.first(utf8, in: Look(utf8, block).words)
      {
        return found.date
      }
      guard block.kind == .paragraph else { continue }
      paragraphs += 1
      let range = Int(block.body)..<min(Int(block.end), Int(block.body) + 1200)
      let words = Word.all(utf8, whole(utf8, range), limit: 150)
      if let date = leading(utf8, words, isFirst: paragraphs == 1) { return date }
      if paragraphs == 2 { break }
    }
    let last = blocks.last { $0.kind == .dateline && Look(utf8, $0).weight > 1 }
    // `Signed (3 May 2024):`
    let signed = last ?? blocks.last { $0.kind == .listHeading }
    return signed.flatMap { DateReader.first(utf8, in: Look(utf8, $0).words)?.date }
  }

  /// The range without a code point cut at its end.
  private static func whole(_ utf8: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    while end < utf8.count, end > range.lowerBound, utf8[end] & 0xC0 == 0x80 { end -= 1 }
    return range.lowerBound..<end
  }

  /// Whether words before a date are those of a place, with a comma behind them, or none.
  private static func isPlace(_ words: ArraySlice<Word>) -> Bool {
    var place = words
    if let last = place.last, last.shape == .lower, Lexicon.beforeDates.contains(last) {
      place = place.dropLast()
    }
    guard let last = place.last else { return words.isEmpty }
    return place.count <= 4 && last.trail == .comma
      && place.allSatisfy { $0.isNamelike || Lexicon.particles.contains($0) }
  }

  private static func leading(_ utf8: [UInt8], _ words: [Word], isFirst: Bool) -> CalendarDate? {
    var from = 0
    while from < words.count, let found = DateReader.first(utf8, in: Array(words[from...])) {
      let start = found.words.lowerBound + from
      let end = found.words.upperBound + from
      let lastWord = words[end - 1]
      let isDashed =
        end < words.count && (words[end].shape == .symbol || words[end - 1].trail == .close)
      if isFirst, start <= 6, lastWord.trail == .colon || isDashed { return found.date }
      if isFirst, lastWord.trail == .stop || lastWord.trail == .comma, isPlace(words[..<start]) {
        return found.date
      }
      let near = words[max(0, start - 4)..<start]
      if Lexicon.today.isFound(in: near) { return found.date }
      if isFirst, start <= 1, Lexicon.issuing.isFound(in: words[end..<min(words.count, end + 40)]) {
        return found.date
      }
      from = end
    }
    return nil
  }
}

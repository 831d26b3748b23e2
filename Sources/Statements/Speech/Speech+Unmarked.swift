internal import Markup

/// Quotations that miss a mark, or have none by the custom of their language.
extension Speech {
  /// Words up to a closing mark that nothing opened, and who said them: `…, you know,” said Jane`.
  func unopened(_ index: Int) -> Utterance? {
    let range = blocks[index].range
    guard Mark.hasDouble(utf8, range) else { return nil }
    var mark = range.lowerBound
    var width = 0
    while mark < range.upperBound {
      let (value, length) = Scalars.decode(utf8, at: mark)
      if Mark.family(value) == .double || Mark.family(value) == .guillemet {
        width = length
        break
      }
      mark += length
    }
    let content = Display.trim(utf8, range.lowerBound..<mark)
    guard width > 0, Word.all(utf8, content, limit: 8).count > 7 else { return nil }
    let span = QuotedSpan(
      content: content, outer: range.lowerBound..<mark + width, isClosed: true, mark: 0)
    let end = Sentence.end(utf8, from: mark + width, to: range.upperBound)
    guard endsLikeSpeech(span, to: range.upperBound),
      let found = Attribution.after(utf8, mark + width..<end), !found.isDocument, found.name != nil
    else { return nil }
    return utterance(index, [content], found)
  }

  /// `– The words, säger Jane Doe. More words.`: a paragraph that a dash opens, as in the Nordic
  /// countries, in Russian and in Spanish.
  func dashed(_ index: Int) -> Utterance? {
    let block = blocks[index]
    let first = Scalars.decode(utf8, at: Int(block.start)).value
    guard first == 0x2D || (0x2013...0x2015).contains(first) else { return nil }
    var range = block.range
    if range.lowerBound == Int(block.start) {
      range = Display.trim(
        utf8,
        range.lowerBound + Scalars.decode(utf8, at: range.lowerBound).length..<range.upperBound)
    }
    let words = Word.all(utf8, range, limit: 400)
    for verb in words.indices.dropFirst(3) where Lexicon.speechVerbs.contains(words[verb]) {
      let before = words[verb - 1]
      guard before.trail == .comma || (before.shape == .symbol && before.range.count > 2) else {
        continue
      }
      let end = Sentence.end(utf8, from: words[verb].start, to: range.upperBound)
      guard let found = Attribution.after(utf8, words[verb].start..<end), found.name != nil,
        !found.isDocument
      else { continue }
      let last = before.shape == .symbol ? words[verb - 2] : before
      let segments = [range.lowerBound..<last.end, Display.trim(utf8, end..<range.upperBound)]
      return utterance(index, segments.filter { !$0.isEmpty }, found)
    }
    return nil
  }
}

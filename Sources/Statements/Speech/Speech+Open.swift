internal import Markup

/// Quotations that do not close in the paragraph in which they open.
extension Speech {
  mutating func readOpen(_ index: Int, _ spans: [QuotedSpan]) -> Int {
    guard let open = spans.last else { return index + 1 }
    if let verb = innerAttribution(open.content) {
      let cut = Display.trim(utf8, open.content.lowerBound..<verb)
      faults.append(MarkFault(range: open.outer.lowerBound..<open.content.lowerBound))
      let end = Sentence.end(utf8, from: verb, to: open.content.upperBound)
      if let found = Attribution.after(utf8, verb..<end) {
        append(utterance(index, [cut], found))
        remember(index)
        return index + 1
      }
    }
    if let (segments, last, rest) = continuation(index, open) {
      let closed = spans.dropLast()
      let goesOnAfter =
        closed.isEmpty ? nil : readClosed(index, Array(closed), upTo: open.outer.lowerBound)
      if let goesOnAfter, goesOnAfter <= open.outer.lowerBound,
        QuotationMarks.isNothing(utf8, goesOnAfter..<open.outer.lowerBound)
      {
        extend(by: segments)
        remember(last)
        return last + 1
      }
      let end = Sentence.end(utf8, from: rest, to: blocks[last].range.upperBound)
      let found = Attribution.after(utf8, rest..<end).flatMap { $0.isDocument ? nil : $0 }
      let start = sentenceStart(before: open.outer.lowerBound, from: blocks[index].range.lowerBound)
      let before = Attribution.before(utf8, start..<open.outer.lowerBound)
      if let found = found ?? before.flatMap({ $0.isDocument ? nil : $0 }) {
        append(utterance(index, segments, found))
      } else if QuotationMarks.isNothing(
        utf8, blocks[index].range.lowerBound..<open.outer.lowerBound),
        let told = standing(index, segments, last: last)
      {
        append(told)
      }
      remember(last)
      return last + 1
    }
    faults.append(MarkFault(range: open.outer.lowerBound..<open.content.lowerBound))
    readFaulty(index, spans)
    return index + 1
  }

  /// A quotation that never closes is taken to end with its paragraph.
  private mutating func readFaulty(_ index: Int, _ spans: [QuotedSpan]) { readClosed(index, spans) }

  /// `…, said Jane Doe` inside words that never close: where the verb begins.
  private func innerAttribution(_ content: Range<Int>) -> Int? {
    let words = Word.all(utf8, content, limit: 2000)
    for index in words.indices.dropFirst() where index + 1 < words.count {
      let isAfterBreak = words[index - 1].trail == .comma || words[index - 1].trail == .stop
      if isAfterBreak, words[index].shape == .lower, words[index + 1].isNamelike,
        Lexicon.speechVerbs.contains(words[index])
      {
        return words[index].start
      }
    }
    return nil
  }

  /// Whether a paragraph begins with words that name who speaks in it.
  private func isOfAnother(_ index: Int) -> Bool {
    guard let first = QuotationMarks.spans(utf8, blocks[index].range, singles: singles).first,
      first.outer.lowerBound > blocks[index].range.lowerBound,
      let found = Attribution.before(utf8, blocks[index].range.lowerBound..<first.outer.lowerBound)
    else { return false }
    return found.name != nil && !found.isDocument && isIntroduced(first)
  }

  /// Whether words behind a span name a speaker.
  private func isToldBehind(_ span: QuotedSpan, _ range: Range<Int>) -> Bool {
    let end = Sentence.end(utf8, from: span.outer.upperBound, to: range.upperBound)
    return Attribution.after(utf8, span.outer.upperBound..<end)?.name != nil
  }

  /// The segments of a quotation that closes some paragraphs later, the block in which it does,
  /// and where the rest of that block begins.
  private func continuation(_ index: Int, _ open: QuotedSpan) -> ([Range<Int>], Int, Int)? {
    var segments = [open.content]
    let start = sentenceStart(before: open.outer.lowerBound, from: blocks[index].range.lowerBound)
    let isTold = Attribution.before(utf8, start..<open.outer.lowerBound)?.name != nil
    for next in index + 1..<min(blocks.count, index + 1 + Self.paragraphsMax) {
      guard Self.isText(blocks[next]), !isOfAnother(next) else { return nil }
      let spans = QuotationMarks.spans(
        utf8, blocks[next].range, singles: singles, carrying: open.mark)
      guard let first = spans.first else { return nil }
      // It names its own speaker: those of the words before have been named.
      if isTold, first.isClosed, isToldBehind(first, blocks[next].range) { return nil }
      segments.append(first.content)
      if first.isClosed { return (segments, next, first.outer.upperBound) }
    }
    return nil
  }
}

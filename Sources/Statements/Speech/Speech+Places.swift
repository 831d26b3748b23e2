internal import Markup

/// What stands around a marked span.
extension Speech {
  /// Whether a comma or a stop stands at the end of the words or behind their mark.
  func endsLikeSpeech(_ span: QuotedSpan, to next: Int) -> Bool {
    let last = Scalars.decode(utf8, before: span.content.upperBound).value
    if isPause(last) || (span.mark == 0x300C && span.outer.upperBound < next) { return true }
    guard span.outer.upperBound < next else { return false }
    return isPause(Scalars.decode(utf8, at: span.outer.upperBound).value)
  }

  /// Whether the words behind a span are a sentence of their own that introduces the next one:
  /// `“….” In Paris, Jane Doe said “…”`.
  func leadsNext(_ span: QuotedSpan, to next: Int) -> Bool {
    guard next < utf8.count, Mark.opens(Scalars.decode(utf8, at: next).value),
      utf8[span.content].last == 0x2E
    else { return false }
    let between = Word.all(utf8, span.outer.upperBound..<next, limit: 60)
    guard between.count > 2, let last = between.last, last.trail != .stop else { return false }
    return last.trail == .colon || Lexicon.speechVerbs.contains(last)
  }

  private func isPause(_ value: UInt32) -> Bool {
    Sentence.isStop(value) || value == 0x2C || value == 0xFF0C || value == 0x060C || value == 0x2013
      || value == 0x2014
  }

  /// Whether a verb before the mark introduces speech and no mere words: a comma or a colon, or
  /// eight words of speech.
  func isIntroduced(_ span: QuotedSpan) -> Bool {
    let last = Scalars.last(utf8, 0..<span.outer.lowerBound) { !Scalars.isBlank($0) }
    let value = last.map { Scalars.decode(utf8, at: $0.lowerBound).value } ?? 0
    return [0x3A, 0x2C, 0xFF1A, 0xFF0C, 0x060C].contains(value)
      || Word.all(utf8, span.content, limit: 8).count > 7 || span.content.count > 80
  }

  /// Where the sentence begins that goes on at `end`, at most 400 bytes back.
  func sentenceStart(before end: Int, from start: Int) -> Int {
    var from = max(start, end - 400)
    while from < end, utf8[from] & 0xC0 == 0x80 { from += 1 }
    var sentence = from
    while true {
      let next = Sentence.end(utf8, from: sentence, to: end)
      if next >= end { return sentence }
      sentence = next
    }
  }

  func lastSentence(_ range: Range<Int>) -> Range<Int> {
    sentenceStart(before: range.upperBound, from: range.lowerBound)..<range.upperBound
  }

  /// `“… – says Jane Doe, Chair – …”`: an attribution between dashes within the marks.
  func interrupted(_ index: Int, _ span: QuotedSpan) -> Utterance? {
    let words = Word.all(utf8, span.content, limit: 400)
    let dashes = words.indices.filter { isDash(words[$0]) }
    for (first, last) in zip(dashes, dashes.dropFirst()) where last - first > 2 && last - first < 30
    {
      guard Lexicon.speechVerbs.contains(words[first + 1]),
        let found = Attribution.after(utf8, words[first + 1].start..<words[last].start),
        !found.isDocument, isSpeech(found)
      else { continue }
      let segments = [
        Display.trim(utf8, span.content.lowerBound..<words[first].start),
        Display.trim(utf8, words[last].end..<span.content.upperBound),
      ].filter { !$0.isEmpty }
      return segments.isEmpty ? nil : utterance(index, segments, found)
    }
    return nil
  }

  private func isDash(_ word: Word) -> Bool {
    guard word.shape == .symbol else { return false }
    let value = Scalars.decode(utf8, at: word.start).value
    return value == 0x2D || (0x2013...0x2015).contains(value)
  }

  /// Sentences to the end of a paragraph that words name a speaker before, or a colon introduces.
  func ending(_ index: Int, _ span: QuotedSpan, _ words: Range<Int>) -> Utterance? {
    let range = blocks[index].range
    guard QuotationMarks.isNothing(utf8, span.outer.upperBound..<range.upperBound),
      Word.all(utf8, span.content, limit: 8).count > 7, Sentence.isEnded(utf8, span.content)
    else { return nil }
    if words.lowerBound == range.lowerBound, let found = Attribution.signature(utf8, words) {
      return utterance(index, [span.content], found)
    }
    let lead = Display.trim(utf8, words)
    let look = Look(utf8, lead)
    guard look.endsColon, !look.isFound(.documents) || isOfBody(look) else { return nil }
    if let found = Attribution.led(utf8, lead) { return utterance(index, [span.content], found) }
    return Utterance(segments: [span.content], block: index)
  }

  /// `Test Society statement:`: what a body has said.
  private func isOfBody(_ look: Look) -> Bool {
    guard let last = look.words.last, look.words.count < 16 else { return false }
    return Lexicon.sayings.contains(last) && look.words.dropLast().contains(where: \.isNamelike)
  }

  /// `Professor` before the name of somebody of whom no other post is told.
  func rank(before found: Attribution) -> Range<Int>? {
    guard let name = found.name, found.kind == .person else { return nil }
    var start = max(0, name.lowerBound - 40)
    while start < name.lowerBound, utf8[start] & 0xC0 == 0x80 || utf8[start] > 0x20 { start += 1 }
    let words = Word.all(utf8, start..<name.lowerBound, limit: 12)
    guard let last = words.last, last.trail == .none else { return nil }
    if Lexicon.ranks.contains(last) { return last.range }
    guard let before = words.dropLast().last, Lexicon.ranks.contains(before),
      Lexicon.honorifics.contains(words[(words.count - 2)...])
    else { return nil }
    return before.start..<last.end
  }

  /// Whether a line begins with a dash, as those do that sign what stands above.
  func isDashed(_ index: Int) -> Bool {
    (0x2013...0x2015).contains(Scalars.decode(utf8, at: Int(blocks[index].start)).value)
  }
}

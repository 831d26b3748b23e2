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

  private func isPause(_ value: UInt32) -> Bool {
    Sentence.isStop(value) || value == 0x2C || value == 0xFF0C || value == 0x060C || value == 0x2013
      || value == 0x2014
  }

  /// Whether a verb before the mark introduces speech and no mere words: a comma or a colon, or
  /// eight words of speech.
  func isIntroduced(_ span: QuotedSpan) -> Bool {
    var index = span.outer.lowerBound
    while index > 0 {
      let (value, length) = Scalars.decode(utf8, before: index)
      if value == 0x3A || value == 0x2C || value == 0xFF1A || value == 0xFF0C || value == 0x060C {
        return true
      }
      guard Scalars.isBlank(value) else { break }
      index -= length
    }
    return Word.all(utf8, span.content, limit: 8).count > 7 || span.content.count > 80
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
}

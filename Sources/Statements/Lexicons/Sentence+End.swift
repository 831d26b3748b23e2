internal import Markup

extension Sentence {
  /// Where the sentence that goes on at `start` ends: after its stop and the marks that follow it,
  /// at most `end`. A stop inside a word or after an abbreviation is none.
  static func end(_ utf8: [UInt8], from start: Int, to end: Int) -> Int {
    var index = start
    while index < end {
      let (value, length) = Scalars.decode(utf8, at: index)
      index += length
      guard isStop(value) else { continue }
      if value == 0x2E, isInside(utf8, start, index, end) { continue }
      return afterMarks(utf8, index, end)
    }
    return end
  }

  /// The place after further stops and closing marks, a guillemet after a space among them.
  private static func afterMarks(_ utf8: [UInt8], _ start: Int, _ end: Int) -> Int {
    var index = start
    while index < end {
      let (next, length) = Scalars.decode(utf8, at: index)
      if isStop(next) || isTrailing(next) {
        index += length
        continue
      }
      guard Scalars.isWhiteSpace(next), index + length < end,
        Scalars.decode(utf8, at: index + length).value == 0xBB
      else { break }
      index += length + 2
    }
    return index
  }

  /// Whether the full stop before `index` belongs to a word.
  private static func isInside(_ utf8: [UInt8], _ start: Int, _ index: Int, _ end: Int) -> Bool {
    if index < end {
      let next = Scalars.decode(utf8, at: index).value
      if !Scalars.isBlank(next), !isTrailing(next) { return true }
    }
    var word = index
    while word > start, utf8[word - 1] > 0x20 { word -= 1 }
    guard let last = Word.all(utf8, word..<index, limit: 1).first, last.end == index else {
      return false
    }
    // `U.K.` may end a sentence; the small letter after it tells that it does not.
    var after = index
    while after < end, utf8[after] == 0x20 { after += 1 }
    guard after < end else { return false }
    let next = Scalars.decode(utf8, at: after).value
    // `the U.S. Fitness Coalition` goes on, `in the U.S. The …` does not.
    if utf8[last.start..<index - 1].contains(0x2E),
      let word = Word.all(utf8, after..<end, limit: 1).first
    {
      return Scalars.isUpper(next) && !Lexicon.functionWords.contains(word)
        && !Lexicon.pronouns.contains(word) || !Scalars.isUpper(next) && Scalars.isLetter(next)
    }
    return last.end - last.start < 4 || !Scalars.isUpper(next) || Lexicon.honorifics.contains(last)
  }
}

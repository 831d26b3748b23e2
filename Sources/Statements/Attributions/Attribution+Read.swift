/// Which words beside a quotation name who speaks.
extension Attribution {
  /// `said Jane Doe, Chair of Test Society`, `Jane Doe said`, `according to Jane Doe`,
  /// `– Jane Doe, Chair`: the words after a closing mark, up to the end of the sentence.
  static func after(_ utf8: [UInt8], _ sentence: Range<Int>) -> Attribution? {
    if let found = UnspacedSpeaker.after(utf8, sentence) ?? JapaneseSpeaker.after(utf8, sentence) {
      return found
    }
    var words = Word.all(utf8, sentence, limit: 60)[...]
    var isDashed = false
    while let first = words.first, first.shape == .symbol {
      isDashed = isDashed || first.range.count > 0
      words = words.dropFirst()
    }
    guard let first = words.first else { return nil }
    if let count = Lexicon.pronounVerbs.match(words, at: words.startIndex) {
      let last = words[words.startIndex + count - 1]
      return Attribution(range: first.start..<last.end, isPronoun: true)
    }
    if let count = Lexicon.speechVerbs.match(words, at: words.startIndex) {
      let rest = skipFillers(words.dropFirst(count))
      return reading(first.start, rest) { SpeakerPhrase.afterVerb(utf8, $0) }
    }
    if first.shape == .lower || first.shape == .capital,
      let count = Lexicon.according.match(words, at: words.startIndex), count < words.count,
      words[words.startIndex + count].isNamelike
        || Lexicon.functionWords.contains(words[words.startIndex + count])
    {
      return reading(first.start, words.dropFirst(count)) { SpeakerPhrase.afterVerb(utf8, $0) }
    }
    let limit = min(words.endIndex, words.startIndex + 24)
    for index in words.startIndex..<limit where index > words.startIndex {
      guard words[index].shape != .capital, let count = Lexicon.speechVerbs.match(words, at: index)
      else { continue }
      guard var found = SpeakerPhrase.beforeVerb(utf8, words[..<index]) else { return nil }
      found.range = first.start..<words[index + count - 1].end
      return found
    }
    return isDashed ? signature(utf8, first.start..<sentence.upperBound) : nil
  }

  /// `Jane Doe, Chair of Test Society, said`, `According to Jane Doe,`, `Jane Doe, Chair:`: the
  /// words of the sentence before an opening mark.
  static func before(_ utf8: [UInt8], _ sentence: Range<Int>) -> Attribution? {
    if let found = UnspacedSpeaker.before(utf8, sentence) { return found }
    if let found = attributable(utf8, sentence) { return found }
    let words = Word.all(utf8, sentence, limit: 80)[...].drop { Lexicon.introducers.contains($0) }
    guard let first = words.first, let last = words.last else { return nil }
    if words.count > 2, let count = Lexicon.according.match(words, at: words.startIndex),
      last.trail == .comma || last.trail == .colon, first.shape == .capital,
      count > 1 || words[count].isNamelike
    {
      return reading(first.start, words.dropFirst(count)) { SpeakerPhrase.afterVerb(utf8, $0) }
    }
    if let verb = lastVerb(words) {
      if verb == words.startIndex {
        return reading(first.start, words.dropFirst()) { SpeakerPhrase.afterVerb(utf8, $0) }
      }
      guard var found = SpeakerPhrase.beforeVerb(utf8, words[..<verb]) else { return nil }
      found.range = (found.range.lowerBound)..<last.end
      return found
    }
    guard last.trail == .colon, var found = SpeakerPhrase.beforeVerb(utf8, words),
      found.name != nil, !found.isDocument,
      found.kind == .person
        || words.allSatisfy({ $0.shape != .lower || Lexicon.functionWords.contains($0) })
    else { return nil }
    found.range = found.range.lowerBound..<last.end
    return found
  }

  /// `Jane Doe, “…” dedi`: the speaker before the words, a verb that ends the sentence behind them.
  static func around(_ utf8: [UInt8], _ before: Range<Int>, _ after: Range<Int>) -> Attribution? {
    if JapaneseSpeaker.isTold(utf8, after) { return JapaneseSpeaker.before(utf8, before) }
    let words = Word.all(utf8, after, limit: 6)[...]
    let start = words.first { $0.shape != .symbol }
    guard let start, let index = words.firstIndex(of: start),
      let count = Lexicon.closingVerbs.match(words, at: index), index + count <= words.endIndex,
      index + count == words.endIndex || words[index + count - 1].trail == .stop,
      var found = SpeakerPhrase.beforeVerb(utf8, Word.all(utf8, before, limit: 60)[...]),
      found.name != nil || found.isPronoun
    else { return nil }
    found.range = found.range.lowerBound..<words[index + count - 1].end
    return found
  }

  /// `Jane Doe is disappointed:`: who stands before the small words of a lead without a verb of
  /// speaking.
  static func led(_ utf8: [UInt8], _ lead: Range<Int>) -> Attribution? {
    let words = Word.all(utf8, lead, limit: 40)
    let name = words.prefix { $0.isNamelike && $0.trail == .none }
    guard (2...6).contains(name.count), name.count < words.count, let first = name.first,
      !Lexicon.functionWords.contains(first), var found = SpeakerPhrase.beforeVerb(utf8, name),
      found.name != nil, found.kind == .person,
      found.name.map({ PersonName.isWhole(utf8, Word.all(utf8, $0, limit: 8)) }) ?? false
    else { return nil }
    found.range = lead
    return found
  }

  /// `Quotes attributable to Jane Doe, Chair of Test Society:`
  private static func attributable(_ utf8: [UInt8], _ range: Range<Int>) -> Attribution? {
    let words = Word.all(utf8, range, limit: 80)[...]
    guard let count = Lexicon.attributable.match(words, at: 0), count < words.count else {
      return nil
    }
    var found = SpeakerPhrase.beforeVerb(utf8, words.dropFirst(count)) ?? Attribution(range: range)
    let isBare = found.told.isEmpty
    let name = words.dropFirst(count)
    if found.kind == .organization || (isBare && !PersonName.isCertain(utf8, name)) {
      found.told.affiliation = found.told.affiliation ?? found.name
      found.kind = .organization
      found.name = nil
    }
    found.range = range
    return found
  }

  /// `Jane Doe, Chair of Test Society` on a line below a quotation, a dash before it or not.
  static func signature(_ utf8: [UInt8], _ range: Range<Int>) -> Attribution? {
    var words = Word.all(utf8, range, limit: 60)[...]
    var isDashed = false
    while let first = words.first, first.shape == .symbol {
      isDashed = true
      words = words.dropFirst()
    }
    guard let start = words.first?.start, let last = words.last,
      !words.contains(where: { $0.trail == .colon }), let run = PersonName.run(utf8, words),
      PersonName.isPlausible(utf8, words[run])
    else { return nil }
    let rest = words[run.upperBound...]
    let isEnded = words[run.upperBound - 1].trail != .none || rest.isEmpty
    let next = rest.first
    guard isEnded || next?.shape == .symbol || next?.isOpened == true else { return nil }
    let apposition = Apposition(utf8, rest.drop { $0.shape == .symbol })
    guard isDashed || !apposition.isEmpty || rest.isEmpty else { return nil }
    return Attribution(range: start..<last.end, name: Apposition.span(words[run]), told: apposition)
  }

  private static func reading(
    _ start: Int, _ words: ArraySlice<Word>, _ read: (ArraySlice<Word>) -> Attribution?
  ) -> Attribution? {
    guard var found = read(words) else { return nil }
    found.range = start..<found.range.upperBound
    return found
  }

  private static func skipFillers(_ given: ArraySlice<Word>) -> ArraySlice<Word> {
    var words = given
    while let first = words.first, first.shape == .lower, Lexicon.speechFillers.contains(first),
      !Lexicon.functionWords.contains(first)
    { words = words.dropFirst() }
    return words
  }

  /// The last verb of speaking, when only fillers stand between it and the mark.
  private static func lastVerb(_ words: ArraySlice<Word>) -> Int? {
    for index in words.indices.suffix(8).reversed() {
      guard let count = Lexicon.speechVerbs.match(words, at: index) else { continue }
      let rest = words[(index + count)...]
      let isLead =
        words.last?.trail == .colon && index > words.startIndex && rest.count < 7
        && (rest.allSatisfy { $0.shape == .lower && $0.trail != .comma }
          || rest.count == 1 && words[index].trail == .colon)
      if isLead || rest.allSatisfy({ Lexicon.speechFillers.contains($0) || $0.isNamelike }) {
        return index
      }
    }
    return nil
  }
}

internal import Markup

/// Whether words look like the name of a person.
enum PersonName {
  /// Whether the words are, all together, two to five words of a name, honorifics aside, and none
  /// of them is a word of organizations.
  static func isWhole(_ utf8: [UInt8], _ words: [Word]) -> Bool {
    guard let run = run(utf8, words[...]) else { return false }
    let rest = words[run.upperBound...]
    return rest.allSatisfy { Lexicon.nameSuffixes.contains($0) } && isPlausible(utf8, words[run])
  }

  /// Whether the words begin with a name that a comma, dash or parenthesis ends.
  static func begins(_ utf8: [UInt8], _ words: [Word]) -> Bool {
    guard let run = run(utf8, words[...]), run.upperBound < words.count else { return false }
    let next = words[run.upperBound]
    let isEnded =
      words[run.upperBound - 1].trail == .comma || next.shape == .symbol || next.isOpened
    return isEnded && isPlausible(utf8, words[run])
  }

  /// The name that the words begin with, without honorifics: capitalized words, initials and small
  /// particles, up to the first punctuation. `nil` when they begin otherwise.
  static func run(_ utf8: [UInt8], _ words: ArraySlice<Word>) -> Range<Int>? {
    var index = words.startIndex
    while index < words.endIndex, words[index].trail == .none,
      let count = Lexicon.honorifics.match(words, at: index), index + count < words.endIndex,
      words[index + count].isNamelike
    { index += count }
    let start = index
    while index < words.endIndex, index - start < 8 {
      let word = words[index]
      let isParticle =
        index > start && word.shape == .lower
        && (Lexicon.particles.contains(word) && word.trail == .none && leadsName(words, index + 1)
          || isHyphenated(utf8, word))
      guard (word.isNamelike && !(word.isOpened && index > start)) || isParticle else { break }
      if index == start, Lexicon.functionWords.contains(word), !isGivenName(words, index) {
        return nil
      }
      if index - start >= 2, isTitleBehind(utf8, word) || Lexicon.roles.contains(word) { break }
      index += 1
      if word.trail != .none { break }
    }
    return index > start ? start..<index : nil
  }

  /// Whether a name goes on at `index`, a further particle before it or not: `van der Doe`.
  private static func leadsName(_ words: ArraySlice<Word>, _ index: Int) -> Bool {
    guard index < words.endIndex else { return false }
    if words[index].isNamelike { return true }
    return Lexicon.particles.contains(words[index]) && index + 1 < words.endIndex
      && words[index + 1].isNamelike && !Lexicon.organizations.contains(words[index + 1])
  }

  /// `Will Doe`, `June Doe`, and no verb or month.
  private static func isGivenName(_ words: ArraySlice<Word>, _ index: Int) -> Bool {
    Lexicon.alsoGivenNames.contains(words[index]) && index + 1 < words.endIndex
      && words[index].shape == .capital && words[index].trail == .none
      && words[index + 1].shape == .capital && !Lexicon.functionWords.contains(words[index + 1])
  }

  /// `Jane of Test Society`: a given name alone, and where that person is from.
  static func isGivenNameAlone(_ words: [Word]) -> Bool {
    guard words.count > 2, words.count < 8, words[0].trail == .none, words[1].shape == .lower else {
      return false
    }
    return Lexicon.givenNames.contains(words[0]) && Lexicon.homeLinks.contains(words[1])
  }

  /// `al-Test`: a particle that a hyphen joins to the name.
  private static func isHyphenated(_ utf8: [UInt8], _ word: Word) -> Bool {
    guard let hyphen = utf8[word.range].prefix(5).firstIndex(of: 0x2D), hyphen + 1 < word.end else {
      return false
    }
    return Scalars.isUpper(Scalars.decode(utf8, at: hyphen + 1).value)
  }

  /// The name that the words begin with where a list tells that it is one: as long as a name, and
  /// parted from what follows, whatever its words mean.
  static func lead(_ utf8: [UInt8], _ words: [Word]) -> Range<Int>? {
    if let unspaced = unspacedLead(utf8, words) { return unspaced }
    guard let run = run(utf8, words[...]), (2...6).contains(run.count) else { return nil }
    guard run.upperBound < words.count else { return run }
    let next = words[run.upperBound]
    let isEnded =
      words[run.upperBound - 1].trail == .comma || words[run.upperBound - 1].trail == .colon
      || next.shape == .symbol || next.isOpened || isTitleBehind(utf8, next)
      || Lexicon.roles.contains(next)
    return isEnded ? run : nil
  }

  static func isUnspaced(_ utf8: [UInt8], _ words: ArraySlice<Word>) -> Bool {
    words.first.map { Scalars.isUnspaced(Scalars.decode(utf8, at: $0.start).value) } ?? false
  }

  /// Two to four characters at the start, of which the first may stand apart.
  private static func unspacedLead(_ utf8: [UInt8], _ words: [Word]) -> Range<Int>? {
    func characters(_ index: Int) -> Int? {
      guard index < words.count else { return nil }
      let (value, length) = Scalars.decode(utf8, at: words[index].start)
      return (0x3400...0x9FFF).contains(value) ? words[index].range.count / length : nil
    }
    switch (characters(0), characters(1)) {
    case (1, let next?) where next < 3: return 0..<2
    case (let first?, _) where (2...4).contains(first) && words.count > 1: return 0..<1
    default: return nil
    }
  }

  /// `MEP`, `PhD`: a title in capitals behind a name that is not all in capitals.
  private static func isTitleBehind(_ utf8: [UInt8], _ word: Word) -> Bool {
    Lexicon.titlesBehind.contains(word) && utf8[word.range].count { $0 &- 0x41 < 26 } > 1
  }

  /// Whether a run is as long as a name, and holds no word of organizations, roles or countries.
  static func isPlausible(_ utf8: [UInt8], _ words: ArraySlice<Word>) -> Bool {
    guard (2...6).contains(words.count) else { return false }
    return !words.dropLast().contains { Possessive.end(utf8, $0) != nil }
      && words.allSatisfy { word in
        !Lexicon.organizations.contains(word) && !Lexicon.isRole(utf8, word)
          && !utf8[word.range].contains { $0 &- 0x30 < 10 || $0 == 0x26 }
      }
  }

  /// Whether the words begin with an honorific or with a usual given name.
  static func isCertain(_ utf8: [UInt8], _ words: ArraySlice<Word>) -> Bool {
    if hasHonorific(Array(words)) { return true }
    guard let run = run(utf8, words), isPlausible(utf8, words[run]) else { return false }
    return Lexicon.givenNames.contains(words[run.lowerBound])
  }

  static func hasHonorific(_ words: [Word]) -> Bool {
    guard words.count > 1, words[0].trail == .none else { return false }
    guard let count = Lexicon.honorifics.match(words[...], at: 0), count < words.count else {
      return false
    }
    return words[count].isNamelike
  }
}

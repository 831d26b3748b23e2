internal import Markup

/// Which words of an apposition name an organization or a place.
extension Apposition {
  static func isPlace(_ words: ArraySlice<Word>) -> Bool {
    var words = words
    if let first = words.first, Lexicon.functionWords.contains(first) { words = words.dropFirst() }
    return Countries.whole(words) != nil
  }

  /// Whether the words can name an organization: two capitalized words or more, an acronym, or one
  /// with a capital inside, and no country.
  static func isOrganization(_ utf8: [UInt8], _ given: ArraySlice<Word>) -> Bool {
    var words = given
    while let first = words.first, isOf(first) { words = words.dropFirst() }
    guard !words.isEmpty, Countries.whole(words) == nil else { return false }
    let capitals = words.filter { $0.isNamelike || $0.shape == .digit }
    if let first = words.first, first.shape == .lower, !Lexicon.functionWords.contains(first) {
      return false
    }
    if capitals.count > 1 { return true }
    guard capitals.count == 1, let only = capitals.first else { return false }
    // Languages without articles bend a name of common words: `Общества читателей`.
    if words.count > 1, words.first == only, Scalars.decode(utf8, at: only.start).value > 0x36F {
      return true
    }
    return Lexicon.organizations.contains(only) || hasInnerCapital(utf8, only.range)
      || only.shape == .caseless
  }

  static func hasInnerCapital(_ utf8: [UInt8], _ range: Range<Int>) -> Bool {
    utf8[range].dropFirst().contains { $0 &- 0x41 < 26 || $0 == 0x2E }
  }

  /// The words without links and articles before the name and without a possessive after it.
  static func organization(_ utf8: [UInt8], _ given: ArraySlice<Word>) -> Range<Int>? {
    var words = given
    while let first = words.first, first.shape == .lower,
      let count = Lexicon.links.match(words, at: words.startIndex)
        ?? (Lexicon.articles.contains(first) ? 1 : nil)
    { words = words.dropFirst(count) }
    // `activist organization Test Society`
    if let kind = words.lastIndex(where: {
      $0.shape == .lower && Lexicon.kindsOfBodies.contains($0)
    }), kind + 1 < words.endIndex, words[kind + 1].isNamelike {
      words = words[(kind + 1)...]
    }
    // `Test Society in India`
    if let place = words.lastIndex(where: { $0.shape == .lower && Lexicon.inside.contains($0) }),
      place > words.startIndex + 1, isPlace(words[(place + 1)...])
    {
      words = words[..<place]
    }
    // `Test Society (1929–1945)`
    if let open = words.lastIndex(where: \.isOpened), open > words.startIndex,
      words[open].shape == .digit || words[open].shape == .lower
    {
      words = words[..<open]
    }
    guard let range = span(words), let last = words.last,
      words.contains(where: { $0.shape != .lower })
    else { return nil }
    return withAcronym(utf8, range.lowerBound..<(Possessive.stem(utf8, last) ?? range.upperBound))
  }

  /// With the acronym in parentheses that follows: `Quiet Rivers League (QRL)`.
  static func withAcronym(_ utf8: [UInt8], _ range: Range<Int>) -> Range<Int> {
    let start = range.upperBound
    guard start + 3 < utf8.count, utf8[start] == 0x20, utf8[start + 1] == 0x28,
      let close = utf8[(start + 2)..<min(start + 16, utf8.count)].firstIndex(of: 0x29),
      close > start + 3, utf8[(start + 2)..<close].allSatisfy({ $0 &- 0x41 < 26 })
    else { return range }
    return range.lowerBound..<close + 1
  }

  /// From the first word's start to the last one's end, with a parenthesis that it closes.
  static func span(_ words: ArraySlice<Word>) -> Range<Int>? {
    guard let first = words.first, let last = words.last else { return nil }
    return first.start..<last.end
  }
}

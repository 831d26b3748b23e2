internal import Markup

/// Articles and prepositions written together with the word behind them: `l’Association`,
/// `d’Example`, `dell’Unione`.
enum Elision {
  private static let elided = Lexicon("l,d,dell,all,dall,nell,sull,un,qu")

  /// The words with each elided one parted from its noun. O(words).
  static func parted(_ utf8: [UInt8], _ words: ArraySlice<Word>) -> ArraySlice<Word> {
    guard words.contains(where: { noun(utf8, $0) != nil }) else { return words }
    var parted: [Word] = []
    for word in words {
      guard let (mark, start) = noun(utf8, word) else {
        parted.append(word)
        continue
      }
      let article = word.start..<mark
      parted.append(
        Word(start: word.start, end: mark, hash: Fold.hash(utf8, article), shape: .lower))
      var rest = word
      rest.start = start
      rest.hash = Fold.hash(utf8, start..<word.end)
      rest.shape = Word.all(utf8, start..<word.end, limit: 1).first?.shape ?? word.shape
      rest.isOpened = false
      parted.append(rest)
    }
    return parted[...]
  }

  /// Where the apostrophe stands, and where the noun begins.
  private static func noun(_ utf8: [UInt8], _ word: Word) -> (mark: Int, start: Int)? {
    var index = word.start
    while index < word.end, index - word.start < 5, (utf8[index] | 0x20) &- 0x61 < 26 { index += 1 }
    guard index > word.start, index + 1 < word.end, utf8[word.start] >= 0x61 else { return nil }
    let (value, length) = Scalars.decode(utf8, at: index)
    guard value == 0x27 || value == 0x2019, index + length < word.end,
      elided.contains(hash: Fold.hash(utf8, word.start..<index))
    else { return nil }
    return (index, index + length)
  }
}

internal import Markup

/// Names that follow each other in one block: `A, B and C`, `A; B; C`.
enum SeriesReader {
  /// The names in a block that holds many: in the cells of its row, or between commas or
  /// semicolons, where nearly all parts are short and begin large. `nil` where it does not.
  static func names(_ page: Page, _ index: Int) -> [SignatoryList.Entry]? {
    let utf8 = page.utf8
    let block = page.blocks[index]
    if utf8[block.range].contains(0x09) { return rowOfNames(page, index) }
    if let states = states(page, index) { return states }
    guard page.look(index).weight > 7, !Mark.hasDouble(utf8, block.range) else { return nil }
    let names = ListHeading.inline(utf8, block, page.look(index)) ?? block.range
    let parts = withoutLead(utf8, entries(utf8, names))
    let short = parts.count { part in
      let words = Word.all(utf8, part.range, limit: 13)
      return words.count < 13 && words.first?.shape != .lower
    }
    return parts.count > 4 && short * 10 >= parts.count * 8 ? parts : nil
  }

  /// The parts, the first without what says what all of them are: `The Test groups Arden, Bryn`.
  private static func withoutLead(_ utf8: [UInt8], _ parts: [SignatoryList.Entry])
    -> [SignatoryList.Entry]
  {
    guard parts.count > 4, let first = parts.first else { return parts }
    let words = Word.all(utf8, first.range, limit: 10)
    let counts = parts.dropFirst().map { Word.all(utf8, $0.range, limit: 10).count }.sorted()
    let usual = counts[counts.count / 2]
    guard (1...2).contains(usual), words.count > usual + 1, let article = words.first,
      Lexicon.functionWords.contains(article)
    else { return parts }
    var named = parts
    named[0].range = words[words.count - usual].start..<first.range.upperBound
    return named
  }

  /// Whether a block is a series of names, whatever stands around it: a row of persons, or many
  /// parts between commas in which hardly a word begins small, as no sentence has them.
  static func isPlain(_ page: Page, _ index: Int) -> Bool {
    if page.utf8[page.blocks[index].range].contains(0x09) { return rowOfNames(page, index) != nil }
    let look = page.look(index)
    if look.words.first?.shape == .caseless { return isPlainUnspaced(page, index) }
    if states(page, index) != nil { return true }
    guard look.weight >= 8, look.words.prefix(plainLeadMax).contains(where: { $0.trail == .comma }),
      !look.words.contains(where: { $0.shape == .caseless }),
      look.smallShare.small * 10 <= look.smallShare.all
    else { return false }
    let min = ListHeading.isAnnounced(page, before: index) ? announcedMin : plainMin
    return names(page, index).map { $0.count >= min } ?? false
  }

  /// `We, Estonia, Latvia and Norway, recognize …`: the states that speak.
  static func states(_ page: Page, _ index: Int) -> [SignatoryList.Entry]? {
    let words = page.look(index).words
    guard let we = words.first, we.trail == .comma, Lexicon.selves.contains(we) else { return nil }
    var states: [SignatoryList.Entry] = []
    for part in words.dropFirst().split(after: { $0.trail == .comma }) {
      for name in part.split(whereSeparator: {
        $0.shape == .lower && Lexicon.conjunctions.contains($0)
      }) {
        let named = name.drop { $0.shape == .lower && Lexicon.articles.contains($0) }
        guard let first = named.first, let last = named.last, Countries.whole(named) != nil else {
          return states.count > 2 ? states : nil
        }
        states.append(SignatoryList.Entry(range: first.start..<last.end))
      }
    }
    return states.count > 2 ? states : nil
  }

  /// Many short parts between commas, and no stop behind them.
  private static func isPlainUnspaced(_ page: Page, _ index: Int) -> Bool {
    guard !page.look(index).endsSentence, page.look(index).weight > 14 else { return false }
    let parts = entries(page.utf8, page.blocks[index].range)
    return parts.count >= plainMin
      && parts.count { $0.range.count < unspacedBytesMax } * 10 >= parts.count * 9
  }

  /// Of a name in a script that takes three bytes for each character.
  private static let unspacedBytesMax = 72
  private static let announcedMin = 5
  private static let plainMin = 8
  /// Words before the first comma at most.
  private static let plainLeadMax = 8

  /// The names in a row of cells, nearly all of which are names of persons.
  static func rowOfNames(_ page: Page, _ index: Int) -> [SignatoryList.Entry]? {
    let utf8 = page.utf8
    let range = page.blocks[index].range
    guard utf8[range].contains(0x09) else { return nil }
    let cells = EntryCells(utf8, SignatoryList.Entry(range: range))
    let all = [cells.name] + cells.others
    let names = all.count { PersonName.isWhole(utf8, Word.all(utf8, $0, limit: 12)) }
    guard all.count > 2, names * 10 >= all.count * 8 else { return nil }
    return all.map { SignatoryList.Entry(range: $0) }
  }

  /// The parts, split at semicolons where there are any, else at commas, outside parentheses.
  static func entries(_ utf8: [UInt8], _ range: Range<Int>) -> [SignatoryList.Entry] {
    let isSemicolon = utf8[range].contains(0x3B)
    var entries: [SignatoryList.Entry] = []
    var start = range.lowerBound
    var depth = 0
    var index = range.lowerBound
    while index < range.upperBound {
      let (value, length) = Scalars.decode(utf8, at: index)
      if value == 0x28 { depth += 1 }
      if value == 0x29 { depth = max(0, depth - 1) }
      if depth == 0, isSeparator(value, isSemicolon) {
        append(utf8, start..<index, to: &entries)
        start = index + length
      }
      index += length
    }
    appendLast(utf8, start..<range.upperBound, to: &entries)
    return entries
  }

  private static func isSeparator(_ value: UInt32, _ isSemicolon: Bool) -> Bool {
    switch value {
    case 0x3B, 0xFF1B: true
    case 0x2C, 0x3001, 0xFF0C, 0x060C: !isSemicolon
    default: false
    }
  }

  private static func append(
    _ utf8: [UInt8], _ part: Range<Int>, to entries: inout [SignatoryList.Entry]
  ) {
    var range = Display.trim(utf8, part)
    let words = Word.all(utf8, range, limit: 4)
    if let first = words.first, words.count > 1,
      let count = Lexicon.conjunctions.match(words[...], at: 0), count < words.count
    {
      range = (count == 1 ? first.end : words[count - 1].end)..<range.upperBound
    }
    range = withoutArticle(utf8, Display.trim(utf8, range))
    if let last = entries.last, Lexicon.legalForms.contains(words[...]) {
      entries[entries.count - 1].range = last.range.lowerBound..<range.upperBound
      return
    }
    if !range.isEmpty { entries.append(SignatoryList.Entry(range: range)) }
  }

  private static func withoutArticle(_ utf8: [UInt8], _ range: Range<Int>) -> Range<Int> {
    let words = Word.all(utf8, range, limit: 2)
    guard words.count > 1, words[0].shape == .lower, Lexicon.articles.contains(words[0]) else {
      return range
    }
    return words[1].start..<range.upperBound
  }

  /// Whether the parts before are all names of a word or two, and so are these.
  private static func areShort(
    _ utf8: [UInt8], _ entries: [SignatoryList.Entry], _ left: ArraySlice<Word>,
    _ right: ArraySlice<Word>
  ) -> Bool {
    guard entries.count > 2, left.count < 3, right.count < 3,
      (left + right).allSatisfy(\.isNamelike)
    else { return false }
    return entries.dropFirst().count { Word.all(utf8, $0.range, limit: 4).count < 3 } * 5
      >= (entries.count - 1) * 4
  }

  /// `B and C` at the end are two where each side alone looks like a name.
  private static func appendLast(
    _ utf8: [UInt8], _ part: Range<Int>, to entries: inout [SignatoryList.Entry]
  ) {
    let words = Word.all(utf8, part, limit: 40)
    if let split = words.lastIndex(where: { Lexicon.conjunctions.contains($0) }), split > 0,
      split + 1 < words.count, !entries.isEmpty
    {
      let left = words[..<split]
      let right = words[(split + 1)...]
      if Lexicon.othersBesides.match(words[...], at: split + 1) != nil {
        append(utf8, part.lowerBound..<words[split].start, to: &entries)
        return
      }
      let isTwo =
        Lexicon.organizations.isFound(in: left) && Lexicon.organizations.isFound(in: right)
        || PersonName.isWhole(utf8, Array(left)) && PersonName.isWhole(utf8, Array(right))
        || areShort(utf8, entries, left, right)
      if isTwo {
        append(utf8, part.lowerBound..<words[split].start, to: &entries)
        append(utf8, words[split].end..<part.upperBound, to: &entries)
        return
      }
    }
    append(utf8, part, to: &entries)
  }
}

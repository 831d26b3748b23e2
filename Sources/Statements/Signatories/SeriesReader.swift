internal import Markup

/// Names that follow each other in one block: `A, B and C`, `A; B; C`.
enum SeriesReader {
  /// The names in a block that holds many: in the cells of its row, or between commas or
  /// semicolons, where nearly all parts are short and begin large. `nil` where it does not.
  static func names(_ page: Page, _ index: Int) -> [SignatoryList.Entry]? {
    let utf8 = page.utf8
    let block = page.blocks[index]
    if utf8[block.range].contains(0x09) {
      let cells = EntryCells(utf8, SignatoryList.Entry(range: block.range))
      let all = [cells.name] + cells.others
      let names = all.count { PersonName.isWhole(utf8, Word.all(utf8, $0, limit: 12)) }
      guard all.count > 2, names * 10 >= all.count * 8 else { return nil }
      return all.map { SignatoryList.Entry(range: $0) }
    }
    guard page.look(index).weight > 14, !Mark.hasDouble(utf8, block.range) else { return nil }
    let names = SignatoryLists.inline(utf8, block, page.look(index)) ?? block.range
    let parts = entries(utf8, names)
    let short = parts.count { part in
      let words = Word.all(utf8, part.range, limit: 13)
      return words.count < 13 && words.first?.shape != .lower
    }
    return parts.count > 4 && short * 10 >= parts.count * 8 ? parts : nil
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

  private static let conjunctions = Lexicon("and,&,et,und,y,e,en,as well as,ve,и,و,و‌,和")

  /// What belongs to the name before its comma: `Test Society, Inc.`
  private static let legalForms = Lexicon("inc,ltd,llc,gmbh,e.v,a.c,s.a,a.s.b.l")

  private static func append(
    _ utf8: [UInt8], _ part: Range<Int>, to entries: inout [SignatoryList.Entry]
  ) {
    var range = Display.trim(utf8, part)
    let words = Word.all(utf8, range, limit: 4)
    if let first = words.first, words.count > 1,
      let count = conjunctions.match(words[...], at: 0), count < words.count
    {
      range = (count == 1 ? first.end : words[count - 1].end)..<range.upperBound
    }
    range = withoutArticle(utf8, Display.trim(utf8, range))
    if let last = entries.last, legalForms.contains(words[...]) {
      entries[entries.count - 1].range = last.range.lowerBound..<range.upperBound
      return
    }
    if !range.isEmpty { entries.append(SignatoryList.Entry(range: range)) }
  }

  private static let articles = Lexicon("the,la,le,les,el,los,las,die,der,das,il,het,de,o,a")

  private static func withoutArticle(_ utf8: [UInt8], _ range: Range<Int>) -> Range<Int> {
    let words = Word.all(utf8, range, limit: 2)
    guard words.count > 1, words[0].shape == .lower, articles.contains(words[0]) else {
      return range
    }
    return words[1].start..<range.upperBound
  }

  /// `B and C` at the end are two where each side alone looks like an organization.
  private static func appendLast(
    _ utf8: [UInt8], _ part: Range<Int>, to entries: inout [SignatoryList.Entry]
  ) {
    let words = Word.all(utf8, part, limit: 40)
    if let split = words.lastIndex(where: { conjunctions.contains($0) }), split > 0,
      split + 1 < words.count, !entries.isEmpty
    {
      let left = words[..<split]
      let right = words[(split + 1)...]
      let isTwo =
        Lexicon.organizations.isFound(in: left)
        && Lexicon.organizations.isFound(in: right)
        || PersonName.isWhole(utf8, Array(left)) && PersonName.isWhole(utf8, Array(right))
      if isTwo {
        append(utf8, part.lowerBound..<words[split].start, to: &entries)
        append(utf8, words[split].end..<part.upperBound, to: &entries)
        return
      }
    }
    append(utf8, part, to: &entries)
  }
}

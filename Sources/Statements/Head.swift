/// The fourth stage, first part: navigation, kicker, title and dateline at the head of a text.
///
/// Navigation is a run of short lines with words such as `Home` or `Contact`; the title is the
/// first line after it that is neither kicker nor date nor sentence, and rather one that a date
/// follows. What stands above the title belongs to the site.
enum Head {
  /// Only so many blocks can be the head.
  static let blocksMax = 200

  /// Marks the head's blocks and returns the bytes of the title.
  static func classify(_ utf8: [UInt8], _ blocks: inout [Block]) -> Range<Int>? {
    let count = min(blocks.count, blocksMax)
    let looks = blocks.prefix(count).map { Look(utf8, $0) }
    let start = markNavigation(utf8, &blocks, looks)
    guard let title = title(utf8, blocks, looks, from: start) else { return nil }
    for index in 0..<title.lowerBound {
      let isDate = isDateline(utf8, looks[index])
      let isKicker = index >= start && looks[index].isWhole(.kickers, utf8)
      blocks[index].kind = isDate ? .dateline : isKicker ? .kicker : .navigation
    }
    for index in title { blocks[index].kind = .title }
    var index = title.upperBound
    while index < min(title.upperBound + 4, count) {
      if isDateline(utf8, looks[index]) { blocks[index].kind = .dateline }
      if looks[index].isProse { break }
      index += 1
    }
    return Int(blocks[title.lowerBound].body)..<Int(blocks[title.upperBound - 1].end)
  }

  /// Marks navigation before the second paragraph; returns the index after the last of it.
  private static func markNavigation(_ utf8: [UInt8], _ blocks: inout [Block], _ looks: [Look])
    -> Int
  {
    var after = 0
    var prose = 0
    var index = 0
    while index < looks.count, prose < 2 {
      if looks[index].isProse {
        prose += 1
        index += 1
        continue
      }
      var end = index
      var hits = 0
      while end < looks.count, looks[end].weight <= 8, !looks[end].isProse,
        end == index || belongs(blocks[end], to: blocks[end - 1])
      {
        if looks[end].isWhole(.navigation, utf8) || isTrail(utf8, looks[end]) { hits += 1 }
        end += 1
      }
      let isNavigation = hits >= 2 || (hits == 1 && (end - index == 1 || end - index >= 4))
      if isNavigation {
        for block in index..<end { blocks[block].kind = .navigation }
        after = end
      }
      index = max(end, index + 1)
    }
    return after
  }

  private static func belongs(_ block: Block, to before: Block) -> Bool {
    block.gap == 0 || (block.gap == 1 && block.marker == .bullet && before.marker == .bullet)
  }

  /// `Home (English)`, `Home > News`, `Follow @name`.
  private static func isTrail(_ utf8: [UInt8], _ look: Look) -> Bool {
    guard let first = look.words.first, look.words.count > 1 else { return false }
    let separators: [UInt8] = [0x3E, 0x7C]
    return Lexicon.navigation.contains(utf8, first.range)
      && look.words.dropFirst().contains { word in
        word.isOpened || (word.shape == .symbol && utf8[word.start] != 0x26)
          || utf8[word.range].contains(where: separators.contains)
      }
  }

  /// The blocks of the title, which is searched from `start` to the first paragraph.
  private static func title(_ utf8: [UInt8], _ blocks: [Block], _ looks: [Look], from start: Int)
    -> Range<Int>?
  {
    var best: Int?
    var fallback: Int?
    var index = start
    while index < looks.count, !looks[index].isProse {
      let look = looks[index]
      defer { index += 1 }
      if blocks[index].isMarked || look.isEmpty || isDateline(utf8, look) { continue }
      if isSalutation(utf8, look) || (look.endsColon && best != nil) { break }
      if isSignatoryHeading(utf8, look) || look.hasAddress(utf8) { continue }
      if look.isWhole(.kickers, utf8) || isByline(utf8, look) {
        fallback = fallback ?? index
        continue
      }
      let isDated = index + 1 < looks.count && isDateline(utf8, looks[index + 1])
      if blocks[index].marker == .hash || isDated {
        best = index
        break
      }
      if best == nil { best = index }
      if index - start > 6 { break }
    }
    if best == nil, index == start, index + 1 < looks.count, looks[index].weight <= 25,
      !looks[index].opensQuote, looks[index + 1].weight > looks[index].weight,
      looks[index + 1].isProse
    {
      best = index
    }
    guard let first = best ?? fallback else { return nil }
    var end = first + 1
    while end < min(first + 4, looks.count), blocks[end].gap == 0, !blocks[end].isMarked,
      isRunOn(utf8, looks[end - 1], looks[end])
    {
      end += 1
    }
    return first..<end
  }

  /// Whether a title goes on in the line below it.
  private static func isRunOn(_ utf8: [UInt8], _ above: Look, _ below: Look) -> Bool {
    guard let last = above.words.last, let next = below.words.first, !isDateline(utf8, below) else {
      return false
    }
    if below.isProse || isByline(utf8, below) || above.endsSentence { return false }
    return next.shape == .lower || last.trail == .comma || last.trail == .colon
      || Lexicon.functionWords.contains(utf8, last.range)
  }

  private static let posted = Lexicon(
    """
    posted,posted on,published,published on,date,updated,last updated,issued,released,publié le
    publicado el,publicado em,veröffentlicht am,pubblicato il,发布日期,發布日期
    """)

  /// A line that gives the date: a full date, or month and year, and little else.
  static func isDateline(_ utf8: [UInt8], _ look: Look) -> Bool {
    guard look.weight <= 14, !look.isEmpty, !look.isProse, !look.endsColon else { return false }
    if let found = DateReader.first(utf8, in: look.words) {
      return look.begins(posted, utf8) || look.words.count - found.words.count <= 6
    }
    return look.words.count <= 7 && DateReader.hasMonthAndYear(utf8, in: look.words)
      && !look.isFound(.statementWords, utf8)
  }

  private static let bylines = Lexicon("by,von,par,por,author,posted by")

  private static func isByline(_ utf8: [UInt8], _ look: Look) -> Bool {
    look.weight <= 8 && look.begins(bylines, utf8)
  }

  private static let salutations = Lexicon(
    """
    dear,to,attention,attn,honourable,honorable,your excellency,your excellencies,excellency
    excellencies,estimado,estimada,estimados,estimadas,madame,monsieur,mesdames,cher,chère,chers
    sehr geehrte,sehr geehrter,liebe,caro,cara,gentile,egregio,prezado,prezados,geachte,sayın
    уважаемый,уважаемые,cc,尊敬的,re
    """)

  /// `Dear Members of …,` and lines that address.
  static func isSalutation(_ utf8: [UInt8], _ look: Look) -> Bool {
    guard look.weight <= 30, let last = look.words.last, look.begins(salutations, utf8) else {
      return false
    }
    return last.trail == .comma || last.trail == .colon || look.words.first?.trail == .colon
  }

  private static func isSignatoryHeading(_ utf8: [UInt8], _ look: Look) -> Bool {
    look.weight <= 3 && look.isWhole(.signatoryWords, utf8)
  }
}

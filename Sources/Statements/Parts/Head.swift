internal import Markup

/// The fourth stage, first part: navigation, kicker, title and dateline at the head of a text.
///
/// Navigation is a run of short lines with words such as `Home` or `Contact`; the title is the
/// first line after it that is neither kicker nor date nor sentence, and rather one that a date
/// follows. What stands above the title belongs to the site.
enum Head {
  /// Only so many blocks can be the head.
  static let blocksMax = 200

  /// Marks the head's blocks and returns the bytes of the title.
  static func classify(_ page: Page, _ evidence: Evidence) -> Range<Int>? {
    let start = markNavigation(page)
    guard
      let title = title(page, evidence, from: start)
        ?? (start > 0 ? title(page, evidence, from: 0) : nil)
    else { return nil }
    for index in 0..<title.lowerBound {
      let isDate = Lines.isDateline(page.utf8, page.look(index))
      let isKicker = index >= start && page.look(index).isWhole(.kickers)
      page.blocks[index].kind = isDate ? .dateline : isKicker ? .kicker : .navigation
    }
    for index in title { page.blocks[index].kind = .title }
    var index = title.upperBound
    while index < min(title.upperBound + 4, page.blocks.count) {
      if Lines.isDateline(page.utf8, page.look(index)) { page.blocks[index].kind = .dateline }
      if page.look(index).isProse { break }
      index += 1
    }
    return Int(page.blocks[title.lowerBound].body)..<Int(page.blocks[title.upperBound - 1].end)
  }

  /// Marks navigation before the second paragraph; returns the index after the last of it.
  private static func markNavigation(_ page: Page) -> Int {
    let count = min(page.blocks.count, blocksMax)
    var after = 0
    var prose = 0
    var index = 0
    while index < count, prose < 2 {
      if page.look(index).isProse {
        prose += 1
        index += 1
        continue
      }
      var end = index
      var hits = 0
      while end < count, page.look(end).weight <= 8, !page.look(end).isProse,
        end == index || belongs(page.blocks[end], to: page.blocks[end - 1])
      {
        if page.look(end).isWhole(.navigation) { hits += 1 }
        end += 1
      }
      let isNavigation = hits >= 2 || (hits == 1 && (end - index == 1 || end - index >= 4))
      if isNavigation {
        // Behind all text it belongs to the foot.
        if prose > 0, !(end..<count).contains(where: { page.look($0).isProse }) { break }
        for block in index..<end { page.blocks[block].kind = .navigation }
        after = end
      }
      index = max(end, index + 1)
    }
    return after
  }

  private static func belongs(_ block: Block, to before: Block) -> Bool {
    block.gap == 0 || (block.gap == 1 && block.marker == .bullet && before.marker == .bullet)
  }

  /// The blocks of the title, which is searched from `start` to the first paragraph.
  private static func title(_ page: Page, _ evidence: Evidence, from start: Int) -> Range<Int>? {
    let utf8 = page.utf8
    let blocks = page.blocks
    let count = min(blocks.count, blocksMax)
    // The first line that can be one, rather one that a date follows.
    let above = (start..<count).prefix { !page.look($0).isProse }
    let lines = above.lazy.filter { mayBeTitle(page, $0) }
    var best =
      lines.prefix(linesMax).first { index in
        blocks[index].marker == .hash
          || (index + 1 < count && Lines.isDateline(utf8, page.look(index + 1)))
      } ?? lines.first
    if start + 1 < count, isSentenceTitle(page, start) { best = start }
    if let short = best, short + 1 < count, isSiteName(page.look(short)),
      isRatherTitle(page, short + 1)
    {
      best = short + 1
    }
    // A kicker alone is a title.
    best = best ?? above.first { page.look($0).isWhole(.kickers) }
    guard let first = weighed(page, evidence, count, against: best) else { return nil }
    var end = first + 1
    while end < min(first + 4, count), blocks[end].gap == 0, !blocks[end].isMarked,
      isRunOn(utf8, page.look(end - 1), page.look(end))
    { end += 1 }
    return first..<end
  }

  /// The first block of the title: the one for which most speaks, where that is much more than
  /// for the one that the rules found.
  private static func weighed(_ page: Page, _ evidence: Evidence, _ count: Int, against ruled: Int?)
    -> Int?
  {
    let scores = (0..<min(count, weighedMax)).filter { mayBeTitle(page, $0) }.map {
      (block: $0, score: evidence.score($0, .title))
    }
    guard let best = scores.max(by: { $0.score < $1.score }) else { return ruled }
    guard let ruled else { return best.score > 0 ? best.block : nil }
    return best.score > evidence.score(ruled, .title) + marginMin ? best.block : ruled
  }

  /// Whether no rule says that a block is something else.
  private static func mayBeTitle(_ page: Page, _ index: Int) -> Bool {
    let look = page.look(index)
    let block = page.blocks[index]
    return block.kind != .navigation && !block.isMarked && !look.isEmpty
      && !Lines.isDateline(page.utf8, look) && !look.isWhole(.kickers) && !isByline(look)
      && !isPointer(look) && !look.begins(.contactHeadings) && !Lines.isSalutation(look)
      && !isSignatoryHeading(look) && !look.hasAddress(page.utf8)
  }

  /// Only so many lines may stand above a title that is marked as one, or dated.
  private static let linesMax = 7
  /// Only so many blocks are weighed.
  private static let weighedMax = 60
  /// What must speak more for another title than the rules find.
  private static let marginMin = 200

  /// `See also: …`, `Download: …`.
  private static func isPointer(_ look: Look) -> Bool {
    guard let colon = look.words.firstIndex(where: { $0.trail == .colon }) else { return false }
    return Lexicon.furnitureHeadings.contains(look.words[...colon])
  }

  /// Whether a first line is short and names no kind of text, as the name of a site does.
  private static func isSiteName(_ look: Look) -> Bool {
    look.weight <= 4 && !look.isFound(.statementWords) && !look.endsSentence
  }

  /// Whether the line is long enough, and stands as a title does.
  private static func isRatherTitle(_ page: Page, _ index: Int) -> Bool {
    let look = page.look(index)
    return look.weight >= 6 && !look.isProse && !look.endsColon && look.isCapitalized
      && !page.blocks[index].isMarked && !Lines.isDateline(page.utf8, look)
      && !Lines.isSalutation(look)
  }

  /// Whether a sentence alone at the start is a title: a longer paragraph follows.
  private static func isSentenceTitle(_ page: Page, _ index: Int) -> Bool {
    let look = page.look(index)
    let next = page.look(index + 1)
    return look.isProse && look.weight <= 25 && !look.opensQuote && next.isProse
      && next.weight > look.weight
  }

  /// Whether a title goes on in the line below it.
  private static func isRunOn(_ utf8: [UInt8], _ above: Look, _ below: Look) -> Bool {
    guard let last = above.words.last, let next = below.words.first, !Lines.isDateline(utf8, below)
    else { return false }
    if below.isProse || isByline(below) || above.endsSentence { return false }
    if isShouted(utf8, above), isShouted(utf8, below) { return true }
    return next.shape == .lower || last.trail == .comma || last.trail == .colon
      || Lexicon.functionWords.contains(last)
  }

  /// Whether a line is set in capitals.
  private static func isShouted(_ utf8: [UInt8], _ look: Look) -> Bool {
    guard look.weight > 2, let first = look.words.first, let last = look.words.last else {
      return false
    }
    let range = first.start..<last.end
    return Scalars.first(utf8, range, where: Scalars.isLower) == nil
      && Scalars.first(utf8, range, where: Scalars.isUpper) != nil
  }

  private static func isByline(_ look: Look) -> Bool { look.weight <= 8 && look.begins(.bylines) }

  private static func isSignatoryHeading(_ look: Look) -> Bool {
    look.weight <= 3 && look.isWhole(.signatoryWords)
      || look.words.count > 1 && look.isOfColumnHeads
  }
}

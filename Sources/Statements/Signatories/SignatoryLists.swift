internal import Markup

/// The fourth stage, second part: where the lists of signatories are.
///
/// A list stands below a line with a word such as `Signatories`, or below a letter's closing. Only
/// where there is none, a numbered or bulleted run of names after the paragraphs is taken.
enum SignatoryLists {
  /// Marks the blocks of all lists and returns their entries, in the order of the text.
  static func find(_ page: Page, _ evidence: Evidence) -> [SignatoryList] {
    let utf8 = page.utf8
    let weighed = WeighedLists(page, evidence)
    var lists: [SignatoryList] = []
    // What stands before all text may be the site's.
    let textStart = page.blocks.indices.first { page.look($0).isProse } ?? page.blocks.count
    var index = 0
    while index < page.blocks.count {
      let block = page.blocks[index]
      guard block.kind != .navigation, block.kind != .title, let heading = heading(page, index)
      else {
        index += 1
        continue
      }
      if let rest = heading.inline {
        let entries = SeriesReader.entries(utf8, rest)
        if entries.count > 1 {
          page.blocks[index].kind = .signatory
          lists.append(SignatoryList(heading: block.range, entries: entries))
        }
        index += 1
        continue
      }
      var collector = ListCollector(page, from: index + 1)
      collector.run()
      guard collector.isAccepted(isSure: heading.isSure),
        weighed.allow(collector.items, isSure: heading.isSure && index > textStart)
      else {
        index = max(index + 1, collector.end)
        continue
      }
      if !page.look(index).isProse { page.blocks[index].kind = .listHeading }
      lists.append(take(collector, page, heading: block.range))
      index = collector.end
    }
    if lists.isEmpty { lists = headless(page, weighed) }
    lists += weighed.find()
    return lists.sorted { $0.start < $1.start }
  }

  /// Marks what a collector found.
  private static func take(_ collector: ListCollector, _ page: Page, heading: Range<Int>?)
    -> SignatoryList
  {
    for index in collector.subheadings { page.blocks[index].kind = .subheading }
    for index in collector.items { page.blocks[index].kind = .signatory }
    for index in collector.memberLines { page.blocks[index].kind = .memberLine }
    return SignatoryList(heading: heading, entries: collector.entries())
  }

  /// What makes a block a heading over signatories; `nil` when nothing does.
  private struct Heading {
    /// Whether nothing else can follow.
    var isSure: Bool
    /// The bytes after its colon, when the names stand in the same block.
    var inline: Range<Int>?
  }

  private static func heading(_ page: Page, _ index: Int) -> Heading? {
    let utf8 = page.utf8
    let block = page.blocks[index]
    guard !block.isMarked else { return nil }
    let tail = max(Int(block.body), Int(block.end) - 320)
    var start = tail
    while start < Int(block.end), utf8[start] & 0xC0 == 0x80 { start += 1 }
    let look = page.look(index)
    if let inline = ListHeading.inline(utf8, block, look) {
      return Heading(isSure: true, inline: inline)
    }
    if look.isWhole(.closings) { return Heading(isSure: true) }
    // `Name, Institution`
    if look.words.count > 1, look.isOfColumnHeads { return Heading(isSure: false) }
    guard look.endsColon || look.weight <= 12 else { return nil }
    let end = look.weight < Look.wordsMax ? look : Look(utf8, start..<Int(block.end))
    let isNamed = ListHeading.hasSignatoryWord(utf8, end, start..<Int(block.end))
    let isDemand = end.isFound(.demandWords) || end.isFound(.including)
    if isDemand, end.endsColon, let last = end.words.last, Lexicon.demandEnds.contains(last) {
      return nil
    }
    if end.endsColon {
      if isNamed { return Heading(isSure: !isDemand && end.weight <= 40) }
      return end.isFound(.signatoryPhrases) ? Heading(isSure: false) : nil
    }
    guard isNamed, !look.isProse, !look.endsSentence || look.endsShad, look.weight <= 12,
      !look.opensQuote
    else { return nil }
    return Heading(isSure: !isDemand && look.weight <= 8)
  }

  /// The longest run of marked names, or of persons each with lines about them, after a paragraph,
  /// when no heading tells of any.
  private static func headless(_ page: Page, _ weighed: WeighedLists) -> [SignatoryList] {
    var best: ListCollector?
    var prose = 0
    var index = 0
    while index < page.blocks.count {
      let block = page.blocks[index]
      var collector = ListCollector(page, from: index)
      guard block.kind == .unknown, block.isMarked || (prose > 0 && collector.beginsWithGroup)
      else {
        if prose == 0, block.kind == .unknown, page.look(index).isProse { prose += 1 }
        index += 1
        continue
      }
      collector.run()
      if prose > 0, !isIntroduced(page, index), !ListHeading.isBarred(page, index),
        collector.isConvincing, weighed.allowHeadless(collector.items),
        collector.items.count > best?.items.count ?? 0
      {
        best = collector
      }
      index = max(collector.end, index + 1)
    }
    return best.map { [take($0, page, heading: nil)] } ?? []
  }

  /// Whether the line above a list introduces something else.
  private static func isIntroduced(_ page: Page, _ index: Int) -> Bool {
    guard index > 0 else { return false }
    let look = page.look(index - 1)
    return look.endsColon && !look.isFound(.signatoryPhrases)
  }
}

/// A list of those who signed, as blocks of a text.
struct SignatoryList {
  /// One entry: the bytes that name a party, the lines below it that belong to it, and the
  /// subheading it stands under.
  struct Entry {
    var range: Range<Int>
    var below: Range<Int>?
    var number: UInt32 = 0
    var subheading: Range<Int>?
  }

  var heading: Range<Int>?
  var entries: [Entry] = []

  /// Where its first entry begins.
  fileprivate var start: Int { entries.first?.range.lowerBound ?? 0 }
}

/// The fourth stage, second part: where the lists of signatories are.
///
/// A list stands below a line with a word such as `Signatories`, or below a letter's closing. Only
/// where there is none, a numbered or bulleted run of names after the paragraphs is taken.
enum SignatoryLists {
  /// Marks the blocks of all lists and returns their entries, in the order of the text.
  static func find(_ page: Page) -> [SignatoryList] {
    let utf8 = page.utf8
    let weighed = WeighedLists(page)
    var lists: [SignatoryList] = []
    // What stands before all text may be the site's.
    let textStart = page.blocks.indices.first { page.look($0).isProse } ?? page.blocks.count
    var index = 0
    while index < page.blocks.count {
      let block = page.blocks[index]
      guard block.kind != .navigation, block.kind != .title,
        let heading = heading(page, index)
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
  private static func take(
    _ collector: ListCollector, _ page: Page, heading: Range<Int>?
  ) -> SignatoryList {
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
    if let inline = inline(utf8, block, look) { return Heading(isSure: true, inline: inline) }
    if look.isWhole(.closings, utf8) { return Heading(isSure: true) }
    guard look.endsColon || look.weight <= 12 else { return nil }
    let end = look.weight < Look.wordsMax ? look : Look(utf8, start..<Int(block.end))
    let isNamed = hasSignatoryWord(utf8, end, start..<Int(block.end))
    let isDemand = end.isFound(.demandWords, utf8) || end.isFound(.including, utf8)
    if isDemand, end.endsColon, let last = end.words.last, Lexicon.demandEnds.contains(last) {
      return nil
    }
    if end.endsColon {
      if isNamed { return Heading(isSure: !isDemand && end.weight <= 40) }
      return end.isFound(.signatoryPhrases, utf8) ? Heading(isSure: false) : nil
    }
    guard isNamed, !look.isProse, !look.endsSentence || look.endsShad, look.weight <= 12,
      !look.opensQuote
    else { return nil }
    return Heading(isSure: !isDemand && look.weight <= 8)
  }

  static func hasSignatoryWord(_ utf8: [UInt8], _ look: Look, _ range: Range<Int>) -> Bool {
    if look.isFound(.signatoryWords, utf8) { return true }
    guard utf8[range].contains(where: { $0 >= 0xCE && $0 != 0xE2 }) else { return false }
    return Lexicon.signatoryStems.contains { Search.contains(utf8, range, $0) }
  }

  /// `Signatories: A, B and C`: the bytes after the colon.
  static func inline(_ utf8: [UInt8], _ block: Block, _ look: Look) -> Range<Int>? {
    guard !look.endsColon,
      let colon = look.words.prefix(9).firstIndex(where: { $0.trail == .colon })
    else { return nil }
    let before = look.words[...colon]
    guard Lexicon.signatoryWords.isFound(in: before),
      !Lexicon.demandWords.isFound(in: before), colon + 1 < look.words.count
    else { return nil }
    let rest = look.words[colon + 1].start..<Int(block.end)
    return utf8[rest].contains(0x2C) || utf8[rest].contains(0x3B) ? rest : nil
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
      if prose > 0, !isIntroduced(page, index), !isBarred(page, index), collector.isConvincing,
        weighed.allowHeadless(collector.items),
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
    return look.endsColon && !look.isFound(.signatoryPhrases, page.utf8)
  }

  /// Whether the line above a list, and what else stands there in its form, is the heading of
  /// another one.
  static func isBarred(_ page: Page, _ start: Int) -> Bool {
    var index = start - 1
    while index >= max(0, start - Self.siblingsMax), page.blocks[start].isMarked,
      page.blocks[index].marker == page.blocks[start].marker
    {
      index -= 1
    }
    guard index >= 0 else { return false }
    let look = page.look(index)
    let headings = [Lexicon.furnitureHeadings, .noteHeadings, .contactHeadings, .otherLists]
    return headings.contains { look.isWhole($0, page.utf8) }
      || (look.endsColon && look.weight > 3 && look.isFound(.documents, page.utf8)
        && !hasSignatoryWord(page.utf8, look, page.blocks[index].range))
      || (look.words.contains { $0.trail == .colon }
        && (look.begins(.contactHeadings, page.utf8) || look.begins(.otherLists, page.utf8)))
  }

  private static let siblingsMax = 8

  /// Whether the last paragraphs before a block speak of signatories.
  static func isAnnounced(_ page: Page, before index: Int) -> Bool {
    page.blocks.indices[..<index].suffix(2).contains { other in
      hasSignatoryWord(page.utf8, page.look(other), page.blocks[other].range)
    }
  }
}

/// Searching bytes in bytes.
enum Search {
  /// Whether `needle` stands in the slice. O(slice × needle).
  static func contains(_ utf8: [UInt8], _ range: Range<Int>, _ needle: [UInt8]) -> Bool {
    guard let first = needle.first, needle.count <= range.count else { return false }
    for start in range.lowerBound...range.upperBound - needle.count where utf8[start] == first {
      if utf8[start..<start + needle.count].elementsEqual(needle) { return true }
    }
    return false
  }
}

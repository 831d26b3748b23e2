internal import Markup

/// Collects the entries of one list of signatories: from its first block to the first that cannot
/// belong to it.
struct ListCollector {
  let page: Page
  let utf8: [UInt8]
  var blocks: [Block] { page.blocks }
  private let start: Int
  /// The block after the list.
  private(set) var end: Int
  private(set) var items: [Int] = []
  private(set) var subheadings: [Int] = []
  /// Lines that belong to the item above them.
  private(set) var memberLines: [Int] = []

  /// Marked items, or lines; lines stand close, apart, or in groups that name one party each.
  enum Mode { case marked, close, apart, groups }
  private var mode = Mode.close
  private var smallCount = 0
  private var sentenceCount = 0
  private var weight = 0
  private var organizationCount = 0
  private var isAfterSubheading = true
  /// Whether each name has its country on the line below it.
  private var hasCountryLines = false
  /// Whether unmarked lines below each marked name tell of it.
  private var hasLinesBelow = false
  /// Whether a country stands over the first names, so that others stand over those below.
  private var startsWithCountry = false
  private var usualGap: UInt8 = 0

  init(_ page: Page, from start: Int) {
    self.page = page
    utf8 = page.utf8
    self.start = start
    end = start
  }

  mutating func run() {
    while end < blocks.count, end - start < 4, isPreface(end) { end += 1 }
    guard end < blocks.count else { return }
    var first = end
    startsWithCountry = isSubheading(first) && isCountry(first)
    if isSubheading(first), first + 1 < blocks.count { first += 1 }
    let isOverMarked = first + 1 < blocks.count && blocks[first + 1].isMarked
    mode = blocks[first].isMarked || isOverMarked ? .marked : lineMode(first)
    hasLinesBelow = first == end && hasLineBelow(first)
    hasCountryLines =
      first + 1 < blocks.count && !isCountry(first) && isCountry(first + 1)
      && (first + 2 >= blocks.count || !isCountry(first + 2))
      && (first + 3 >= blocks.count || isCountry(first + 3))
    while end < blocks.count, take(end) { end += 1 }
    while let last = subheadings.last, last + 1 == end {
      subheadings.removeLast()
      end -= 1
    }
    if isOnePerson {
      memberLines += items.dropFirst()
      items.removeSubrange(1...)
    }
  }

  /// Whether the lines are a person, and then what that person is, however far apart they stand.
  private var isOnePerson: Bool {
    guard mode != .marked, mode != .groups, (2...6).contains(items.count), memberLines.isEmpty,
      subheadings.isEmpty, let name = items.first, let last = items.last,
      last - name == items.count - 1, PersonName.isWhole(utf8, page.look(name).words)
    else { return false }
    let about = items.dropFirst().map { page.look($0) }
    return !about.contains {
      PersonName.isWhole(utf8, $0.words) || PersonName.begins(utf8, $0.words)
    } && about.contains { $0.isContact(utf8) || $0.isFound(.roles) }
  }

  /// Whether a person's name stands first, alone on its line, and lines about that person below it.
  var beginsWithGroup: Bool {
    start < blocks.count && !blocks[start].isMarked && blocks[start].gap > 0
      && lineMode(start) == .groups
  }

  /// `(in alphabetical order)`, `The 43 signatures below …` over marked names, column heads.
  private func isPreface(_ index: Int) -> Bool {
    let look = page.look(index)
    guard !blocks[index].isMarked else { return false }
    if let first = look.words.first, first.isOpened, look.words.last?.trail == .close,
      look.weight <= 12
    {
      return true
    }
    if index == start, look.endsSentence, index + 1 < blocks.count, blocks[index + 1].isMarked,
      ListHeading.hasSignatoryWord(utf8, look, blocks[index].range)
    {
      return true
    }
    if index > start, block(index, startsWith: 0x7C) {
      return Furniture.isRule(utf8, blocks[index])
    }
    return isColumnHead(index) && (look.words.count > 1 || index > start || isColumnHead(index + 1))
  }

  private func isColumnHead(_ index: Int) -> Bool {
    index < blocks.count && !blocks[index].isMarked && page.look(index).isOfColumnHeads
  }

  private func block(_ index: Int, startsWith byte: UInt8) -> Bool {
    utf8[Int(blocks[index].start)] == byte
  }

  /// Takes the block at `index`; false when the list is over before it.
  private mutating func take(_ index: Int) -> Bool {
    let block = blocks[index]
    let look = page.look(index)
    if block.kind == .navigation || Furniture.isRule(utf8, block) || look.isEmpty { return false }
    if !block.isMarked, look.begins(.listEnds) { return false }
    if mode != .marked, items.last.map({ $0 + 1 == index }) ?? false, !block.isMarked,
      hasCountryLines, isCountry(index)
    {
      memberLines.append(index)
      return true
    }
    if hasLinesBelow, !block.isMarked, block.marker != .hash, !isProse(look), let last = items.last,
      index - last <= Self.linesBelowMax, max(last, memberLines.last ?? 0) + 1 == index,
      !isHeadingOfOther(look)
    {
      memberLines.append(index)
      return true
    }
    if isSubheading(index) {
      if isHeadingOfOther(look) { return false }
      // Headings over nothing are no part of a list.
      if isAfterSubheading, subheadings.count > items.count + 2 { return false }
      subheadings.append(index)
      isAfterSubheading = true
      return true
    }
    guard block.isMarked == (mode == .marked) else { return false }
    if isProse(look) || (!block.isMarked && isOther(look, index)) { return false }
    if mode != .marked, !items.isEmpty, !isAfterSubheading, block.gap > 0, !isNext(index) {
      return false
    }
    if mode == .groups, block.gap == 0, let last = items.last,
      max(last, memberLines.last ?? 0) + 1 == index
    {
      memberLines.append(index)
      return true
    }
    if items.count == 1 { usualGap = block.gap }
    count(look)
    items.append(index)
    isAfterSubheading = false
    return true
  }

  /// A name has no more words.
  private static let nameMax = 14

  /// A sentence is no name, but a person's line with a full stop at its end may look like one.
  private func isProse(_ look: Look) -> Bool {
    if isNameInMarks(look) || (look.endsAbbreviated && look.weight <= Self.nameMax) { return false }
    if look.opensQuote, look.endsSentence, look.weight > 3 { return true }
    guard look.isProse else { return look.weight > 40 }
    return look.weight > 40 || look.opensQuote || !PersonName.begins(utf8, look.words)
  }

  /// `„Sea“ e.V.`: marks around the first words, and few words more.
  private func isNameInMarks(_ look: Look) -> Bool {
    guard look.opensQuote, look.weight < 12, let first = look.words.first,
      let last = look.words.last
    else { return false }
    let closed = look.words.dropLast().prefix(4).contains { word in
      word.end < last.start && Mark.closes(Scalars.decode(utf8, at: word.end).value)
    }
    return closed && first.end < last.start && !look.isFound(.speechVerbs)
  }

  private mutating func count(_ look: Look) {
    if !look.isCapitalized { smallCount += 1 }
    if look.endsSentence, !look.endsShad, !look.endsAbbreviated, look.weight > 5 {
      sentenceCount += 1
    }
    if look.words.last?.trail == .semicolon, !look.isCapitalized { sentenceCount += 1 }
    if look.isFound(.organizations) { organizationCount += 1 }
    weight += look.weight
  }

  /// A line over a part of the list.
  private func isSubheading(_ index: Int) -> Bool {
    let block = blocks[index]
    guard !block.isMarked, index + 1 < blocks.count else { return false }
    let look = page.look(index)
    guard !look.isEmpty, look.weight <= 10, !look.isProse else { return false }
    let next = blocks[index + 1]
    if mode == .marked, next.isMarked || (index + 2 < blocks.count && blocks[index + 2].isMarked) {
      return true
    }
    if block.gap > 0 || index == start, block.marker == .hash { return true }
    if look.endsColon { return true }
    guard next.gap == 0 || next.isMarked || block.gap > 0 else { return false }
    return look.isWhole(.subheadings)
      || ((block.gap > 0 || index == start || startsWithCountry) && isCountry(index)
        && !isCountry(index + 1))
  }

  func isHeadingOfOther(_ look: Look) -> Bool {
    look.isWhole(.furnitureHeadings) || look.isWhole(.noteHeadings)
      || look.isWhole(.contactHeadings) || (look.endsColon && look.begins(Lexicon.pointing))
      || look.isWhole(.signatoryWords) || (look.endsColon && look.isFound(.signatoryWords))
      || look.begins(.contactHeadings)
  }

  /// A line of something else: contacts, furniture, another list's heading.
  private func isOther(_ look: Look, _ index: Int) -> Bool {
    if Furniture.isNote(utf8, blocks[index]) { return true }
    if look.isWhole(.endMarks) || look.begins(.furnitureStarts) { return true }
    if isHeadingOfOther(look) && (look.weight <= 4 || look.endsColon) { return true }
    if look.endsColon { return true }
    return !items.isEmpty && look.isWhole(.navigation) && blocks[index].gap > 0
  }

  /// Whether a line after a blank one goes on with the list.
  private func isNext(_ index: Int) -> Bool {
    let size = groupSize(index)
    switch mode {
    case .marked: return true
    case .groups: return isNameGroup(index) || (size == 1 && isPersonLine(index))
    case .apart:
      if size > 1 {
        // A footer says once more who signed.
        let words = page.look(index).words.map(\.hash)
        return page.look(index).isFound(.organizations)
          && !items.contains { page.look($0).words.map(\.hash) == words }
      }
      return items.count == 1 || blocks[index].gap <= usualGap + 1
    case .close:
      guard blocks[index].gap <= 2 else { return false }
      if size == 1 {
        return page.look(index).isFound(.organizations) && items.count > 2 && blocks[index].gap == 1
      }
      for line in index..<index + size {
        let look = page.look(line)
        if look.isWhole(.navigation) || look.begins(.furnitureStarts) || look.isProse
          || look.isWhole(.furnitureHeadings)
        {
          return false
        }
      }
      return true
    }
  }

  /// Whether there are entries that can be names. Below a heading that is not sure they must look
  /// like names plainly.
  func isAccepted(isSure: Bool) -> Bool {
    guard let first = items.first else { return false }
    if isSure { return sentenceCount * 2 <= items.count && Int(blocks[first].gap) <= 6 }
    return items.count >= 3 && looksLikeNames
  }

  /// Whether the entries are signatories even though no heading says so.
  var isConvincing: Bool {
    if mode == .groups { return items.count > 1 }
    guard mode == .marked, !page.isTableOfContents(items) else { return false }
    guard items.count >= 3, looksLikeNames, weight <= items.count * 12 else { return false }
    return items.count >= 5 || organizationCount * 2 >= items.count || isNumberedToEnd
  }

  /// Whether nothing but names with the numbers 1, 2, 3 … stands up to the end of the text.
  private var isNumberedToEnd: Bool {
    end == blocks.count
      && items.enumerated().allSatisfy { position, item in
        let look = page.look(item)
        return Int(blocks[item].number) == position + 1 && !look.endsSentence && look.weight <= 10
          && look.words.allSatisfy { $0.shape != .lower || $0.range.count < 4 }
      }
  }

  private var looksLikeNames: Bool {
    smallCount * 5 <= items.count * 2 && sentenceCount * 5 <= items.count
  }

  /// The entries in order.
  func entries() -> [SignatoryList.Entry] {
    if mode != .marked, items.count == 1, let only = items.first, memberLines.isEmpty {
      if let names = SeriesReader.names(page, only) { return names }
      let names = ListHeading.inline(utf8, blocks[only], page.look(only)) ?? blocks[only].range
      let series = SeriesReader.entries(utf8, names)
      let arePersons = series.allSatisfy {
        PersonName.isWhole(utf8, Word.all(utf8, $0.range, limit: 12))
      }
      if series.count > 2 || (series.count == 2 && arePersons) { return series }
    }
    var entries: [SignatoryList.Entry] = []
    var subheading = 0
    var member = 0
    var current: Range<Int>?
    for item in items {
      while subheading < subheadings.count, subheadings[subheading] < item {
        current = blocks[subheadings[subheading]].range
        subheading += 1
      }
      var below: Range<Int>?
      while member < memberLines.count, memberLines[member] < item { member += 1 }
      var line = item + 1
      while member < memberLines.count, memberLines[member] == line {
        below = (below?.lowerBound ?? Int(blocks[line].body))..<Int(blocks[line].end)
        member += 1
        line += 1
      }
      entries.append(
        SignatoryList.Entry(
          range: blocks[item].range, below: below, number: blocks[item].number, subheading: current)
      )
    }
    return entries
  }
}

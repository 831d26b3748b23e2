internal import Markup

/// Lists of signatories by weighed evidence: where the rules of `SignatoryLists` find none, and
/// whether what they find is one.
struct WeighedLists {
  private let page: Page
  private let evidence: Evidence

  /// How much must speak for all blocks of a list together that no heading leads.
  private static let scoreMin = 900
  /// How much may speak against each block of a list that the rules find: without a heading, with
  /// one, and with one that is sure to stand over signatories.
  private static let headlessObjectionMax = 200
  private static let objectionMax = 300
  private static let sureObjectionMax = 900
  /// Blocks between two entries: what a person is, a heading over a part.
  private static let betweenMax = 2

  init(_ page: Page, _ evidence: Evidence) {
    self.page = page
    self.evidence = evidence
  }

  /// Whether the evidence does not speak against a list of these blocks; where their heading is
  /// sure to stand over signatories, whether it does not speak plainly against it.
  func allow(_ items: [Int], isSure: Bool) -> Bool {
    evidence.total(items, .entry) > -items.count
      * (isSure ? Self.sureObjectionMax : Self.objectionMax)
  }

  /// Whether the evidence does not speak against a list of these blocks that no heading leads.
  func allowHeadless(_ items: [Int]) -> Bool {
    evidence.total(items, .entry) > -items.count * Self.headlessObjectionMax
  }

  /// Marks the blocks of further lists, and returns their entries. O(page).
  func find() -> [SignatoryList] {
    var lists: [SignatoryList] = []
    var index = 0
    while index < page.blocks.count {
      let found = run(from: index)
      let items = completed(found)
      guard let last = items.last else {
        index += 1
        continue
      }
      index = last + 1
      guard !page.isTableOfContents(items), !ListHeading.isBarred(page, items[0]) else { continue }
      let entries = entries(items)
      // Many names in few blocks speak for themselves.
      guard entries.count > 1,
        entries.count > items.count + 3
          || max(evidence.total(found, .entry), evidence.total(items, .entry)) > Self.scoreMin
          || items.allSatisfy({ SeriesReader.isPlain(page, $0) })
      else { continue }
      for item in items where SeriesReader.states(page, item) == nil {
        page.blocks[item].kind = .signatory
      }
      lists.append(SignatoryList(entries: entries))
    }
    return lists
  }

  /// The blocks of the list that begins at a block, or none.
  private func run(from start: Int) -> [Int] {
    var items: [Int] = []
    var index = start
    while index < page.blocks.count, isOpen(index),
      index - (items.last ?? start) <= Self.betweenMax + 1
    {
      if evidence.score(index, .entry) > 0 || SeriesReader.isPlain(page, index) {
        items.append(index)
      } else if items.isEmpty {
        return []
      }
      index += 1
    }
    return items
  }

  /// The items of a list, and those that stand among and beside them in the same form.
  private func completed(_ items: [Int]) -> [Int] {
    guard items.count > 2, let first = items.first, let last = items.last,
      page.blocks[first].isMarked, items.allSatisfy({ isSibling($0, of: first) })
    else { return items }
    var low = first
    while low > 0, isSibling(low - 1, of: first) { low -= 1 }
    var high = last
    while high + 1 < page.blocks.count, isSibling(high + 1, of: first) { high += 1 }
    return (low...high).filter { isSibling($0, of: first) }
  }

  private func isSibling(_ index: Int, of other: Int) -> Bool {
    let block = page.blocks[index]
    return block.kind == .unknown && block.marker == page.blocks[other].marker
      && block.indent == page.blocks[other].indent
      && (page.look(index).isNamelike || evidence.score(index, .entry) > 0)
  }

  /// Whether no rule has said yet what a block is, and it can be an entry.
  private func isOpen(_ index: Int) -> Bool {
    let block = page.blocks[index]
    return block.kind == .unknown && !Furniture.isRule(page.utf8, block) && !isOfNumbers(index)
      && !page.look(index).isOfColumnHeads && !page.look(index).isEmpty
  }

  /// Whether the row of a table has a number where names have a country or a post.
  private func isOfNumbers(_ index: Int) -> Bool {
    guard page.blocks[index].isRow else { return false }
    let cells = EntryCells(page.utf8, SignatoryList.Entry(range: page.blocks[index].range))
    return cells.others.contains { cell in page.utf8[cell].allSatisfy { $0 < 0x3A } }
  }

  private func entries(_ items: [Int]) -> [SignatoryList.Entry] {
    var entries: [SignatoryList.Entry] = []
    var heading: Range<Int>?
    var above = items.first.map { $0 - 1 } ?? 0
    for item in items {
      if let last = (max(above, 0)..<item).last(where: isSubheading) {
        heading = page.blocks[last].range
        page.blocks[last].kind = .subheading
      }
      above = item + 1
      if items.count < 3, let names = SeriesReader.names(page, item) {
        entries += names
        continue
      }
      let block = page.blocks[item]
      entries.append(
        SignatoryList.Entry(range: block.range, number: block.number, subheading: heading))
    }
    return entries
  }

  /// Whether a block stands over a part of a list: a heading, or a line such as a country.
  private func isSubheading(_ index: Int) -> Bool {
    let block = page.blocks[index]
    guard block.kind == .unknown || block.kind == .heading else { return false }
    let look = page.look(index)
    return block.marker == .hash || look.isWhole(.subheadings)
      || Countries.whole(page.utf8, EntryCells.clean(page.utf8, block.range)) != nil
  }
}

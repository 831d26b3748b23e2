internal import Markup

/// What the words over a list, and those before it, say of it.
enum ListHeading {
  static func hasSignatoryWord(_ utf8: [UInt8], _ look: Look, _ range: Range<Int>) -> Bool {
    if look.isFound(.signatoryWords) { return true }
    guard utf8[range].contains(where: { $0 >= 0xCE && $0 != 0xE2 }) else { return false }
    return Lexicon.signatoryStems.contains { Search.contains(utf8, range, $0) }
  }

  /// `Signatories: A, B and C`: the bytes after the colon.
  static func inline(_ utf8: [UInt8], _ block: Block, _ look: Look) -> Range<Int>? {
    guard !look.endsColon,
      let colon = look.words.prefix(9).firstIndex(where: { $0.trail == .colon })
    else { return nil }
    let before = look.words[...colon]
    guard Lexicon.signatoryWords.isFound(in: before), !Lexicon.demandWords.isFound(in: before),
      colon + 1 < look.words.count
    else { return nil }
    let rest = look.words[colon + 1].start..<Int(block.end)
    return utf8[rest].contains(0x2C) || utf8[rest].contains(0x3B) ? rest : nil
  }

  /// Whether the line above a list, and what else stands there in its form, is the heading of
  /// another one.
  static func isBarred(_ page: Page, _ start: Int) -> Bool {
    var index = start - 1
    while index >= max(0, start - Self.siblingsMax), page.blocks[start].isMarked,
      page.blocks[index].marker == page.blocks[start].marker
    { index -= 1 }
    guard index >= 0 else { return false }
    let look = page.look(index)
    let headings = [Lexicon.furnitureHeadings, .noteHeadings, .contactHeadings, .otherLists]
    return headings.contains { look.isWhole($0) }
      || (look.endsColon && look.weight > 3 && look.isFound(.documents)
        && !hasSignatoryWord(page.utf8, look, page.blocks[index].range))
      || (look.words.contains { $0.trail == .colon }
        && (look.begins(.contactHeadings) || look.begins(.otherLists)))
  }

  private static let siblingsMax = 8

  /// Whether the last paragraphs before a block speak of signatories.
  static func isAnnounced(_ page: Page, before index: Int) -> Bool {
    page.blocks.indices[..<index].suffix(2).contains { other in
      hasSignatoryWord(page.utf8, page.look(other), page.blocks[other].range)
    }
  }
}

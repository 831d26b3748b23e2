internal import Markup

/// What stands between the pages of a text that was printed: their numbers, and the lines that head
/// each of them. A reader goes on behind it.
enum PageBreaks {
  /// The blocks without such ones; what follows them stands as near to what stands before as that
  /// does to its own neighbour. O(blocks).
  static func removed(_ utf8: [UInt8], _ blocks: [Block]) -> [Block] {
    let numbers = blocks.indices.filter { isNumber(utf8, blocks[$0]) }
    guard !numbers.isEmpty else { return blocks }
    var isBreak = [Bool](repeating: false, count: blocks.count)
    for index in numbers where isAlone(blocks, index) { isBreak[index] = true }
    var seen: Set<UInt64> = []
    for (index, block) in blocks.enumerated() where !block.isMarked {
      let isBeside =
        index > 0 && isBreak[index - 1] || index + 1 < blocks.count && isBreak[index + 1]
      guard block.range.count < lineBytesMax, !isBreak[index] else { continue }
      let line = Fold.hash(utf8, block.range)
      if isBeside, seen.contains(line) { isBreak[index] = true }
      seen.insert(line)
    }
    var kept: [Block] = []
    var isBroken = false
    for (index, block) in blocks.enumerated() {
      if isBreak[index] {
        isBroken = true
        continue
      }
      var block = block
      if isBroken, let last = kept.last { block.gap = min(block.gap, last.gap) }
      isBroken = false
      kept.append(block)
    }
    return kept
  }

  /// Of a line that heads pages.
  private static let lineBytesMax = 120

  /// Whether blank lines stand on both sides, or the text ends.
  private static func isAlone(_ blocks: [Block], _ index: Int) -> Bool {
    let isEnded = index + 1 == blocks.count || blocks[index + 1].gap > 0
    return index > 0 && isEnded && (blocks[index].gap > 0 || !blocks[index - 1].isMarked)
  }

  /// `12`, `- 12 -`, `Page 3 of 10`, `3/10`.
  private static func isNumber(_ utf8: [UInt8], _ block: Block) -> Bool {
    let line = Int(block.start)..<Int(block.end)
    guard line.count < 24, utf8[line].contains(where: { $0 &- 0x30 < 10 }) else { return false }
    let words = Word.all(utf8, line, limit: 6).filter { $0.shape != .symbol }
    let numbers = words.filter { $0.shape == .digit }
    guard (1...2).contains(numbers.count), words.count <= 4,
      numbers.allSatisfy({ isPageNumber(utf8, $0.range) })
    else { return false }
    if words.count == numbers.count { return numbers.count == 1 }
    return Lexicon.pages.contains(words[0])
      && words.dropFirst().allSatisfy { $0.shape == .digit || Lexicon.ofPages.contains($0) }
  }

  /// At most three digits, or two such numbers with a slash between.
  private static func isPageNumber(_ utf8: [UInt8], _ range: Range<Int>) -> Bool {
    utf8[range].split(separator: 0x2F).allSatisfy { part in
      part.count < 4 && part.allSatisfy { $0 &- 0x30 < 10 }
    }
  }
}

internal import Markup

/// A text as its blocks, while the stages of the layout give each its kind.
///
/// How a block looks is computed when it is first asked for, and kept for the other stages as long
/// as no block a multiple of `keptLooks` away is asked for.
final class Page {
  let utf8: [UInt8]
  var blocks: [Block]
  private var looks: [(block: Int, look: Look)?]

  static let keptLooks = 256

  init(_ document: Document) {
    utf8 = document.text.utf8
    blocks = PageBreaks.removed(utf8, Self.closed(Block.all(of: document)))
    looks = Array(repeating: nil, count: min(Self.keptLooks, blocks.count))
  }

  /// The blocks as if one blank line stood wherever the text has as many as it has mostly.
  private static func closed(_ blocks: [Block]) -> [Block] {
    var counts: [UInt8: Int] = [:]
    for block in blocks where block.gap > 0 { counts[block.gap, default: 0] += 1 }
    guard let usual = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key, usual > 1
    else { return blocks }
    return blocks.map { block in
      var block = block
      if block.gap > 0 { block.gap = block.gap > usual ? block.gap - usual + 1 : 1 }
      return block
    }
  }

  /// How the block at `index` looks.
  func look(_ index: Int) -> Look {
    let slot = index % looks.count
    if let kept = looks[slot], kept.block == index { return kept.look }
    let look = Look(utf8, blocks[index])
    looks[slot] = (index, look)
    return look
  }

  /// Whether most of the blocks stand again further down, as lines of their own.
  func isTableOfContents(_ items: [Int]) -> Bool {
    guard let last = items.last else { return false }
    let again = items.count { lastLines[line($0)] ?? 0 > last }
    return again * 2 > items.count
  }

  /// The words of a block as one hash.
  private func line(_ index: Int) -> UInt64 {
    look(index).words.reduce(0) { ($0 << 7 ^ $0 >> 13) ^ $1.hash }
  }

  /// Where each line without a marker stands last. O(page), when first asked for.
  private lazy var lastLines: [UInt64: Int] = {
    var lines: [UInt64: Int] = [:]
    for index in blocks.indices where !blocks[index].isMarked && look(index).weight < 20 {
      lines[line(index)] = index
    }
    return lines
  }()
}

internal import Markup

/// A text as its blocks, while the stages of the layout give each its kind.
///
/// How a block looks is computed when it is first asked for, and kept for the other stages as long
/// as no block a multiple of `keptLooks` away is asked for.
final class Page {
  let utf8: [UInt8]
  var blocks: [Block]
  /// How much speaks for each label of a block. O(page), when first asked for.
  private(set) lazy var evidence = Evidence(PageFeatures(self))
  private var looks: [(block: Int, look: Look)?]

  static let keptLooks = 256

  init(_ document: Document) {
    utf8 = document.text.utf8
    blocks = Block.all(of: document)
    looks = Array(repeating: nil, count: min(Self.keptLooks, blocks.count))
  }

  /// How the block at `index` looks.
  func look(_ index: Int) -> Look {
    let slot = index % looks.count
    if let kept = looks[slot], kept.block == index { return kept.look }
    let look = Look(utf8, blocks[index])
    looks[slot] = (index, look)
    return look
  }
}

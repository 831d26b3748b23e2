package import Markup

/// The labels that are weighed: how much the features of a block and of the two blocks on each
/// side of it speak for one.
struct Evidence {
  /// Blocks on each side whose features count.
  static let reach = 2

  let sets: [FeatureSet]

  init(_ page: Page) { sets = PageFeatures(page).sets }

  /// The scores of several blocks together.
  func total(_ indices: [Int], _ weights: LabelWeights) -> Int {
    indices.reduce(0) { $0 + score($1, weights) }
  }

  /// How much speaks for the label at a block, in hundredths of a natural logarithm of odds; above
  /// 0 it is more likely than not.
  func score(_ index: Int, _ weights: LabelWeights) -> Int {
    var sum = weights.bias
    for offset in -Self.reach...Self.reach {
      let other = index + offset
      guard sets.indices.contains(other) else {
        sum += weights.edge(offset)
        continue
      }
      sets[other].forEach { sum += weights.weight(of: $0, at: offset) }
    }
    return sum
  }
}

/// The weights of a label, learned by `Scripts/learn`.
struct LabelWeights {
  /// A row for each offset from -`reach`, a column for each feature; the last is for where no block
  /// stands.
  private let table: [Int16]
  let bias: Int

  /// `text` is lines `offset feature weight`, where `edge` stands for no block; `bias` is one too.
  init(bias: Int, _ rows: [(String, [Int16])]) {
    self.bias = bias
    var table = [Int16](repeating: 0, count: Self.width * (2 * Evidence.reach + 1))
    var columns: [String: Int] = ["edge": Self.width - 1]
    for feature in Feature.allCases { columns[String(describing: feature)] = Int(feature.rawValue) }
    for (name, weights) in rows {
      guard let column = columns[name] else { continue }
      for (row, weight) in weights.enumerated() where row < 2 * Evidence.reach + 1 {
        table[row * Self.width + column] = weight
      }
    }
    self.table = table
  }

  private static let width = FeatureSet.capacity + 1

  func weight(of feature: Int, at offset: Int) -> Int {
    Int(table[(offset + Evidence.reach) * Self.width + feature])
  }

  func edge(_ offset: Int) -> Int { weight(of: Self.width - 1, at: offset) }
}

/// A block with its features, for whoever learns or asks why.
package struct BlockEvidence {
  /// Bytes of the text.
  package var range: Range<Int>
  package var features: [String]

  /// The blocks of a document, in their order.
  package static func all(of document: Document) -> [BlockEvidence] {
    let page = Page(document)
    return zip(page.blocks, PageFeatures(page).sets).map { block, set in
      BlockEvidence(
        range: block.range,
        features: Feature.allCases.filter(set.contains).map { String(describing: $0) })
    }
  }
}

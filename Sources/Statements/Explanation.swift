package import Bytes
package import Markup

/// What a block of a text was taken for, and what speaks for it.
package struct Explanation {
  /// Where the block begins in its file.
  package var place: Place
  package var text: String
  /// Such as `signatory` or `paragraph`.
  package var label: String
  /// For each label that is weighed: how much speaks for it, in hundredths of a natural logarithm
  /// of odds, and the features that do most, the weightiest first.
  package var scores: [(label: String, score: Int, reasons: [String])]

  private static let reasonsMax = 4

  /// The blocks of a document, in their order.
  package static func all(of document: Document) -> [Explanation] {
    let page = Page(document)
    let evidence = Evidence(page)
    _ = Head.classify(page, evidence)
    _ = SignatoryLists.find(page, evidence)
    Body.classify(page)
    let places = document.places.places(ofBytes: page.blocks.map { Int($0.start) })
    return page.blocks.indices.map { index in
      let block = page.blocks[index]
      return Explanation(
        place: places[index], text: Display.string(page.utf8, Int(block.start)..<Int(block.end)),
        label: String(describing: block.kind),
        scores: [("signatory", LabelWeights.entry), ("title", .title)].map { label, weights in
          (
            label, evidence.score(index, weights),
            evidence.reasons(index, weights).prefix(reasonsMax).map(words)
          )
        })
    }
  }

  /// `whole person above +0.91`
  private static func words(of reason: Evidence.Reason) -> String {
    let place =
      switch reason.offset {
      case 0: ""
      case ..<0: reason.offset == -1 ? " above" : " two above"
      default: reason.offset == 1 ? " below" : " two below"
      }
    return "\(reason.feature)\(place) \(hundredths(reason.weight))"
  }

  /// `+1.05`
  package static func hundredths(_ value: Int) -> String {
    let digits = String(value.magnitude)
    let padded = String(repeating: "0", count: max(0, 3 - digits.count)) + digits
    return "\(value < 0 ? "-" : "+")\(padded.dropLast(2)).\(padded.suffix(2))"
  }
}

extension Evidence {
  struct Reason {
    var feature: String
    var offset: Int
    var weight: Int
  }

  /// What speaks for and against a label at a block, the weightiest first.
  func reasons(_ index: Int, _ weights: LabelWeights) -> [Reason] {
    var reasons: [Reason] = []
    for offset in -Self.reach...Self.reach {
      guard sets.indices.contains(index + offset) else {
        let weight = weights.edge(offset)
        reasons.append(Reason(feature: "no block", offset: offset, weight: weight))
        continue
      }
      for feature in Feature.allCases where sets[index + offset].contains(feature) {
        let weight = weights.weight(of: Int(feature.rawValue), at: offset)
        reasons.append(Reason(feature: feature.title, offset: offset, weight: weight))
      }
    }
    return reasons.filter { $0.weight != 0 }.sorted {
      ($1.weight.magnitude, $0.offset) < ($0.weight.magnitude, $1.offset)
    }
  }
}

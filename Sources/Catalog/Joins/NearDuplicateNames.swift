internal import Bytes

/// Names that are likely two spellings of one: `Uighur` and `Uyghur`, `Turkestan` and `Turkistan`.
///
/// Nothing is merged by it. It only tells an editor where to look.
package enum NearDuplicateNames {
  /// Shorter words differ too easily: `North` and `South`, `Iran` and `Iraq`.
  static let wordLettersMin = 6
  /// So many letters may be other, missing or added in the one word that differs.
  static let editsMax = 2

  /// Where more names than this share all words but one, the words tell things apart, as numbers
  /// do.
  static let groupMax = 200

  /// Pairs of indexes into `parties` whose ids are the same words but for one, which is spelled
  /// almost the same. In order of the indexes. O(words).
  package static func pairs(in parties: PartyTable) -> [(Int, Int)] {
    var groups: [[UInt8]: [(party: Int, word: ArraySlice<UInt8>)]] = [:]
    for party in 0..<parties.count {
      let words = parties.ids.key(party).split(separator: 0x2D, omittingEmptySubsequences: false)
      for (index, word) in words.enumerated() where word.count >= wordLettersMin {
        var frame: [UInt8] = []
        for (other, text) in words.enumerated() {
          if other != index { frame.append(contentsOf: text) }
          frame.append(0x2D)
        }
        frame.append(UInt8(truncatingIfNeeded: index))
        groups[frame, default: []].append((party, word))
      }
    }
    let pairs = groups.values.filter { $0.count <= groupMax }.flatMap(alike)
    return pairs.sorted { ($0.0, $0.1) < ($1.0, $1.1) }
  }

  private static func alike(_ group: [(party: Int, word: ArraySlice<UInt8>)]) -> [(Int, Int)] {
    var pairs: [(Int, Int)] = []
    for (index, left) in group.enumerated() {
      for right in group[(index + 1)...]
      where areAlike(Array(left.word), Array(right.word)) && left.party != right.party {
        pairs.append((left.party, right.party))
      }
    }
    return pairs
  }

  /// Whether two words differ by few edits, none of them at the first letter.
  static func areAlike(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    guard left.first == right.first, abs(left.count - right.count) <= editsMax else { return false }
    let isPlural = left + [0x73] == right || right + [0x73] == left
    let shared = zip(left, right).prefix { $0 == $1 }.count
    // Forms of one word with other endings are other words: `Austria` and `Austrian`.
    let isEnding = shared == min(left.count, right.count)
    guard isPlural || !isEnding else { return false }
    return left.editDistance(to: right) <= (min(left.count, right.count) < 8 ? 1 : editsMax)
  }
}

internal import Bytes

/// The words that a query looks for, to be told from others when a text is walked through.
struct WantedWords: Sendable {
  /// Makes an ASCII letter small, and leaves a digit as it is.
  private static let smallLetter: UInt8 = 0x20

  /// Ranks in the vocabulary.
  private let ranks: [Range<Int>]
  /// By byte, whether a folded word that is wanted begins with it.
  private var beginnings = [Bool](repeating: false, count: 256)

  init(_ ranks: [Range<Int>], _ vocabulary: Vocabulary) {
    self.ranks = ranks
    for range in ranks where !range.isEmpty {
      // All words of a range share their beginning.
      let word = vocabulary.words[vocabulary.word(range.lowerBound)]
      if !word.isEmpty { beginnings[Int(word[0])] = true }
    }
  }

  /// Whether a word as written is wanted. Most others are known by their first letter.
  func contains(_ word: Span<UInt8>, in vocabulary: Vocabulary) -> Bool {
    if Self.isPlain(word), !beginnings[Int(word[0] | Self.smallLetter)] { return false }
    for number in vocabulary.known(word) {
      let rank = vocabulary.rank(Int(number))
      if ranks.contains(where: { $0.contains(rank) }) { return true }
    }
    return false
  }

  /// Whether a word is folded into one that begins with the same letter.
  private static func isPlain(_ word: Span<UInt8>) -> Bool {
    for index in word.indices where word[index] >= 0x80 || word[index] == 0x2E { return false }
    return !word.isEmpty
  }
}

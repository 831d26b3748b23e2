internal import Bytes

/// The documents of every short beginning that many words and many documents have, as sets of bits:
/// one or two letters need not walk through the postings of a thousand words.
struct DenseBeginnings: Sendable {
  /// Documents by number.
  struct Documents {
    fileprivate let bits: ArraySlice<UInt64>
    let count: Int

    /// Ascending.
    func forEach(_ body: (_ document: Int) -> Void) {
      for (place, word) in bits.enumerated() {
        var rest = word
        while rest != 0 {
          body(place * 64 + rest.trailingZeroBitCount)
          rest &= rest - 1
        }
      }
    }
  }

  /// Longer beginnings, in bytes of UTF-8, are not looked at.
  private static let bytesMax = 4
  /// A beginning is dense where its words have more postings than this part of all documents.
  private static let documentsPart = 4

  private let wordsPerSet: Int
  /// By the ranks of its words, the number of a set in `bits`, and the documents in it.
  private var sets: [Range<Int>: (number: Int, count: Int)] = [:]
  private var bits: [UInt64] = []

  /// O(words + postings) for each length.
  init(
    _ vocabulary: Vocabulary, documentCount: Int, starts: [Int32],
    postings: [Posting]
  ) {
    wordsPerSet = (documentCount + 63) / 64
    for length in 1...Self.bytesMax {
      vocabulary.forEachBeginning(of: length) { ranks in
        let total = ranks.reduce(0) { sum, rank in
          let word = vocabulary.word(rank)
          return sum + Int(starts[word + 1] - starts[word])
        }
        guard ranks.count > 1, total * Self.documentsPart > documentCount, sets[ranks] == nil
        else { return }
        let number = sets.count
        bits.append(contentsOf: repeatElement(0, count: wordsPerSet))
        for rank in ranks {
          let word = vocabulary.word(rank)
          for posting in Int(starts[word])..<Int(starts[word + 1]) {
            let document = Int(postings[posting].document)
            bits[number * wordsPerSet + document / 64] |= 1 << UInt64(document % 64)
          }
        }
        let set = bits[(number * wordsPerSet)...]
        sets[ranks] = (number, set.reduce(0) { $0 + $1.nonzeroBitCount })
      }
    }
  }

  /// The documents that have one of the words; `nil` where that is no dense beginning.
  func documents(_ words: Range<Int>) -> Documents? {
    guard let set = sets[words] else { return nil }
    let start = set.number * wordsPerSet
    return Documents(bits: bits[start..<start + wordsPerSet], count: set.count)
  }
}

internal import Bytes

/// The words of all texts, folded and numbered. Folding is done once for each word as written.
struct Vocabulary: Sendable {
  /// Folded words.
  private(set) var words = ByteTable()
  private var written = ByteTable()
  /// The folded words of each written one, from `starts[number]` on.
  private var starts: [Int32] = [0]
  private var parts: [Int32] = []
  /// The numbers of the folded words in the order of their bytes, and the place of each in it, its
  /// rank; made by `sort`.
  private var sorted: [Int32] = []
  private var ranks: [Int32] = []

  /// The numbers of the folded words of a word as written: one as a rule, none for what is no word.
  mutating func numbers(of word: Span<UInt8>) -> ArraySlice<Int32> {
    let (number, isNew) = written.insert(word)
    if isNew {
      for part in NameFolding.key(word).split(separator: 0x2D) {
        parts.append(Int32(words.insert(part.span).number))
      }
      starts.append(Int32(parts.count))
    }
    return parts[Int(starts[number])..<Int(starts[number + 1])]
  }

  /// Takes over the words of another; the own number of each of its folded words.
  mutating func merge(_ other: Vocabulary) -> [Int32] {
    let numbers = (0..<other.words.count).map { Int32(words.insert(other.words[$0]).number) }
    for word in 0..<other.written.count where written.insert(other.written[word]).isNew {
      let range = Int(other.starts[word])..<Int(other.starts[word + 1])
      parts.append(contentsOf: other.parts[range].map { numbers[Int($0)] })
      starts.append(Int32(parts.count))
    }
    return numbers
  }

  /// The same without learning; empty for an unknown word.
  func known(_ word: Span<UInt8>) -> ArraySlice<Int32> {
    guard let number = written.find(word) else { return [] }
    return parts[Int(starts[number])..<Int(starts[number + 1])]
  }

  mutating func sort() {
    sorted = (0..<Int32(words.count)).sorted { words[Int($0)].precedes(words[Int($1)]) }
    ranks = [Int32](repeating: 0, count: sorted.count)
    for (rank, number) in sorted.enumerated() { ranks[Int(number)] = Int32(rank) }
  }

  /// The number of the folded word at a rank.
  func word(_ rank: Int) -> Int { Int(sorted[rank]) }

  /// The rank of the folded word of a number.
  func rank(_ number: Int) -> Int { Int(ranks[number]) }

  /// The rank of a folded word; `nil` where no text has it.
  func rank(of word: [UInt8]) -> Int? { words.find(word).map { rank($0) } }

  /// The ranks of the folded words that begin with `prefix`. O(log words + found).
  func beginning(with prefix: [UInt8]) -> Range<Int> {
    var low = 0
    var high = sorted.count
    while low < high {
      let middle = (low + high) / 2
      if words[word(middle)].precedes(prefix.span) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    var end = low
    while end < sorted.count, hasPrefix(words[word(end)], prefix.span) { end += 1 }
    return low..<end
  }

  /// The ranks of the words that share a beginning, for every beginning of so many bytes.
  func forEachBeginning(of length: Int, _ body: (Range<Int>) -> Void) {
    var low = 0
    while low < sorted.count {
      var high = low + 1
      let first = words[word(low)]
      if first.count >= length {
        let prefix = first.extracting(0..<length)
        while high < sorted.count, hasPrefix(words[word(high)], prefix) { high += 1 }
        body(low..<high)
      }
      low = high
    }
  }

  private func hasPrefix(_ word: Span<UInt8>, _ prefix: Span<UInt8>) -> Bool {
    word.count >= prefix.count && word.extracting(0..<prefix.count).equals(prefix)
  }
}

internal import Bytes

/// The words of all texts, folded and numbered. Folding is done once for each word as written.
struct Vocabulary: Sendable {
  /// Folded words.
  private(set) var words = ByteTable()
  private var written = ByteTable()
  /// The folded words of each written one, from `starts[number]` on.
  private var starts: [Int32] = [0]
  private var parts: [Int32] = []
  /// The numbers of the folded words in the order of their bytes; made by `sort`.
  private var sorted: [Int32] = []

  /// The numbers of the folded words of a word as written: one as a rule, none for what is no word.
  mutating func numbers(of word: Span<UInt8>) -> ArraySlice<Int32> {
    let (number, isNew) = written.insert(word)
    if isNew {
      for part in Fold.key(word).split(separator: 0x2D) {
        parts.append(Int32(words.insert(part.span).number))
      }
      starts.append(Int32(parts.count))
    }
    return parts[Int(starts[number])..<Int(starts[number + 1])]
  }

  /// The same without learning; empty for an unknown word.
  func known(_ word: Span<UInt8>) -> ArraySlice<Int32> {
    guard let number = written.find(word) else { return [] }
    return parts[Int(starts[number])..<Int(starts[number + 1])]
  }

  mutating func sort() {
    sorted = (0..<Int32(words.count)).sorted { words[Int($0)].precedes(words[Int($1)]) }
  }

  /// The folded words that begin with `prefix`. O(log words + found).
  func beginning(with prefix: [UInt8]) -> ArraySlice<Int32> {
    var low = 0
    var high = sorted.count
    while low < high {
      let middle = (low + high) / 2
      if words[Int(sorted[middle])].precedes(prefix.span) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    var end = low
    while end < sorted.count, hasPrefix(words[Int(sorted[end])], prefix) { end += 1 }
    return sorted[low..<end]
  }

  private func hasPrefix(_ word: Span<UInt8>, _ prefix: [UInt8]) -> Bool {
    word.count >= prefix.count && word.extracting(0..<prefix.count).equals(prefix.span)
  }
}

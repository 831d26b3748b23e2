internal import Markup
internal import Bytes
internal import Statements

/// Collects the words of one document after the other, and groups them by word.
///
/// Several may be filled at the same time and then appended to each other: words get the numbers
/// that one collector alone would give them.
struct WordCollector: Sendable {
  var vocabulary = Vocabulary()
  private(set) var lengths: [Int32] = []
  /// The words of all documents, in order.
  private var stream: [Int32] = []

  /// The words of statements, in order. O(text).
  static func texts(of sources: ArraySlice<StatementSource>) -> WordCollector {
    var collector = WordCollector()
    for source in sources { collector.add([source.statement.text.utf8]) }
    return collector
  }

  /// Adds a document; its texts follow each other with a gap, so that no phrase spans two.
  mutating func add(_ texts: [[UInt8]]) {
    let start = stream.count
    for text in texts {
      if stream.count > start { stream.append(-1) }
      var scanner = WordScanner(text.span)
      while let range = scanner.next() {
        stream.append(contentsOf: vocabulary.numbers(of: text.span.extracting(range)))
      }
    }
    lengths.append(Int32(stream.count - start))
  }

  /// Adds the documents of another, which come after its own. O(words of `other`).
  mutating func append(_ other: WordCollector) {
    if lengths.isEmpty {
      self = other
      return
    }
    let numbers = vocabulary.merge(other.vocabulary)
    stream.reserveCapacity(stream.count + other.stream.count)
    for word in other.stream { stream.append(word < 0 ? word : numbers[Int(word)]) }
    lengths.append(contentsOf: other.lengths)
  }

  /// Two passes: count, then place.
  func group() -> (starts: [Int32], postings: [Posting], places: [UInt16]) {
    let words = vocabulary.words.count
    var postingStarts = [Int32](repeating: 0, count: words + 1)
    var placeStarts = [Int32](repeating: 0, count: words + 1)
    var last = [Int32](repeating: -1, count: words)
    forEach { word, document, _ in
      placeStarts[word + 1] += 1
      if last[word] != document { postingStarts[word + 1] += 1 }
      last[word] = document
    }
    for word in 0..<words {
      postingStarts[word + 1] += postingStarts[word]
      placeStarts[word + 1] += placeStarts[word]
    }
    var postings = [Posting](
      repeating: Posting(document: 0, firstPlace: 0), count: Int(postingStarts[words]))
    var places = [UInt16](repeating: 0, count: Int(placeStarts[words]))
    var nextPosting = postingStarts
    last = [Int32](repeating: -1, count: words)
    forEach { word, document, place in
      if last[word] != document {
        postings[Int(nextPosting[word])] = Posting(
          document: document, firstPlace: placeStarts[word])
        nextPosting[word] += 1
        last[word] = document
      }
      places[Int(placeStarts[word])] = UInt16(min(place, Posting.placeMax))
      placeStarts[word] += 1
    }
    return (postingStarts, postings, places)
  }

  private func forEach(_ body: (_ word: Int, _ document: Int32, _ place: Int) -> Void) {
    var index = 0
    for (document, length) in lengths.enumerated() {
      for place in 0..<Int(length) {
        let word = stream[index]
        index += 1
        if word >= 0 { body(Int(word), Int32(document), place) }
      }
    }
  }
}

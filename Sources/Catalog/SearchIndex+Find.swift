internal import Bytes

/// Finding: which documents have all terms, and how well.
extension SearchIndex {
  package struct Found: Sendable {
    /// Documents, the best first, then by number.
    package let documents: [Int32]
    /// For each term the words that stand for it, to mark them.
    let words: [Set<Int32>]
  }

  /// The documents of the kinds that have every term of `query`.
  package func find(_ query: SearchQuery, in kinds: [SearchDocuments.Kind]) -> Found {
    var scores = Scores(documents.count)
    var words: [Set<Int32>] = []
    for term in query.terms {
      let alternatives = self.alternatives(term)
      words.append(Set(alternatives.joined()))
      scores.beginTerm()
      if term.words.count == 1 {
        for word in alternatives[0] { add(word: Int(word), to: &scores) }
      } else {
        addPhrase(alternatives, to: &scores)
      }
    }
    var found: [(document: Int32, score: Float)] = []
    if !query.terms.isEmpty {
      for kind in kinds {
        for document in documents.range(kind) where scores.hasAllTerms(document) {
          found.append((Int32(document), scores[document]))
        }
      }
    }
    found.sort { $0.score == $1.score ? $0.document < $1.document : $0.score > $1.score }
    return Found(documents: found.map(\.document), words: words)
  }

  /// For each index of a thing of that kind, whether it has every term.
  package func matches(_ query: SearchQuery, _ kind: SearchDocuments.Kind) -> [Bool] {
    let range = documents.range(kind)
    var matches = [Bool](repeating: false, count: range.count)
    for document in find(query, in: [kind]).documents {
      matches[Int(document) - range.lowerBound] = true
    }
    return matches
  }

  /// For each word of a term the words of the texts that it may be. A single word that no text has
  /// is taken as the beginning of one.
  private func alternatives(_ term: SearchQuery.Term) -> [[Int32]] {
    term.words.enumerated().map { place, word in
      let isLast = place == term.words.count - 1
      if term.isPrefix && isLast { return Array(vocabulary.beginning(with: word)) }
      if let number = vocabulary.words.find(word) { return [Int32(number)] }
      return term.words.count == 1 ? Array(vocabulary.beginning(with: word)) : []
    }
  }

  /// Adds the weight of a word (Okapi BM25) to every document that has it.
  private func add(word: Int, to scores: inout Scores) {
    let range = postings(of: word)
    let rarity = rarity(range.count)
    for posting in range {
      let document = Int(postings[posting].document)
      scores.add(weight(places(of: posting).count, document) * rarity, to: document)
    }
  }

  /// A phrase is found where each word stands in the place after the one before it. All words'
  /// postings are walked through together, document by document.
  private func addPhrase(_ alternatives: [[Int32]], to scores: inout Scores) {
    guard let first = alternatives.first else { return }
    for word in first {
      var followers = alternatives.dropFirst().map { words in
        words.map { PostingCursor(postings(of: Int($0))) }
      }
      let range = postings(of: Int(word))
      let rarity = rarity(range.count) * 2
      for posting in range {
        let document = postings[posting].document
        if !scores.isCandidate(Int(document)) { continue }
        let count = phrases(from: posting, in: document, &followers)
        if count > 0 { scores.add(weight(count, Int(document)) * rarity, to: Int(document)) }
      }
    }
  }

  /// How often the words of `followers` follow those of a posting in its document.
  private func phrases(
    from posting: Int, in document: Int32, _ followers: inout [[PostingCursor]]
  ) -> Int {
    for step in followers.indices {
      var isHere = false
      for place in followers[step].indices {
        if followers[step][place].advance(to: document, in: postings) { isHere = true }
      }
      if !isHere { return 0 }
    }
    return places(of: posting).reduce(0) { count, place in
      isFollowed(place, by: followers, in: document) ? count + 1 : count
    }
  }

  private func isFollowed(
    _ place: UInt16, by followers: [[PostingCursor]], in document: Int32
  ) -> Bool {
    var wanted = place
    for step in followers.indices {
      guard wanted < UInt16.max else { return false }
      wanted += 1
      let isHere = followers[step].contains { cursor in
        cursor.isAt(document, in: postings) && contains(wanted, places(of: cursor.index))
      }
      if !isHere { return false }
    }
    return true
  }

  private func contains(_ place: UInt16, _ places: ArraySlice<UInt16>) -> Bool {
    for other in places where other >= place { return other == place }
    return false
  }

  /// Rare words weigh more: from 1 for a word that all documents have, one more each time that half
  /// as many have it.
  private func rarity(_ count: Int) -> Float {
    let ratio = (documents.count + 1) / (count + 1)
    return Float(Int.bitWidth - max(1, ratio).leadingZeroBitCount)
  }

  private func weight(_ count: Int, _ document: Int) -> Float {
    let count = Float(count)
    let length = 0.25 + 0.75 * Float(lengths[document]) / meanLength
    return count * 2.2 / (count + 1.2 * length)
  }
}

/// The scores of all documents, term by term; a document falls out with the first term it lacks.
private struct Scores {
  private var terms: UInt8 = 0
  private var hits: [UInt8]
  private var sums: [Float]

  init(_ count: Int) {
    hits = [UInt8](repeating: 0, count: count)
    sums = [Float](repeating: 0, count: count)
  }

  subscript(document: Int) -> Float { sums[document] }

  mutating func beginTerm() { terms += 1 }

  /// Whether the document has all terms before the present one.
  func isCandidate(_ document: Int) -> Bool { hits[document] + 1 >= terms }

  mutating func add(_ weight: Float, to document: Int) {
    if hits[document] + 1 < terms { return }
    hits[document] = terms
    sums[document] += weight
  }

  func hasAllTerms(_ document: Int) -> Bool { hits[document] == terms }
}

/// Walks through a word's postings, which ascend by document.
private struct PostingCursor {
  private(set) var index: Int
  private let end: Int

  init(_ range: Range<Int>) {
    index = range.lowerBound
    end = range.upperBound
  }

  /// Goes on to the first posting that is not before `document`; whether it is of that document.
  mutating func advance(to document: Int32, in postings: [SearchIndex.Posting]) -> Bool {
    while index < end, postings[index].document < document { index += 1 }
    return isAt(document, in: postings)
  }

  func isAt(_ document: Int32, in postings: [SearchIndex.Posting]) -> Bool {
    index < end && postings[index].document == document
  }
}

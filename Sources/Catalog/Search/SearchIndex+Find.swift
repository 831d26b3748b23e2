internal import Bytes

/// Finding: which documents have all terms, and how well.
extension SearchIndex {
  package struct Found: Sendable {
    private let ranking: SearchRanking
    /// What was looked for, to mark it.
    let wanted: WantedWords

    fileprivate init(_ ranking: SearchRanking, _ wanted: WantedWords) {
      self.ranking = ranking
      self.wanted = wanted
    }

    /// How many documents were found.
    package var count: Int { ranking.count }

    /// The documents at some places of the ranking: the best first, equals by number.
    package func documents(at places: Range<Int>) -> [Int32] { ranking.documents(at: places) }
  }

  /// The documents of the kinds, which ascend, that have every term of `query`.
  package func find(_ query: SearchQuery, in kinds: [SearchDocuments.Kind]) -> Found {
    let terms = query.terms.map { alternatives($0) }
    let scores = scores(terms, query)
    var hits: [SearchRanking.Hit] = []
    for kind in kinds { scores.append(documents.range(kind), to: &hits) }
    return Found(SearchRanking(hits), WantedWords(terms.flatMap(\.self), vocabulary))
  }

  /// For each index of a thing of that kind, whether it has every term.
  package func matches(_ query: SearchQuery, _ kind: SearchDocuments.Kind) -> [Bool] {
    let scores = scores(query.terms.map { alternatives($0) }, query)
    return documents.range(kind).map { scores.hasAllTerms($0) }
  }

  private func scores(_ terms: [[Range<Int>]], _ query: SearchQuery) -> SearchScores {
    var scores = SearchScores(documents.count)
    for words in terms {
      scores.beginTerm()
      if words.count > 1 {
        addPhrase(words, to: &scores)
      } else if let words = words.first {
        add(words, to: &scores)
      }
    }
    return scores
  }

  /// For each word of a term the words of the texts that it may be, by rank. A single word that no
  /// text has is taken as the beginning of one.
  private func alternatives(_ term: SearchQuery.Term) -> [Range<Int>] {
    term.words.enumerated().map { place, word in
      let isLast = place == term.words.count - 1
      if term.isPrefix && isLast { return vocabulary.beginning(with: word) }
      if let rank = vocabulary.rank(of: word) { return rank..<rank + 1 }
      return term.words.count == 1 ? vocabulary.beginning(with: word) : 0..<0
    }
  }

  /// Adds the weights of words to every document that has one of them.
  private func add(_ words: Range<Int>, to scores: inout SearchScores) {
    if let documents = beginnings.documents(words) {
      let rarity = rarity(documents.count)
      documents.forEach { document in
        if scores.isCandidate(document) { scores.add(weight(1, document) * rarity, to: document) }
      }
      return
    }
    for rank in words { add(word: vocabulary.word(rank), to: &scores) }
  }

  /// Adds the weight of a word (Okapi BM25) to every document that has it.
  private func add(word: Int, to scores: inout SearchScores) {
    let range = postings(of: word)
    let rarity = rarity(range.count)
    let postings = postings.span
    for posting in range {
      let document = Int(postings[posting].document)
      if !scores.isCandidate(document) { continue }
      scores.add(weight(places(of: posting).count, document) * rarity, to: document)
    }
  }

  /// A phrase is found where each word stands in the place after the one before it. It counts once
  /// for each document, since one place tells that it is there.
  private func addPhrase(_ alternatives: [Range<Int>], to scores: inout SearchScores) {
    guard let first = alternatives.first else { return }
    for rank in first {
      var followers = PhraseFollowers(alternatives.dropFirst(), self)
      let range = postings(of: vocabulary.word(rank))
      let rarity = rarity(range.count) * 2
      for posting in range {
        let document = postings[posting].document
        if !scores.isCandidate(Int(document)) { continue }
        if followers.follow(posting, in: document, self) {
          scores.add(weight(1, Int(document)) * rarity, to: Int(document))
        }
      }
    }
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

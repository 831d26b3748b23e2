internal import Markup
internal import Bytes
internal import Statements

/// Where every word stands: for each word the documents that have it, and its places in each.
///
/// Documents are statements (their whole text), organizations and people (their names) and
/// quotations (their words), numbered in this order. Why this and not SQLite's FTS5 is told in the
/// decision record `0002-search`.
package struct SearchIndex: Sendable {
  let vocabulary: Vocabulary
  package let documents: SearchDocuments
  /// The postings of a word are those from `starts[word]` on.
  let starts: [Int32]
  /// By posting: the document, and its first place in `places`.
  let postings: [Posting]
  /// Word numbers within documents.
  let places: [UInt16]
  /// Words of each document.
  let lengths: [Int32]
  let meanLength: Float
  let beginnings: DenseBeginnings

  /// Makes the index of `parts`; `texts` are the words of the statements, in order.
  init(_ parts: SnapshotParts, texts: [WordCollector]) {
    var collector = WordCollector()
    documents = SearchDocuments(parts)
    for text in texts { collector.append(text) }
    for parties in [parts.organizations, parts.people] {
      for party in 0..<parties.count {
        collector.add(
          parties.names[party].map { place in
            Array(parts.statements[Int(place.statement)].statement.text.slice(place.range))
          })
      }
    }
    for index in parts.quotations.indices {
      let statement = Int(parts.quotations[index].statement)
      let entry = parts.statements[statement].statement
      let place = index - Int(parts.quotationStarts[statement])
      collector.add([QuotationID.words(of: entry.quotations[place], in: entry.text)])
    }
    collector.vocabulary.sort()
    vocabulary = collector.vocabulary
    lengths = collector.lengths
    let total = lengths.reduce(0) { $0 + Int($1) }
    meanLength = Float(total) / Float(max(1, lengths.count))
    (starts, postings, places) = collector.group()
    beginnings = DenseBeginnings(
      vocabulary, documentCount: documents.count, starts: starts, postings: postings)
  }

  /// The postings of a word.
  func postings(of word: Int) -> Range<Int> { Int(starts[word])..<Int(starts[word + 1]) }

  /// Where in `places` the places of a posting are.
  func places(of posting: Int) -> Range<Int> {
    let postings = postings.span
    let end = posting + 1 < postings.count ? Int(postings[posting + 1].firstPlace) : places.count
    return Int(postings[posting].firstPlace)..<end
  }
}

/// What the documents of a search index are.
package struct SearchDocuments: Sendable {
  package enum Kind: Int, Sendable, CaseIterable { case statement, organization, person, quotation }

  /// Where the documents of each kind begin; one more at the end.
  private let bounds: [Int]

  init(_ parts: SnapshotParts) {
    let counts = [
      parts.statements.count, parts.organizations.count, parts.people.count,
      parts.quotations.count,
    ]
    bounds = counts.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1) }
  }

  package var count: Int { bounds.last ?? 0 }

  package func range(_ kind: Kind) -> Range<Int> {
    bounds[kind.rawValue]..<bounds[kind.rawValue + 1]
  }

  /// What a document is, and its index among those of its kind.
  package func thing(_ document: Int) -> (kind: Kind, index: Int) {
    for kind in Kind.allCases where document < bounds[kind.rawValue + 1] {
      return (kind, document - bounds[kind.rawValue])
    }
    return (.quotation, 0)
  }
}

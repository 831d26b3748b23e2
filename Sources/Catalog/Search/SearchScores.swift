/// The scores of all documents, term by term; a document falls out with the first term it lacks.
struct SearchScores {
  private var terms: UInt8 = 0
  /// The number of the last term that each document has, from 1.
  private var hits: [UInt8]
  private var sums: [Float]

  init(_ count: Int) {
    hits = [UInt8](repeating: 0, count: count)
    sums = [Float](repeating: 0, count: count)
  }

  mutating func beginTerm() { terms += 1 }

  /// Whether the document has all terms before the present one.
  func isCandidate(_ document: Int) -> Bool { hits[document] + 1 >= terms }

  /// Counts the present term as found in a candidate.
  mutating func add(_ weight: Float, to document: Int) {
    hits[document] = terms
    sums[document] += weight
  }

  /// False without a term.
  func hasAllTerms(_ document: Int) -> Bool { terms > 0 && hits[document] == terms }

  /// Appends those of some documents that have all terms.
  func append(_ documents: Range<Int>, to hits: inout [SearchRanking.Hit]) {
    for document in documents where hasAllTerms(document) {
      hits.append(SearchRanking.Hit(document: Int32(document), score: sums[document]))
    }
  }
}

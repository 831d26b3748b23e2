import Testing

@testable import Catalog

struct SearchRankingTests {
  /// Scores of several kinds: all different, few different ones, one far from all others.
  private static let scores: [@Sendable (Int) -> Float] = [
    { Float(($0 * 7919) % 5003) / 100 }, { Float($0 % 3) }, { _ in 1.5 },
    { $0 == 77 ? 1_000_000 : Float($0 % 11) / 1000 }, { $0 < 2000 ? 0.001 : 900 },
  ]

  @Test("finds at every place what a sorted list has there", arguments: scores.indices)
  func places(kind: Int) {
    let hits = (0..<4000).map {
      SearchRanking.Hit(document: Int32($0), score: Self.scores[kind]($0))
    }
    let sorted = hits.sorted {
      $0.score == $1.score ? $0.document < $1.document : $0.score > $1.score
    }
    let ranking = SearchRanking(hits)
    for start in [0, 1, 49, 1999, 2000, 3950, 3999, 4000, 9000] {
      for count in [0, 1, 50, 200, 4000] {
        let places = start..<start + count
        #expect(
          ranking.documents(at: places)
            == sorted[places.clamped(to: 0..<4000)].map(\.document), "\(places)")
      }
    }
  }
}

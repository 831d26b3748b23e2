/// What was found by its score, the best first, equals by number. Only the places that are asked
/// for are sorted: the others are told apart by buckets of scores.
struct SearchRanking: Sendable {
  struct Hit: Sendable {
    let document: Int32
    let score: Float
  }

  /// As many are simply sorted.
  private static let sortedMax = 512

  /// By ascending document.
  private let hits: [Hit]

  init(_ hits: [Hit]) {
    self.hits = hits
  }

  var count: Int { hits.count }

  /// O(hits + places · log places).
  func documents(at places: Range<Int>) -> [Int32] {
    var documents: [Int32] = []
    documents.reserveCapacity(places.count)
    Self.rank(hits, places.clamped(to: 0..<hits.count), &documents)
    return documents
  }

  /// Appends what stands at `places` of the ranking of `hits`. Ends, since the scores of one bucket
  /// differ a thousand times less than those of all.
  private static func rank(_ hits: [Hit], _ places: Range<Int>, _ documents: inout [Int32]) {
    if places.isEmpty { return }
    if hits.count <= sortedMax {
      documents.append(contentsOf: sorted(hits)[places].map(\.document))
      return
    }
    guard let buckets = ScoreBuckets(hits) else {
      documents.append(contentsOf: hits[places].map(\.document))
      return
    }
    let first = buckets.bucket(at: places.lowerBound)
    let last = buckets.bucket(at: places.upperBound - 1)
    descend(hits, buckets, first, places, &documents)
    if first.number == last.number { return }
    let between = first.number + 1..<last.number
    if !between.isEmpty {
      let inside = hits.filter { between.contains(buckets.number($0.score)) }
      documents.append(contentsOf: sorted(inside).map(\.document))
    }
    descend(hits, buckets, last, places, &documents)
  }

  /// Appends what stands at those of `places` that are of one bucket.
  private static func descend(
    _ hits: [Hit], _ buckets: ScoreBuckets, _ bucket: ScoreBuckets.Bucket, _ places: Range<Int>,
    _ documents: inout [Int32]
  ) {
    let inside = hits.filter { buckets.number($0.score) == bucket.number }
    let wanted = places.clamped(to: bucket.places)
    let start = wanted.lowerBound - bucket.places.lowerBound
    rank(inside, start..<start + wanted.count, &documents)
  }

  private static func sorted(_ hits: [Hit]) -> [Hit] {
    hits.sorted { $0.score == $1.score ? $0.document < $1.document : $0.score > $1.score }
  }
}

/// Scores in buckets of equal width, the highest first, and how many are in each.
private struct ScoreBuckets {
  struct Bucket {
    let number: Int
    /// The places of the ranking that are in it.
    let places: Range<Int>
  }

  private static let count = 1024

  private let highest: Float
  private let perScore: Float
  private var sizes = [Int](repeating: 0, count: count)

  /// `nil` where all scores are the same.
  init?(_ hits: [SearchRanking.Hit]) {
    var lowest = Float.infinity
    var highest = -Float.infinity
    for hit in hits {
      lowest = min(lowest, hit.score)
      highest = max(highest, hit.score)
    }
    guard lowest < highest else { return nil }
    self.highest = highest
    perScore = Float(Self.count - 1) / (highest - lowest)
    for hit in hits { sizes[number(hit.score)] += 1 }
  }

  func number(_ score: Float) -> Int {
    min(Int((highest - score) * perScore), Self.count - 1)
  }

  /// The bucket in which a place of the ranking is.
  func bucket(at place: Int) -> Bucket {
    var start = 0
    for (number, size) in sizes.enumerated() {
      if place < start + size { return Bucket(number: number, places: start..<start + size) }
      start += size
    }
    return Bucket(number: sizes.count, places: start..<start)
  }
}

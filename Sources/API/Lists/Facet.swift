internal import Bytes
internal import Catalog

/// A property by which a list can be counted.
struct Facet: Sendable {
  /// How many values are told; the most frequent ones.
  static let valuesMax = 100

  /// How many of the things found have each value. Values are numbered as they ascend.
  struct Counts {
    var counts: [Int]
    let label: (_ number: Int) -> String
  }

  typealias Count = @Sendable (_ found: [Int32], RenderContext) -> Counts

  let name: String
  private let count: Count

  init(_ name: String, count: @escaping Count) {
    self.name = name
    self.count = count
  }

  /// The most frequent values, then by value.
  func values(_ found: [Int32], _ scope: RenderContext) -> [(value: String, count: Int)] {
    let counted = count(found, scope)
    return Self.mostFrequent(counted.counts).map { (counted.label($0), counted.counts[$0]) }
  }

  /// Counts one value of each thing, by its number below `valueCount`; things without one are not
  /// counted.
  static func single(
    _ name: String, valueCount: Int, label: @escaping @Sendable (Int) -> String,
    _ value: @escaping @Sendable (Int, RenderContext) -> Int?
  ) -> Facet {
    Facet(name) { found, scope in
      var counts = [Int](repeating: 0, count: valueCount)
      for index in found {
        if let value = value(Int(index), scope), counts.indices.contains(value) {
          counts[value] += 1
        }
      }
      return Counts(counts: counts, label: label)
    }
  }

  /// Counts organizations or people by index, each once for each thing.
  static func parties(
    _ name: String, _ parties: @escaping @Sendable (RenderContext) -> PartyTable,
    _ visit: @escaping @Sendable (_ found: [Int32], RenderContext, inout PartyCounts) -> Void
  ) -> Facet {
    Facet(name) { found, scope in
      let parties = parties(scope)
      var counted = PartyCounts(parties.count)
      visit(found, scope, &counted)
      return Counts(counts: counted.counts) {
        String(decoding: parties.ids.key($0), as: UTF8.self)
      }
    }
  }

  /// The numbers of the greatest counts, the greatest first, then by number.
  private static func mostFrequent(_ counts: [Int]) -> [Int] {
    var best: [Int] = []
    for (number, count) in counts.enumerated() where count > 0 {
      if best.count == valuesMax {
        if counts[best[valuesMax - 1]] >= count { continue }
        best.removeLast()
      }
      let place = best.lastIndex { counts[$0] >= count }.map { $0 + 1 } ?? 0
      best.insert(number, at: place)
    }
    return best
  }
}

/// How many things each party has, of things that are visited one after the other.
struct PartyCounts {
  fileprivate var counts: [Int]
  private var last: [Int32]

  fileprivate init(_ count: Int) {
    counts = [Int](repeating: 0, count: count)
    last = [Int32](repeating: -1, count: count)
  }

  /// Counts the party for a thing, unless it was.
  mutating func add(_ party: Int32, for thing: Int32) {
    let party = Int(party)
    if last[party] == thing { return }
    last[party] = thing
    counts[party] += 1
  }
}

internal import Bytes
internal import Catalog

/// A property by which a list can be counted.
struct Facet: Sendable {
  /// How many values are told; the most frequent ones.
  static let valuesMax = 100

  typealias Count = @Sendable (_ found: [Int32], Scope) -> [(value: String, count: Int)]

  let name: String
  /// Counts the values among the things found, in any order.
  private let count: Count

  init(_ name: String, count: @escaping Count) {
    self.name = name
    self.count = count
  }

  /// The most frequent values, then by value.
  func values(_ found: [Int32], _ scope: Scope) -> [(value: String, count: Int)] {
    let sorted = count(found, scope).sorted { left, right in
      left.count == right.count ? left.value < right.value : left.count > right.count
    }
    return Array(sorted.prefix(Self.valuesMax))
  }

  /// Counts one value of each thing; things without one are not counted.
  static func single<Value: Hashable & SendableMetatype>(
    _ name: String, shown: @escaping @Sendable (Value) -> String,
    _ value: @escaping @Sendable (Int, Scope) -> Value?
  ) -> Facet {
    Facet(name) { found, scope in
      var counts: [Value: Int] = [:]
      for index in found {
        if let value = value(Int(index), scope) { counts[value, default: 0] += 1 }
      }
      return counts.map { (shown($0.key), $0.value) }
    }
  }

  /// Counts organizations or people by index: each thing may have several.
  static func parties(
    _ name: String, _ parties: @escaping @Sendable (Scope) -> Parties,
    _ visit: @escaping @Sendable (Int, Scope, (Int32) -> Void) -> Void
  ) -> Facet {
    Facet(name) { found, scope in
      let parties = parties(scope)
      var counts = [Int](repeating: 0, count: parties.count)
      for index in found { visit(Int(index), scope) { counts[Int($0)] += 1 } }
      return counts.indices.filter { counts[$0] > 0 }.map { index in
        (String(decoding: parties.ids.key(index), as: UTF8.self), counts[index])
      }
    }
  }
}

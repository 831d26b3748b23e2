internal import Bytes

/// Where a thing stands in an order: by number, then by bytes. Keys do not depend on the snapshot,
/// so that a place in a list can be found again after a reload, even if the thing there is gone.
package struct SortKey: Comparable, Sendable {
  package var number: Int
  package var bytes: [UInt8]

  package init(number: Int, bytes: [UInt8]) {
    self.number = number
    self.bytes = bytes
  }

  package static func < (left: Self, right: Self) -> Bool {
    left.number == right.number
      ? left.bytes.span.precedes(right.bytes.span) : left.number < right.number
  }
}

/// One order of all things of a kind.
package struct Order: Sendable {
  /// What `sort` calls it.
  package let name: String
  /// The things by ascending key.
  package let indexes: [Int32]
  /// The key of the thing at an index; no two are the same.
  package let key: @Sendable (Int) -> SortKey

  /// The order in which the things are numbered already.
  package init(given name: String, count: Int, key: @escaping @Sendable (Int) -> SortKey) {
    self.name = name
    self.key = key
    indexes = Array(0..<Int32(count))
  }

  /// Sorts. O(count · log count).
  package init(sorting name: String, count: Int, key: @escaping @Sendable (Int) -> SortKey) {
    self.name = name
    self.key = key
    let keys = (0..<count).map(key)
    indexes = (0..<Int32(count)).sorted { keys[Int($0)] < keys[Int($1)] }
  }

  /// Brings `found`, ascending indexes, into this order, or into its reverse. O(all things).
  package func arrange(_ found: [Int32], isReversed: Bool) -> [Int32] {
    var isFound = [Bool](repeating: false, count: indexes.count)
    for index in found { isFound[Int(index)] = true }
    let arranged = indexes.filter { isFound[Int($0)] }
    return isReversed ? arranged.reversed() : arranged
  }
}

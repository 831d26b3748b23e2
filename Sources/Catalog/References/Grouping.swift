/// Elements in groups numbered from 0, all in one array, each group a slice of it.
package struct Grouping<Element: Sendable>: Sendable {
  /// Where each group begins; one more at the end.
  private let starts: [Int32]
  private let elements: [Element]

  /// Groups `pairs` by their number, keeping their order within each group. O(pairs + groups).
  init(groupCount: Int, _ pairs: [(group: Int32, element: Element)]) {
    var starts = [Int32](repeating: 0, count: groupCount + 1)
    for pair in pairs { starts[Int(pair.group) + 1] += 1 }
    for group in 0..<groupCount { starts[group + 1] += starts[group] }
    var next = starts
    var order = [Int32](repeating: 0, count: pairs.count)
    for (index, pair) in pairs.enumerated() {
      order[Int(next[Int(pair.group)])] = Int32(index)
      next[Int(pair.group)] += 1
    }
    self.starts = starts
    elements = order.map { pairs[Int($0)].element }
  }

  package subscript(group: Int) -> ArraySlice<Element> {
    elements[Int(starts[group])..<Int(starts[group + 1])]
  }
}

extension Span where Element == UInt8 {
  /// Whether these bytes come before `other` in the order of their values. O(count).
  package func precedes(_ other: Span<UInt8>) -> Bool {
    let common = Swift.min(count, other.count)
    for index in 0..<common where self[index] != other[index] {
      return self[index] < other[index]
    }
    return count < other.count
  }
}

/// Searching bytes in bytes.
enum Search {
  /// Whether `needle` stands in the slice. O(slice × needle).
  static func contains(_ utf8: [UInt8], _ range: Range<Int>, _ needle: [UInt8]) -> Bool {
    guard let first = needle.first, needle.count <= range.count else { return false }
    for start in range.lowerBound...range.upperBound - needle.count where utf8[start] == first {
      if utf8[start..<start + needle.count].elementsEqual(needle) { return true }
    }
    return false
  }
}

extension Sequence where Element: Equatable {
  /// The Levenshtein distance: the least number of elements to insert, remove or replace to make
  /// `other` of these. O(count × count of `other`).
  package func editDistance(to other: some Sequence<Element>) -> Int {
    let other = Array(other)
    var row = Array(0...other.count)
    for (number, element) in self.enumerated() {
      var diagonal = row[0]
      row[0] = number + 1
      for column in other.indices {
        let replaced = diagonal + (other[column] == element ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = Swift.min(replaced, row[column] + 1, diagonal + 1)
      }
    }
    return row[other.count]
  }
}

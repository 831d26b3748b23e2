/// Which known name was probably meant.
enum Nearest {
  /// The known name that begins with `name`, or else is the fewest edits away from it, if that is
  /// few for its length.
  static func name(to name: String, among known: [String]) -> String? {
    if name.count > 3, let longer = known.first(where: { $0.hasPrefix(name) }) { return longer }
    let allowed = max(2, name.count / 3)
    let distances = known.map { ($0, edits(name.lowercased(), $0.lowercased())) }
    guard let best = distances.min(by: { $0.1 < $1.1 }), best.1 <= allowed else { return nil }
    return best.0
  }

  /// “; did you mean …?”, or what else is known.
  static func advice(for name: String, among known: [String]) -> String {
    if let nearest = Nearest.name(to: name, among: known) { return "did you mean \(nearest)?" }
    return "known are \(known.joined(separator: ", "))"
  }

  /// The least number of characters to insert, remove or replace to make `left` into `right`.
  /// O(left × right).
  private static func edits(_ left: String, _ right: String) -> Int {
    let right = Array(right)
    var row = Array(0...right.count)
    for (number, character) in left.enumerated() {
      var diagonal = row[0]
      row[0] = number + 1
      for column in right.indices {
        let replaced = diagonal + (right[column] == character ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(replaced, row[column] + 1, diagonal + 1)
      }
    }
    return row[right.count]
  }
}

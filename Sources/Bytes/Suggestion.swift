/// Which known name was probably meant.
package enum Suggestion {
  /// The known name that begins with `name`, or else is the fewest edits away from it, if that is
  /// few for its length.
  package static func name(to name: String, among known: [String]) -> String? {
    if name.count > 3, let longer = known.first(where: { $0.hasPrefix(name) }) { return longer }
    let allowed = max(2, name.count / 3)
    let distances = known.map { ($0, name.lowercased().editDistance(to: $0.lowercased())) }
    guard let best = distances.min(by: { $0.1 < $1.1 }), best.1 <= allowed else { return nil }
    return best.0
  }

  /// “; did you mean …?”, or what else is known.
  package static func advice(for name: String, among known: [String]) -> String {
    if let nearest = Self.name(to: name, among: known) { return "did you mean \(nearest)?" }
    return "known are \(known.joined(separator: ", "))"
  }
}

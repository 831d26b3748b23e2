internal import Markup

/// What single lines are by their words alone.
enum Lines {

  /// A line that gives the date: a full date, or month and year, and little else.
  static func isDateline(_ utf8: [UInt8], _ look: Look) -> Bool {
    guard look.weight <= 14, !look.isEmpty, !look.endsColon else { return false }
    if look.isProse {
      // `Paris, le 14 avril 2021.`
      guard let found = DateReader.first(utf8, in: look.words) else { return false }
      return look.words.count - found.words.count <= 4 && found.words.upperBound == look.words.count
    }
    if let found = DateReader.first(utf8, in: look.words) {
      return look.begins(.posted) || look.words.count - found.words.count <= 6
        || look.begins(.kickers)
    }
    return look.words.count <= 7 && DateReader.hasMonthAndYear(utf8, in: look.words)
      && !look.isFound(.statementWords)
  }

  /// `Dear Members of …,` and lines that address.
  static func isSalutation(_ look: Look) -> Bool {
    guard look.weight <= 30, let last = look.words.last, look.begins(.salutations) else {
      return false
    }
    return last.trail == .comma || last.trail == .colon || look.words.first?.trail == .colon
  }
}

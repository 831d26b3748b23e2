internal import Bytes
internal import Statements

/// What lists ask of every statement, in arrays of their own: to pass through all statements
/// without touching the statements.
package struct StatementColumns: Sendable {
  /// The day of publication as `yyyymmdd`; 0 where there is none.
  package let days: [Int32]
  /// Index into `tags`; -1 where the language is not known.
  package let languages: [Int32]
  /// BCP 47.
  package let tags: [String]

  init(_ sources: [StatementSource]) {
    var days: [Int32] = []
    var languages: [Int32] = []
    var tags: [String] = []
    var numbers: [String: Int32] = [:]
    for source in sources {
      days.append(source.statement.publishedOn.map { $0.ordinal } ?? 0)
      guard let tag = source.statement.language else {
        languages.append(-1)
        continue
      }
      let number = numbers[tag] ?? Int32(tags.count)
      if Int(number) == tags.count {
        tags.append(tag)
        numbers[tag] = number
      }
      languages.append(number)
    }
    self.days = days
    self.languages = languages
    self.tags = tags
  }

  /// The tags that are `range`, or begin with it and a hyphen, in any case (RFC 4647 §3.3.1).
  func allowed(by range: String) -> [Bool] {
    let range = range.lowercased()
    return tags.map { tag in
      let tag = tag.lowercased()
      return tag == range || tag.hasPrefix(range + "-")
    }
  }
}

extension CalendarDate {
  /// `yyyymmdd`, which orders as the days do.
  var ordinal: Int32 { Int32(clamping: year * 10_000 + month * 100 + day) }
}

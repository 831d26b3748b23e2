internal import Markup
internal import Bytes
internal import Statements

/// The orders that lists can have; the first of each kind is the one that things are numbered in.
package struct Orders: Sendable {
  package let statements: [Order]
  package let organizations: [Order]
  package let people: [Order]
  package let quotations: [Order]

  init(_ parts: SnapshotParts) {
    statements = Self.statements(parts)
    organizations = Self.parties(parts.organizations)
    people = Self.parties(parts.people)
    quotations = Self.quotations(parts)
  }

  private static func statements(_ parts: SnapshotParts) -> [Order] {
    let ids = parts.statementIDs
    let days = newestFirst(parts.columns)
    let titles = parts.statements.map { title($0.statement) }
    let signatories = parts.statements.map(\.statement.signatoryCount)
    let quotations = parts.statements.map(\.statement.quotations.count)
    let count = ids.count
    return [
      Order(given: "newest", count: count) { SortKey(number: days[$0], bytes: ids.key($0)) },
      Order(sorting: "publishedOn", count: count) {
        SortKey(number: -days[$0], bytes: ids.key($0))
      },
      Order(sorting: "title", count: count) {
        SortKey(number: 0, bytes: titles[$0] + [0] + ids.key($0))
      },
      Order(sorting: "id", count: count) { SortKey(number: 0, bytes: ids.key($0)) },
      Order(sorting: "signatoryCount", count: count) {
        SortKey(number: signatories[$0], bytes: ids.key($0))
      },
      Order(sorting: "quoteCount", count: count) {
        SortKey(number: quotations[$0], bytes: ids.key($0))
      },
    ]
  }

  /// Ids are folded names, so their order is that of the names.
  private static func parties(_ parties: PartyTable) -> [Order] {
    let ids = parties.ids
    let count = ids.count
    return [
      Order(given: "name", count: count) { SortKey(number: 0, bytes: ids.key($0)) },
      Order(sorting: "statementCount", count: count) {
        SortKey(number: parties.statements[$0].count, bytes: ids.key($0))
      },
      Order(sorting: "quoteCount", count: count) {
        SortKey(number: parties.quotations[$0].count, bytes: ids.key($0))
      },
    ]
  }

  private static func quotations(_ parts: SnapshotParts) -> [Order] {
    let quotations = parts.quotations
    let starts = parts.quotationStarts
    let ids = parts.statementIDs
    let quotationIDs = parts.quotationIDs
    let days = newestFirst(parts.columns)
    let speakers = (parts.people.ids, parts.organizations.ids)
    let place: @Sendable (Int) -> [UInt8] = { index in
      let statement = Int(quotations[index].statement)
      let place = UInt32(index - Int(starts[statement]))
      return ids.key(statement) + [0]
        + [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: place >> $0) }
    }
    return [
      Order(given: "newest", count: quotations.count) { index in
        SortKey(number: days[Int(quotations[index].statement)], bytes: place(index))
      },
      Order(sorting: "publishedOn", count: quotations.count) { index in
        SortKey(number: -days[Int(quotations[index].statement)], bytes: place(index))
      },
      Order(sorting: "speaker", count: quotations.count) { index in
        guard let speaker = quotations[index].speaker else {
          return SortKey(number: 1, bytes: quotationIDs.key(index))
        }
        let table = speaker.kind == .person ? speakers.0 : speakers.1
        let id = table.key(Int(speaker.index))
        return SortKey(number: 0, bytes: id + [0] + quotationIDs.key(index))
      },
    ]
  }

  /// By statement a number that is smaller the later the day; the greatest where there is none.
  private static func newestFirst(_ columns: StatementColumns) -> [Int] {
    columns.days.map { -Int($0) }
  }

  private static func title(_ statement: Statements.Statement) -> [UInt8] {
    if let title = statement.frontMatter.title { return NameFolding.key(title.utf8.span) }
    guard let range = statement.title else { return [] }
    return NameFolding.key(statement.text.words(in: range).span)
  }
}

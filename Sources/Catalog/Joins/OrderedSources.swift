internal import Bytes
internal import Digest
internal import Markup
internal import Statements

/// The statements in their order, each with an id of its own.
struct OrderedSources: Sendable {
  private(set) var sources: [StatementSource] = []
  private(set) var ids = ByteTable()
  private(set) var revision = ""

  init(_ unordered: [StatementSource], _ declarations: Declarations) {
    let byID = unordered.indices.sorted {
      (unordered[$0].id, unordered[$0].sha256) < (unordered[$1].id, unordered[$1].sha256)
    }
    let named = Self.distinguish(byID.map { unordered[$0].id })
    let byDate = byID.indices.sorted { left, right in
      let dates = (date(of: byID[left]), date(of: byID[right]))
      return dates.0 == dates.1 ? left < right : dates.0 > dates.1
    }
    func date(of index: Int) -> CalendarDate {
      unordered[index].statement.publishedOn ?? CalendarDate(year: .min, month: 0, day: 0)
    }
    for place in byDate {
      var source = unordered[byID[place]]
      source.id = named[place]
      sources.append(source)
      ids.insert(source.id.utf8.span)
    }
    revision = Self.revision(sources, declarations)
  }

  /// The ids, with `-2`, `-3`, … added where one was there already.
  private static func distinguish(_ ids: [String]) -> [String] {
    var taken = Set(ids)
    var seen: Set<String> = []
    var last: [String: Int] = [:]
    return ids.map { given in
      let id = given.isEmpty ? "statement" : given
      if seen.insert(id).inserted { return id }
      var number = last[id] ?? 1
      repeat { number += 1 } while taken.contains("\(id)-\(number)")
      last[id] = number
      taken.insert("\(id)-\(number)")
      return "\(id)-\(number)"
    }
  }

  private static func revision(
    _ sources: [StatementSource], _ declarations: Declarations
  ) -> String {
    var bytes: [UInt8] = []
    func add(_ text: String?) {
      bytes.append(contentsOf: (text ?? "").utf8)
      bytes.append(text == nil ? 0 : 1)
    }
    for source in sources {
      let given = source.statement.frontMatter
      add(source.id)
      add(source.sha256)
      add(source.correctionsDigest)
      add(source.statement.publishedOn.map { "\($0.year)-\($0.month)-\($0.day)" })
      for value in [
        source.statement.language, given.title, given.sourceName, given.sourceURL, given.publisher,
        given.translationOf,
      ] { add(value) }
      for alias in given.aliases { add(alias) }
    }
    for party in declarations.organizations.parties + declarations.people.parties {
      add(party.name)
      add(party.country?.description)
      add(party.isSeveral ? "several" : nil)
      for text in party.otherNames + party.sameAs { add(text) }
    }
    return String(SHA256.hex(bytes).prefix(16))
  }

  var entries: [StatementEntry] {
    sources.map { StatementEntry($0) }
  }

  /// The first quotation of each statement, and the number of all.
  var quotationStarts: [Int32] {
    sources.reduce(into: [0]) { starts, source in
      starts.append((starts.last ?? 0) + Int32(source.statement.quotations.count))
    }
  }

  /// Other ids, with the statements they lead to. An id in use is never an alias.
  func aliases() -> (ByteTable, [Int32]) {
    var table = ByteTable()
    var targets: [Int32] = []
    for (index, source) in sources.enumerated() {
      for alias in source.statement.frontMatter.aliases where ids.find(alias.utf8.span) == nil {
        if table.insert(alias.utf8.span).isNew { targets.append(Int32(index)) }
      }
    }
    return (table, targets)
  }
}

internal import Markup
internal import Bytes
internal import Digest
internal import Statements
internal import Locks

/// Makes the parts of a snapshot, in stages: order the statements, note every name, settle the
/// order of parties, join.
struct SnapshotBuilder {
  struct Parts: Sendable {
    var statements: [Snapshot.Entry] = []
    var quotations: [Snapshot.QuotationEntry] = []
    var organizations: Parties
    var people: Parties
    var parties: Grouping<PartyReference>
    var quotationStarts: [Int32] = []
    var columns: StatementColumns
    var revision = ""
    var statementIDs = ByteTable()
    var aliases = ByteTable()
    var aliasTargets: [Int32] = []
    var quotationIDs = ByteTable()
    var countries: Grouping<CountryCode>
  }

  /// Parts, and the words of all texts, which takes about as long: both at the same time.
  static func build(
    _ sources: [StatementSource], _ directory: OrganizationDirectory, _ concurrently: Concurrently
  ) -> (parts: Parts?, texts: [WordCollector]) {
    let ordered = OrderedSources(sources, directory)
    let count = ordered.sources.count
    let size = max(1, (count + shardsMax - 1) / shardsMax)
    let shards = (count + size - 1) / size
    let parts = Guarded<Parts?>(nil)
    let texts = Guarded([WordCollector](repeating: WordCollector(), count: shards))
    concurrently(shards + 1) { task in
      if task == 0 {
        let built = build(ordered, directory)
        parts.withLock { $0 = built }
      } else {
        let start = (task - 1) * size
        let words = WordCollector.texts(of: ordered.sources[start..<min(count, start + size)])
        texts.withLock { $0[task - 1] = words }
      }
    }
    return (parts.withLock { $0 }, texts.withLock { $0 })
  }

  /// Texts are shared out in so many parts.
  private static let shardsMax = 8

  private static func build(_ ordered: OrderedSources, _ directory: OrganizationDirectory)
    -> Parts
  {
    var names = NameCollector(directory)
    for index in ordered.sources.indices { names.note(ordered.sources[index].statement, at: index) }
    let joins = Joins(ordered, names)
    var parts = Parts(
      organizations: joins.organizations, people: joins.people, parties: joins.parties,
      columns: StatementColumns(ordered.sources), countries: joins.statementCountries)
    parts.quotations = joins.quotations
    parts.quotationStarts = ordered.quotationStarts
    parts.revision = ordered.revision
    parts.statementIDs = ordered.ids
    (parts.aliases, parts.aliasTargets) = ordered.aliases()
    parts.statements = ordered.entries
    parts.quotationIDs = joins.quotationIDs(ordered)
    return parts
  }
}

/// The statements in their order, each with an id of its own.
struct OrderedSources: Sendable {
  private(set) var sources: [StatementSource] = []
  private(set) var ids = ByteTable()
  private(set) var revision = ""

  init(_ unordered: [StatementSource], _ directory: OrganizationDirectory) {
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
    revision = Self.revision(sources, directory)
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
    _ sources: [StatementSource], _ directory: OrganizationDirectory
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
      add(source.statement.publishedOn.map { "\($0.year)-\($0.month)-\($0.day)" })
      for value in [
        source.statement.language, given.title, given.sourceName, given.sourceURL, given.publisher,
        given.translationOf,
      ] { add(value) }
      for alias in given.aliases { add(alias) }
    }
    for organization in directory.organizations {
      add(organization.name)
      add(organization.country?.description)
      for name in organization.otherNames { add(name) }
    }
    return String(SHA256.hex(bytes).prefix(16))
  }

  var entries: [Snapshot.Entry] {
    sources.map { Snapshot.Entry($0) }
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

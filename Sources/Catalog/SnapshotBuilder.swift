internal import Markup
internal import Bytes
internal import Statements
internal import Locks

/// Makes the parts of a snapshot, in stages: order the statements, note every name, settle the
/// order of parties, join.
struct SnapshotBuilder {
  /// SnapshotParts, and the words of all texts, which takes about as long: both at the same time.
  static func build(
    _ sources: [StatementSource], _ declarations: Declarations, _ concurrently: Concurrently
  ) -> (parts: SnapshotParts?, texts: [WordCollector]) {
    let ordered = OrderedSources(sources, declarations)
    let count = ordered.sources.count
    let size = max(1, (count + shardsMax - 1) / shardsMax)
    let shards = (count + size - 1) / size
    let parts = Guarded<SnapshotParts?>(nil)
    let texts = Guarded([WordCollector](repeating: WordCollector(), count: shards))
    concurrently(shards + 1) { task in
      if task == 0 {
        let built = build(ordered, declarations)
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

  private static func build(_ ordered: OrderedSources, _ declarations: Declarations)
    -> SnapshotParts
  {
    var names = NameCollector(declarations)
    for index in ordered.sources.indices { names.note(ordered.sources[index].statement, at: index) }
    let joins = Joins(ordered, names)
    var parts = SnapshotParts(
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

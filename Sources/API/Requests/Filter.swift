internal import Bytes
internal import Catalog
internal import Statements

extension Filter {
  /// What a call asks for.
  init(_ call: RequestContext) {
    let query = call.query
    let snapshot = call.scope.snapshot
    self.init()
    if let id = query["organization"] {
      organization = Wanted(snapshot.organizations.ids.find(id.utf8.span))
    }
    if let id = query["speaker"] { speaker = Filter.speaker(id, snapshot) }
    if let id = query["statement"] { statement = Wanted(snapshot.statementIDs.find(id.utf8.span)) }
    country = query.country("country")
    kind = query["kind"].flatMap { PartyKind(rawValue: $0) }
    isWithdrawn = query["status"].flatMap { ["signed": false, "withdrawn": true][$0] }
    language = query["lang"]
    text = query["q"].map { SearchQuery($0) }
    from = query.date("from")
    to = query.date("to")
  }

  /// A speaker is a person, else an organization.
  private static func speaker(_ id: String, _ snapshot: Snapshot) -> Wanted<PartyReference> {
    if let index = snapshot.people.ids.find(id.utf8.span) {
      return .only(PartyReference(kind: .person, index: Int32(index)))
    }
    if let index = snapshot.organizations.ids.find(id.utf8.span) {
      return .only(PartyReference(kind: .organization, index: Int32(index)))
    }
    return .nothing
  }
}

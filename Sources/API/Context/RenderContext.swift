internal import Markup
internal import Bytes
internal import Catalog
internal import HTTP
internal import Statements

/// What every answer is made from: the snapshot, how URLs begin, and how the service is.
struct RenderContext: Sendable {
  let snapshot: Snapshot
  let settings: APISettings
  /// As it is when the request is answered. Only answers that nobody keeps may tell of it.
  var state = ServiceState()

  /// The URL of `path`, which is percent-encoded already.
  func url(_ path: String) -> String { (settings.baseURL ?? "") + path }

  /// `path` as a browser shows it: under the path that all of ours are under.
  func shown(_ path: String) -> String { settings.basePath + path }

  /// The URL of the thing called `id` in a collection.
  func url(_ collection: Collection, _ id: [UInt8]) -> [UInt8] {
    var url = Array((settings.baseURL ?? "").utf8)
    url.append(contentsOf: collection.path.utf8)
    url.append(0x2F)
    PercentEncoding.append(id.span, to: &url)
    return url
  }

  func url(_ party: PartyReference) -> [UInt8] { url(Collection(party.kind), id(party)) }

  func id(_ party: PartyReference) -> [UInt8] {
    switch party.kind {
    case .organization: snapshot.organizations.ids.key(Int(party.index))
    case .person: snapshot.people.ids.key(Int(party.index))
    }
  }

  func statement(_ index: Int) -> StatementEntry { snapshot.statements[index] }

  /// The declared name of a party, else its most used one, as it is shown.
  func name(_ party: PartyReference) -> String {
    if let declared = declaration(party) { return declared.name }
    return names(party).first.map { snapshot.text(of: $0).string(in: $0.range) } ?? ""
  }

  /// The names of a party as written, the most used first.
  func names(_ party: PartyReference) -> ArraySlice<TextPlace> {
    switch party.kind {
    case .organization: snapshot.organizations.names[Int(party.index)]
    case .person: snapshot.people.names[Int(party.index)]
    }
  }

  /// What an editor declared of a party.
  func declaration(_ party: PartyReference) -> DeclaredParty? {
    snapshot.parties(party.kind).declarations[party.index]
  }

  func title(_ index: Int) -> String? { statement(index).statement.shownTitle }
}

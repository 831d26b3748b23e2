import Markup
import Bytes
import Catalog
import Statements
import Testing

struct SnapshotTests {
  @Test("orders statements from new to old, then by id, those without a date last")
  func ordersStatements() {
    let snapshot = Snapshot([
      source("b", date: nil), source("d", date: "2020-01-01"), source("a", date: nil),
      source("c", date: "2020-01-01"), source("e", date: "2021-01-01"),
    ])
    #expect(snapshot.statements.map(\.id) == ["e", "c", "d", "a", "b"])
    #expect(snapshot.statementIDs.find(Array("d".utf8)) == 2)
    #expect(snapshot.statementIDs.find(Array("z".utf8)) == nil)
  }

  @Test("is the same whatever order the texts come in")
  func isDeterministic() {
    let sources = ["a", "b", "c"].map { source($0, date: nil, signatories: ["One \($0)", "Two"]) }
    let one = Snapshot(sources)
    let other = Snapshot(sources.reversed())
    #expect(one.revision == other.revision)
    #expect(one.statements.map(\.id) == other.statements.map(\.id))
    #expect(ids(one.organizations) == ids(other.organizations))
  }

  @Test("is the same whichever of its tasks runs first")
  func isMadeOfTasks() {
    let sources = (0..<20).map { number in
      source(
        "s\(number)", date: nil,
        signatories: ["Reed Society", "Harbour \(number % 7) Trust", "Caf\u{E9} \(number)"])
    }
    let one = Snapshot(sources)
    let other = Snapshot(
      sources,
      concurrently: { count, task in for number in (0..<count).reversed() { task(number) } })
    for words in ["reed", "calm", "harbour 3", "\"reed society\"", "cafe", "trus*", "nothing"] {
      let query = SearchQuery(words)
      let found = one.search.find(query, in: SearchDocuments.Kind.allCases)
      let again = other.search.find(query, in: SearchDocuments.Kind.allCases)
      #expect(found.documents(at: 0..<found.count) == again.documents(at: 0..<again.count))
      #expect((found.count == 0) == (words == "nothing"))
    }
  }

  @Test("changes its revision with every text and id")
  func revision() {
    let revisions = [
      Snapshot([]), Snapshot([source("a", date: nil)]), Snapshot([source("b", date: nil)]),
      Snapshot([source("a", date: "2020-01-01")]),
      Snapshot([source("a", date: nil, signatories: ["One"])]),
    ].map(\.revision)
    #expect(Set(revisions).count == revisions.count)
  }

  @Test("gives an id that is taken a number")
  func duplicateIDs() {
    let snapshot = Snapshot([
      source("a", date: nil), source("a-2", date: nil), source("a", date: nil, signatories: ["X"]),
      source("", date: nil),
    ])
    #expect(Set(snapshot.statements.map(\.id)) == ["a", "a-2", "a-3", "statement"])
  }

  @Test("makes names with one fold one organization, called as most texts call it")
  func mergesNames() {
    let snapshot = Snapshot([
      source("a", date: nil, signatories: ["Quiet Rivers", "Quiet Lakes"]),
      source("b", date: nil, signatories: ["QUIET RIVERS"]),
      source("c", date: nil, signatories: ["Quiet Rivers"]),
    ])
    #expect(ids(snapshot.organizations) == ["quiet-lakes", "quiet-rivers"])
    let names = snapshot.organizations.names[1].map { snapshot.text(of: $0).string(in: $0.range) }
    #expect(names == ["Quiet Rivers", "QUIET RIVERS"])
    #expect(Array(snapshot.organizations.statements[1]) == [0, 1, 2])
    #expect(Array(snapshot.organizations.statements[0]) == [0])
  }

  @Test("does not merge variant spellings")
  func keepsVariants() {
    let snapshot = Snapshot([
      source("a", date: nil, signatories: ["East Turkistan Union", "East Turkestan Union"])
    ])
    #expect(ids(snapshot.organizations) == ["east-turkestan-union", "east-turkistan-union"])
  }

  @Test("counts a statement once for a party that signed it twice")
  func signedTwice() {
    let snapshot = Snapshot([source("a", date: nil, signatories: ["One Club", "Two", "ONE CLUB"])])
    #expect(Array(snapshot.organizations.statements[0]) == [0])
    #expect(snapshot.statements[0].statement.signatories.count == 3)
  }

  @Test("finds a renamed statement by its alias, and never by one that is in use")
  func aliases() {
    let snapshot = Snapshot([
      source("new", date: nil, extra: "aliases: old, other"), source("other", date: nil),
    ])
    #expect(snapshot.statement(alias: "old".utf8.span) == 0)
    #expect(snapshot.statement(alias: "other".utf8.span) == nil)
  }

  @Test("was last changed when its last text was, or when the collection was")
  func modified() {
    var early = source("a", date: nil)
    early.modified = 10
    var late = source("b", date: nil)
    late.modified = 20
    #expect(Snapshot([]).modified == nil)
    #expect(Snapshot([early, late]).modified == 20)
    #expect(Snapshot([early], modified: 30).modified == 30)
  }

  func ids(_ parties: PartyTable) -> [String] {
    (0..<parties.count).map { String(decoding: parties.ids.key($0), as: UTF8.self) }
  }

  func source(
    _ id: String, date: String?, signatories: [String] = ["Some Society"], extra: String = ""
  ) -> StatementSource {
    var text = "---\n"
    if let date { text += "publishedOn: \(date)\n" }
    if !extra.isEmpty { text += extra + "\n" }
    text += "---\nStatement\n\nWe call for calm, and we mean it.\n\nSignatories:\n\n"
    for (place, name) in signatories.enumerated() { text += "\(place + 1). \(name)\n" }
    do {
      return StatementSource(id: id, statement: try Statement.read(Array(text.utf8)))
    } catch {
      preconditionFailure("The test's text cannot be read: \(error)")
    }
  }
}

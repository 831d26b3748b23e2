import Bytes
import Catalog
import Statements
import Testing

struct PartyDirectoryTests {
  private func source(_ id: String, _ signatories: [String]) throws -> StatementSource {
    let list = signatories.enumerated().map { "\($0 + 1). \($1)\n" }.joined()
    let text = "Statement\n\nWe call for calm, and we mean it.\n\nSignatories:\n\n\(list)"
    return StatementSource(id: id, statement: try Statement.read(Array(text.utf8)))
  }

  @Test("a name that a line's end parts is that name")
  func hyphenated() throws {
    let snapshot = Snapshot([
      try source("a", ["Green Hills Foun-\n   dation", "Rivers Foundation"]),
      try source("b", ["Green Hills Foundation"]),
    ])
    #expect(snapshot.organizations.count == 2)
    #expect(snapshot.organizations.ids.find(Array("green-hills-foundation".utf8)) == 0)
  }

  @Test("makes all declared names one organization, under the canonical name's id")
  func merges() throws {
    let directory = try PartyDirectory([
      DeclaredParty(
        name: "Quiet Rivers League", otherNames: ["Ligue des rivières calmes", "QRL"],
        country: CountryCode("CH".utf8))
    ])
    let snapshot = Snapshot(
      [
        try source("a", ["QRL", "Green Hills Society"]),
        try source("b", ["LIGUE DES RIVIERES CALMES", "Quiet Rivers League"]),
      ], declarations: Declarations(organizations: directory))
    let organizations = snapshot.organizations
    #expect(organizations.count == 2)
    #expect(organizations.ids.find(Array("quiet-rivers-league".utf8)) == 1)
    #expect(organizations.declarations[1]?.name == "Quiet Rivers League")
    #expect(organizations.declarations[0] == nil)
    #expect(organizations.countries[1]?.isInferred == false)
    #expect(organizations.countries[1].map { "\($0.code)" } == "CH")
    #expect(Array(organizations.statements[1]) == [0, 1])
  }

  @Test("refuses a name that two organizations declare, whatever its case and accents")
  func conflict() {
    #expect(
      throws: PartyDirectory.Conflict(name: "LÉAGUE", parties: ["One", "Two"])
    ) {
      try PartyDirectory([
        DeclaredParty(name: "One", otherNames: ["League"]),
        DeclaredParty(name: "Two", otherNames: ["LÉAGUE"]),
      ])
    }
  }

  @Test("changes the revision of the snapshot")
  func revision() throws {
    let sources = [try source("a", ["Green Hills Society"])]
    let directory = try PartyDirectory([DeclaredParty(name: "Elsewhere")])
    for declarations in [Declarations(organizations: directory), Declarations(people: directory)] {
      #expect(
        Snapshot(sources).revision != Snapshot(sources, declarations: declarations).revision)
    }
  }

  @Test("people are one where that is declared, and several where that is, in whatever order")
  func people() throws {
    let names = [
      "Jane Doe, Test Society", "Jane Doe, Quiet Rivers League", "J. Q. Doe, Test Society",
    ]
    let directory = try PartyDirectory([
      DeclaredParty(name: "Jane Doe", isSeveral: true),
      DeclaredParty(name: "Jack Doe", otherNames: ["J. Q. Doe"], sameAs: ["https://doe.example"]),
    ])
    for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0]] {
      let text =
        "Statement\n\nWe call for calm, and we mean it.\n\nSigned by individuals:\n\n"
        + order.map { names[$0] + "\n" }.joined()
      let source = StatementSource(id: "a", statement: try Statement.read(Array(text.utf8)))
      let people = Snapshot([source], declarations: Declarations(people: directory)).people
      let ids = (0..<people.count).map { String(decoding: people.ids.key($0), as: UTF8.self) }
      #expect(ids == ["jack-doe", "jane-doe-quiet-rivers-league", "jane-doe-test-society"])
      #expect(people.declarations[0]?.sameAs == ["https://doe.example"])
      #expect(Snapshot([source]).people.count == 2)
    }
  }
}

internal import Bytes
internal import Catalog
internal import HTTP
internal import Statements

/// The lists of the API.
enum Listings {
  static let statements = Listing<Int>(
    shape: .statement, filters: Parameters.ofStatements,
    sorts: ["newest", "publishedOn", "title", "id", "signatoryCount", "quoteCount"],
    facets: [
      Facets.countryOfStatement, Facets.language { index, _ in index },
      Facets.year { index, _ in index },
      .parties("organization", { $0.snapshot.organizations }) { index, scope, visit in
        for party in scope.snapshot.parties(ofStatement: index) where party.kind == .organization {
          visit(party.index)
        }
      },
    ])

  static let quotations = Listing<Int>(
    shape: .quotation, filters: Parameters.ofQuotes, sorts: ["newest", "publishedOn", "speaker"],
    facets: [
      .parties("speaker", { $0.snapshot.people }) { index, scope, visit in
        if let speaker = scope.snapshot.quotations[index].speaker, speaker.kind == .person {
          visit(speaker.index)
        }
      },
      .parties("organization", { $0.snapshot.organizations }) { index, scope, visit in
        let quotation = scope.snapshot.quotations[index]
        if let speaker = quotation.speaker, speaker.kind == .organization { visit(speaker.index) }
        if let affiliation = quotation.affiliation { visit(affiliation) }
      },
      Facets.language { index, scope in Int(scope.snapshot.quotations[index].statement) },
      Facets.year { index, scope in Int(scope.snapshot.quotations[index].statement) },
    ])

  static let organizations = Listing<PartyReference>(
    shape: .organization, filters: Parameters.ofOrganizations,
    sorts: ["name", "statementCount", "quoteCount"],
    facets: [
      .single("country", shown: { (code: CountryCode) in "\(code)" }) { index, scope in
        scope.snapshot.organizations.countries[index]?.code
      }
    ])

  static let people = Listing<PartyReference>(
    shape: .person, filters: Parameters.ofPeople,
    sorts: ["name", "statementCount", "quoteCount"],
    facets: [
      .parties("organization", { $0.snapshot.organizations }) { index, scope, visit in
        for membership in scope.snapshot.people.memberships[index] { visit(membership.other) }
      }
    ])

  static let signatories = Listing<Part>(
    shape: .signatory, filters: Parameters.ofSignatories, sorts: ["position", "name"], facets: [])

  static let paragraphs = Listing<Part>(
    shape: .paragraph, filters: [], sorts: ["position"], facets: [])

  // MARK: Pages

  static func statements(_ call: Call, _ filter: Filter) throws(Problem) -> Content {
    let snapshot = call.scope.snapshot
    return try statements.content(
      call, snapshot.statements(filter), snapshot.orders.statements
    ) { $0 }
  }

  static func quotations(_ call: Call, _ filter: Filter) throws(Problem) -> Content {
    let snapshot = call.scope.snapshot
    return try quotations.content(
      call, snapshot.quotations(filter), snapshot.orders.quotations
    ) { $0 }
  }

  static func organizations(_ call: Call, _ filter: Filter) throws(Problem) -> Content {
    let snapshot = call.scope.snapshot
    return try organizations.content(
      call, snapshot.organizations(filter), snapshot.orders.organizations
    ) { PartyReference(kind: .organization, index: Int32($0)) }
  }

  static func people(_ call: Call, _ filter: Filter) throws(Problem) -> Content {
    let snapshot = call.scope.snapshot
    return try people.content(call, snapshot.people(filter), snapshot.orders.people) {
      PartyReference(kind: .person, index: Int32($0))
    }
  }

  /// The signatories of a statement.
  static func signatories(_ call: Call, _ statement: Int) throws(Problem) -> Content {
    let snapshot = call.scope.snapshot
    let count = snapshot.statements[statement].statement.signatories.count
    let found = snapshot.signatories(ofStatement: statement, Filter(call))
    let orders = [
      byPosition(count),
      Order(sorting: "name", count: count) { place in
        let party = snapshot.party(ofStatement: statement, at: place)
        return SortKey(
          number: 0, bytes: snapshot.parties(party.kind).ids.key(Int(party.index)) + ordinal(place))
      },
    ]
    return try signatories.content(call, found.map { Int32($0) }, orders) {
      Part(statement: statement, place: $0)
    }
  }

  /// The paragraphs of a statement.
  static func paragraphs(_ call: Call, _ statement: Int) throws(Problem) -> Content {
    let count = call.scope.statement(statement).statement.paragraphs.count
    return try paragraphs.content(call, Array(0..<Int32(count)), [byPosition(count)]) {
      Part(statement: statement, place: $0)
    }
  }

  private static func byPosition(_ count: Int) -> Order {
    Order(given: "position", count: count) { SortKey(number: $0, bytes: []) }
  }

  private static func ordinal(_ place: Int) -> [UInt8] {
    [0, UInt8(truncatingIfNeeded: place >> 16), UInt8(truncatingIfNeeded: place >> 8)]
      + [UInt8(truncatingIfNeeded: place)]
  }
}

/// Facets that several lists share.
private enum Facets {
  /// Countries of a statement's signatories, each once.
  static let countryOfStatement = Facet("country") { found, scope in
    var counts: [CountryCode: Int] = [:]
    for index in found {
      for code in scope.snapshot.countries[Int(index)] { counts[code, default: 0] += 1 }
    }
    return counts.map { ("\($0.key)", $0.value) }
  }

  static func language(of statement: @escaping @Sendable (Int, Scope) -> Int) -> Facet {
    Facet("lang") { found, scope in
      let columns = scope.snapshot.columns
      var counts = [Int](repeating: 0, count: columns.tags.count)
      for index in found {
        let language = columns.languages[statement(Int(index), scope)]
        if language >= 0 { counts[Int(language)] += 1 }
      }
      return counts.indices.filter { counts[$0] > 0 }.map { (columns.tags[$0], counts[$0]) }
    }
  }

  static func year(of statement: @escaping @Sendable (Int, Scope) -> Int) -> Facet {
    .single("year", shown: { (year: Int) in String(year) }) { index, scope in
      let day = scope.snapshot.columns.days[statement(index, scope)]
      return day == 0 ? nil : Int(day) / 10_000
    }
  }
}

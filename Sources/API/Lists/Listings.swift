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
      Facets.organizationOfStatement,
    ])

  static let quotations = Listing<QuotationSubject>(
    shape: .quotation, filters: Parameters.ofQuotes, sorts: ["newest", "publishedOn", "speaker"],
    facets: [
      Facets.speakerOfQuotation, Facets.organizationOfQuotation,
      Facets.country { index, scope in
        scope.snapshot.country(of: scope.snapshot.quotations[index])
      },
      Facets.language { index, scope in Int(scope.snapshot.quotations[index].statement) },
      Facets.year { index, scope in Int(scope.snapshot.quotations[index].statement) },
    ])

  static let organizations = Listing<PartyReference>(
    shape: .organization, filters: Parameters.ofOrganizations,
    sorts: ["name", "statementCount", "quoteCount"],
    facets: [
      Facets.country { index, scope in scope.snapshot.organizations.countries[index]?.code }
    ])

  static let people = Listing<PartyReference>(
    shape: .person, filters: Parameters.ofPeople,
    sorts: ["name", "statementCount", "quoteCount"],
    facets: [
      .parties("organization", { $0.snapshot.organizations }) { found, scope, counts in
        for index in found {
          for membership in scope.snapshot.people.memberships[Int(index)] {
            counts.add(membership.other, for: index)
          }
        }
      }
    ])

  static let signatories = Listing<Part>(
    shape: .signatory, filters: Parameters.ofSignatories, sorts: ["position", "name"], facets: [])

  static let paragraphs = Listing<Part>(
    shape: .paragraph, filters: [], sorts: ["position"], facets: [])

  // MARK: Pages

  static func statements(_ call: RequestContext, _ filter: Filter) throws(Problem)
    -> ResponseContent
  {
    let snapshot = call.scope.snapshot
    return try statements.content(
      call, snapshot.statements(filter), snapshot.orders.statements
    ) { $0 }
  }

  static func quotations(_ call: RequestContext, _ filter: Filter) throws(Problem)
    -> ResponseContent
  {
    let snapshot = call.scope.snapshot
    return try quotations.content(
      call, snapshot.quotations(filter), snapshot.orders.quotations
    ) { QuotationSubject($0, call.scope) }
  }

  static func organizations(_ call: RequestContext, _ filter: Filter) throws(Problem)
    -> ResponseContent
  {
    let snapshot = call.scope.snapshot
    return try organizations.content(
      call, snapshot.organizations(filter), snapshot.orders.organizations
    ) { PartyReference(kind: .organization, index: Int32($0)) }
  }

  static func people(_ call: RequestContext, _ filter: Filter) throws(Problem) -> ResponseContent {
    let snapshot = call.scope.snapshot
    return try people.content(call, snapshot.people(filter), snapshot.orders.people) {
      PartyReference(kind: .person, index: Int32($0))
    }
  }

  /// The signatories of a statement.
  static func signatories(_ call: RequestContext, _ statement: Int) throws(Problem)
    -> ResponseContent
  {
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
  static func paragraphs(_ call: RequestContext, _ statement: Int) throws(Problem)
    -> ResponseContent
  {
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

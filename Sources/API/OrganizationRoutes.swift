internal import Bytes
internal import Catalog
internal import HTTP
internal import Statements

/// Organizations, and what belongs to them.
enum OrganizationRoutes {
  static let routes = [
    Route(
      "/v1/organizations", "All organizations, by id", .page("Organization"),
      Parameters.paging + Parameters.ofOrganizations
    ) { call in
      let found = call.scope.snapshot.organizations(Filter(call.query, call.scope.snapshot))
      return parties(found, .organization, .organization, call)
    },
    Route(
      "/v1/organizations/{id}", "One organization with its statements and people",
      .one("WholeOrganization")
    ) { (call) throws(Problem) in
      let index = try find(call)
      return party(index, .organization, .wholeOrganization, call)
    },
    Route(
      "/v1/organizations/{id}/statements", "The statements it signed", .page("Statement"),
      Parameters.paging + Parameters.without("organization", Parameters.ofStatements)
    ) { (call) throws(Problem) in
      var filter = Filter(call.query, call.scope.snapshot)
      filter.organization = .only(try find(call))
      return list(call.scope.snapshot.statements(filter), .statement, call)
    },
    Route(
      "/v1/organizations/{id}/quotes", "The quotations of it and of its people",
      .page("Quotation"),
      Parameters.paging + Parameters.without("organization", Parameters.ofQuotes)
    ) { (call) throws(Problem) in
      var filter = Filter(call.query, call.scope.snapshot)
      filter.organization = .only(try find(call))
      return list(call.scope.snapshot.quotations(filter), .quotation, call)
    },
  ]

  private static func find(_ call: Call) throws(Problem) -> Int {
    guard let index = call.scope.snapshot.organizations.ids.find(call.values[0]) else {
      throw .missing("organization", call.values[0], in: .organizations)
    }
    return index
  }
}

/// People, and what they said.
enum PeopleRoutes {
  static let routes = [
    Route(
      "/v1/people", "All speakers and individual signatories, by id", .page("Person"),
      Parameters.paging + Parameters.ofPeople
    ) { call in
      let found = call.scope.snapshot.people(Filter(call.query, call.scope.snapshot))
      return parties(found, .person, .person, call)
    },
    Route("/v1/people/{id}", "One person", .one("Person")) { (call) throws(Problem) in
      let index = try find(call)
      return party(index, .person, .person, call)
    },
    Route(
      "/v1/people/{id}/quotes", "What the person said", .page("Quotation"),
      Parameters.paging + Parameters.without("speaker", Parameters.ofQuotes)
    ) { (call) throws(Problem) in
      var filter = Filter(call.query, call.scope.snapshot)
      filter.speaker = .only(PartyReference(kind: .person, index: Int32(try find(call))))
      return list(call.scope.snapshot.quotations(filter), .quotation, call)
    },
  ]

  private static func find(_ call: Call) throws(Problem) -> Int {
    guard let index = call.scope.snapshot.people.ids.find(call.values[0]) else {
      throw .missing("person", call.values[0], in: .people)
    }
    return index
  }
}

/// A page of organizations or people.
private func parties(
  _ found: [Int32], _ kind: PartyKind, _ shape: Shape<PartyReference>, _ call: Call
) -> Content {
  var content = Page(call, total: found.count).render { place, writer in
    shape.write(PartyReference(kind: kind, index: found[place]), call.scope, &writer)
  }
  content.lastModified = call.scope.snapshot.modified
  return content
}

/// One organization or person.
private func party(
  _ index: Int, _ kind: PartyKind, _ shape: Shape<PartyReference>, _ call: Call
) -> Content {
  var writer = JSONWriter()
  shape.write(PartyReference(kind: kind, index: Int32(index)), call.scope, &writer)
  var content = Content(writer.bytes)
  content.lastModified = call.scope.snapshot.modified
  return content
}

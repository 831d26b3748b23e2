internal import Bytes
internal import Catalog
internal import HTTP
internal import Statements

/// Organizations, and what belongs to them.
enum OrganizationRoutes {
  static let routes = [
    Route(
      "/v1/organizations", "All organizations, by id", .page("Organization"),
      Listings.organizations.parameters()
    ) { (call) throws(Problem) in try Listings.organizations(call, Filter(call)) },
    Route(
      "/v1/organizations/{id}", "One organization with its statements and people",
      .one("WholeOrganization")
    ) { (call) throws(Problem) in
      let index = try find(call)
      return party(index, .organization, .wholeOrganization, call)
    },
    Route(
      "/v1/organizations/{id}/statements", "The statements it signed", .page("Statement"),
      Listings.statements.parameters(without: "organization")
    ) { (call) throws(Problem) in
      var filter = Filter(call)
      filter.organization = .only(try find(call))
      return try Listings.statements(call, filter)
    },
    Route(
      "/v1/organizations/{id}/quotes", "The quotations of it and of its people",
      .page("Quotation"),
      Listings.quotations.parameters(without: "organization")
    ) { (call) throws(Problem) in
      var filter = Filter(call)
      filter.organization = .only(try find(call))
      return try Listings.quotations(call, filter)
    },
  ]

  private static func find(_ call: RequestContext) throws(Problem) -> Int {
    guard let index = call.scope.snapshot.organizations.ids.find(call.values[0]) else {
      throw .missing("organization", call.values[0], in: .organizations)
    }
    return index
  }
}

/// One organization or person.
func party(
  _ index: Int, _ kind: PartyKind, _ shape: Shape<PartyReference>, _ call: RequestContext
) -> ResponseContent {
  var writer = ValueWriter()
  shape.write(PartyReference(kind: kind, index: Int32(index)), call.scope, &writer)
  var content = ResponseContent(writer.bytes)
  content.lastModified = call.scope.snapshot.modified
  return content
}

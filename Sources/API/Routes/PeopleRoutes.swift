internal import Bytes
internal import Catalog
internal import HTTP
internal import Statements

/// People, and what they said.
enum PeopleRoutes {
  static let routes = [
    Route(
      "/v1/people", "All speakers and individual signatories, by id", .page("Person"),
      Listings.people.parameters()
    ) { (call) throws(Problem) in try Listings.people(call, Filter(call)) },
    Route("/v1/people/{id}", "One person", .one("Person")) { (call) throws(Problem) in
      let index = try find(call)
      return party(index, .person, .person, call)
    },
    Route(
      "/v1/people/{id}/quotes", "What the person said", .page("Quotation"),
      Listings.quotations.parameters(without: "speaker")
    ) { (call) throws(Problem) in
      var filter = Filter(call)
      filter.speaker = .only(PartyReference(kind: .person, index: Int32(try find(call))))
      return try Listings.quotations(call, filter)
    },
  ]

  private static func find(_ call: RequestContext) throws(Problem) -> Int {
    guard let index = call.scope.snapshot.people.ids.find(call.values[0]) else {
      throw .missing("person", call.values[0], in: .people)
    }
    return index
  }
}

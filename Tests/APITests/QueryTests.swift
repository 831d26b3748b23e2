import API
import HTTP
import Testing

/// What may stand in a query, and what comes of it.
struct QueryTests {
  let api = Asking(Texts.seedSnapshot)

  @Test(
    "answers 400 to a parameter that is unknown, malformed or repeated, and names it",
    arguments: [
      ("/v1/statements?x=1", "x", "limit"), ("/v1?limit=1", "limit", "no parameters"),
      ("/v1/statements?limit=0", "limit", "1 to 200"),
      ("/v1/statements?limit=201", "limit", "1 to 200"),
      ("/v1/statements?limit=", "limit", "integer"),
      ("/v1/statements?limit=+1", "limit", "integer"),
      ("/v1/statements?limit=99999999999999999999", "limit", "integer"),
      ("/v1/statements?limit=1&limit=1", "limit", "once"),
      ("/v1/statements?offset=-1", "offset", "integer"),
      ("/v1/statements?from=2022-02-30", "from", "YYYY-MM-DD"),
      ("/v1/statements?to=today", "to", "YYYY-MM-DD"),
      ("/v1/statements?country=XYZ", "country", "two letters"),
      ("/v1/statements?lang=-", "lang", "BCP 47"), ("/v1/statements?sort=size", "sort", "title"),
      ("/v1/statements?fields=id,size", "fields", "title"),
      ("/v1/statements?fields=", "fields", "title"),
      ("/v1/statements?facets=size", "facets", "country"),
      ("/v1/statements?organization=", "organization", "not empty"),
      ("/v1/statements?organization=%ff", "organization=%ff", "UTF-8"),
      ("/v1/statements?=1", "", "Unknown"), ("/v1/statements?cursor=x", "cursor", "next or prev"),
      ("/v1/statements/joint-statement/signatories?kind=robot", "kind", "person"),
      ("/v1/statements/joint-statement/quotes?statement=x", "statement", "Unknown"),
      ("/v1/statements?format=xml", "format", "csv"),
    ])
  func refuses(target: String, parameter: String, allowed: String) {
    let answer = api.ask(target)
    #expect(answer.status == .badRequest)
    let errors = answer.json["errors"] as? [[String: String]] ?? []
    #expect(errors.count == 1)
    #expect(errors.first?["parameter"] == parameter)
    #expect(errors.first?["detail"]?.contains(allowed) == true, "\(errors)")
  }

  @Test("names all faults at once")
  func allFaults() {
    let answer = api.ask("/v1/statements?x=1&limit=0&to=x")
    let errors = answer.json["errors"] as? [[String: String]] ?? []
    #expect(errors.compactMap { $0["parameter"] } == ["x", "limit", "to"])
  }

  @Test(
    "ignores empty pairs, and decodes",
    arguments: ["?", "?&", "?limit=50&", "?%6Cimit=5%30"])
  func tolerates(query: String) {
    #expect(api.ask("/v1/statements" + query).status == .ok)
  }

  @Test(
    "filters",
    arguments: [
      ("/v1/statements?organization=campaign-for-uyghurs", 1), ("/v1/statements?organization=x", 0),
      ("/v1/statements?speaker=dolkun-isa", 1), ("/v1/statements?speaker=nobody", 0),
      ("/v1/statements?lang=en", 1), ("/v1/statements?lang=en-GB", 0),
      ("/v1/statements?from=2000-01-01", 0), ("/v1/quotes?speaker=dolkun-isa", 1),
      ("/v1/quotes?organization=campaign-for-uyghurs", 1),
      ("/v1/quotes?statement=joint-statement", 3), ("/v1/quotes?statement=x", 0),
      ("/v1/organizations?statement=joint-statement", 53), ("/v1/organizations?statement=x", 0),
      ("/v1/people?organization=campaign-for-uyghurs", 1),
      ("/v1/statements/joint-statement/signatories?kind=person", 0),
      ("/v1/statements/joint-statement/signatories?kind=organization", 53),
      ("/v1/statements/joint-statement/signatories?organization=world-uyghur-congress", 1),
    ])
  func filters(target: String, total: Int) {
    #expect(api.ask(target).json["total"] as? Int == total)
  }

  @Test("filters by day and language over several statements")
  func filtersByDay() {
    let api = Asking(Texts.twoSnapshot)
    func ids(_ query: String) -> [String] {
      api.ask("/v1/statements" + query).items.compactMap { $0["id"] as? String }
    }
    #expect(ids("") == ["summer", "winter"])
    #expect(ids("?from=2022-01-01") == ["summer"])
    #expect(ids("?to=2022-01-01") == ["winter"])
    #expect(ids("?from=2021-12-09&to=2021-12-09") == ["winter"])
    #expect(ids("?lang=de") == ["summer"])
    #expect(ids("?organization=society-of-lakes") == ["winter"])
    #expect(ids("?organization=quiet-rivers&lang=en") == ["winter"])
  }

  @Test("shows only the members asked for, in their own order")
  func fields() {
    #expect(
      api.ask("/v1/people?limit=1&fields=name,id").text.hasPrefix(
        #"{"items":[{"id":"dolkun-isa","name":"Dolkun Isa"}],"total":3,"limit":1,"#))
  }

  @Test("counts the values of the whole list")
  func facets() {
    let api = Asking(Texts.twoSnapshot)
    let answer = api.ask("/v1/statements?limit=1&facets=organization,year,lang")
    #expect(
      answer.text.hasSuffix(
        """
        ,"facets":{"lang":[{"value":"de","count":1},{"value":"en","count":1}],\
        "year":[{"value":"2021","count":1},{"value":"2022","count":1}],\
        "organization":[{"value":"quiet-rivers","count":2},\
        {"value":"mountain-friends","count":1},{"value":"society-of-lakes","count":1}]}}
        """))
  }
}

import API
import Compression
import HTTP
import Testing

/// Every route in every coding, and lists in both forms.
struct NegotiationTests {
  let api = Asking(Texts.seedSnapshot)

  @Test(
    "answers in the coding that is asked for, with a tag and a digest of its own",
    arguments: RouteTests.paths, ["gzip", "br"])
  func codings(path: String, coding: String) {
    let target = path.hasSuffix("random") ? path + "?seed=1" : path
    let plain = api.ask(target)
    let forced = [(FieldName.acceptEncoding, "\(coding), identity;q=0")]
    let coded = api.ask(target, .get, forced)
    #expect(coded.status == .ok)
    #expect(coded["Content-Encoding"] == coding)
    #expect(coded["Vary"] == "Accept, Accept-Encoding")
    let expected =
      coding == "gzip" ? Compressor.gzip(plain.content) : Compressor.brotli(plain.content)
    #expect(coded.content == expected)
    #expect(coded["ETag"] != plain["ETag"])
    #expect(coded["Repr-Digest"] != plain["Repr-Digest"])
    let tag = coded["ETag"] ?? ""
    #expect(api.ask(target, .get, forced + [(.ifNoneMatch, tag)]).status == .notModified)
    #expect(api.ask(target, .get, [(.ifNoneMatch, tag)]).status == .ok)
    #expect(api.ask(target, .head, forced)["ETag"] == tag)
  }

  @Test("prefers brotli, then gzip, and leaves small answers plain")
  func preference() {
    let all = [(FieldName.acceptEncoding, "gzip, deflate, br")]
    #expect(api.ask("/v1/quotes", .get, all)["Content-Encoding"] == "br")
    #expect(api.ask("/healthz", .get, all)["Content-Encoding"] == nil)
    let gzip = [(FieldName.acceptEncoding, "gzip;q=1, br;q=0.1")]
    #expect(api.ask("/v1/quotes", .get, gzip)["Content-Encoding"] == "gzip")
  }

  @Test("answers 406 where nothing fits, and says what is offered", arguments: RouteTests.paths)
  func notAcceptable(path: String) {
    let codings = api.ask(path, .get, [(.acceptEncoding, "identity;q=0")])
    #expect(codings.status == .notAcceptable)
    #expect(codings["Content-Type"] == "application/problem+json")
    #expect(codings["Access-Control-Allow-Origin"] == "*")
    let types = api.ask(path, .get, [(.accept, "image/png")])
    #expect(types.status == .notAcceptable)
    #expect((types.json["detail"] as? String)?.contains("Available") == true)
  }

  @Test("gives a list as a table, whether Accept or format asks")
  func table() {
    let byFormat = api.ask("/v1/people?format=csv")
    let byAccept = api.ask("/v1/people", .get, [(.accept, "text/csv")])
    #expect(byFormat["Content-Type"] == "text/csv; charset=utf-8; header=present")
    #expect(byAccept.content == byFormat.content)
    #expect(api.ask("/v1/people", .get, [(.accept, "*/*")])["Content-Type"] == "application/json")
    let overruled = api.ask("/v1/people?format=json", .get, [(.accept, "text/csv")])
    #expect(overruled["Content-Type"] == "application/json")
    #expect(
      byFormat.text == """
        \u{FEFF}id,type,url,name,otherNames,sameAs,memberships.organization.id,\
        memberships.organization.name,memberships.organization.url,memberships.role,quoteCount,\
        statementCount\r
        dolkun-isa,Person,/v1/people/dolkun-isa,Dolkun Isa,,,world-uyghur-congress,\
        World Uyghur Congress,/v1/organizations/world-uyghur-congress,President,1,1\r
        omer-kanat,Person,/v1/people/omer-kanat,Omer Kanat,,,uyghur-human-rights-project,\
        Uyghur Human Rights Project,/v1/organizations/uyghur-human-rights-project,\
        Executive Director,1,1\r
        rushan-abbas,Person,/v1/people/rushan-abbas,Rushan Abbas,,,campaign-for-uyghurs,\
        Campaign for Uyghurs,/v1/organizations/campaign-for-uyghurs,Executive Director,1,1\r\n
        """)
  }

  @Test("gives all rows of a table unless told, and only the columns asked for")
  func wholeTable() {
    let answer = api.ask("/v1/organizations?format=csv&fields=name")
    let rows = answer.text.split(separator: "\r\n")
    #expect(rows.count == 54)
    #expect(rows.contains("Atajurt Eriktileri – Kazakh Human Rights"))
    #expect(rows.contains("Uighur Society “Ittipak” of the Kyrgyz Republic"))
    let page = api.ask("/v1/organizations?format=csv&limit=2")
    #expect(page.text.split(separator: "\r\n").count == 3)
    #expect(page["Link"]?.contains("rel=\"next\"") == true)
  }
}

import API
import HTTP
import Testing

/// Every route with every method.
struct RouteTests {
  let api = Asking(Texts.seedSnapshot)

  static let paths = [
    "/v1", "/healthz", "/readyz", "/version", "/openapi.json", "/docs",
    "/.well-known/api-catalog",
    "/v1/statements", "/v1/statements/joint-statement",
    "/v1/statements/joint-statement/signatories", "/v1/statements/joint-statement/quotes",
    "/v1/statements/joint-statement/paragraphs", "/v1/statements/joint-statement/paragraphs/9",
    "/v1/statements/joint-statement/text", "/v1/statements/joint-statement/source",
    "/v1/organizations",
    "/v1/organizations/campaign-for-uyghurs", "/v1/organizations/campaign-for-uyghurs/statements",
    "/v1/organizations/campaign-for-uyghurs/quotes", "/v1/people", "/v1/people/rushan-abbas",
    "/v1/people/rushan-abbas/quotes", "/v1/quotes", "/v1/quotes/random",
    "/v1/quotes/dolkun-isa-07c9af42", "/v1/search?q=congress",
  ]

  @Test("answers GET, and HEAD with the same fields", arguments: paths)
  func gets(path: String) {
    let target = path.hasSuffix("random") ? path + "?seed=1" : path
    let answer = api.ask(target)
    #expect(answer.status == .ok)
    #expect(!answer.content.isEmpty)
    let head = api.ask(target, .head)
    #expect(head.status == .ok)
    #expect(head.fields.map(\.value) == answer.fields.map(\.value))
    #expect(answer["Repr-Digest"]?.hasPrefix("sha-256=:") == true)
    expectCommon(answer)
  }

  @Test("answers 304 to its own entity tag and date", arguments: paths)
  func revalidates(path: String) {
    let target = path.hasSuffix("random") ? path + "?seed=1" : path
    let answer = api.ask(target)
    let tag = answer["ETag"] ?? ""
    let same = api.ask(target, .get, [(.ifNoneMatch, tag)])
    #expect(same.status == .notModified)
    #expect(same.content.isEmpty)
    #expect(same["ETag"] == tag)
    #expect(same["Cache-Control"] == answer["Cache-Control"])
    expectCommon(same)
    #expect(api.ask(target, .get, [(.ifNoneMatch, "\"x\"")]).status == .ok)
    #expect(api.ask(target, .head, [(.ifMatch, tag)]).status == .ok)
    let failed = api.ask(target, .get, [(.ifMatch, "\"x\"")])
    #expect(failed.status == .preconditionFailed)
    expectProblem(failed)
    if let date = answer["Last-Modified"] {
      #expect(date == "Fri, 09 Dec 2022 00:00:00 GMT")
      #expect(api.ask(target, .get, [(.ifModifiedSince, date)]).status == .notModified)
    }
  }

  @Test("answers OPTIONS with what is allowed", arguments: paths + ["*"])
  func options(path: String) {
    let answer = api.ask(path, .options, form: path == "*" ? .asterisk : .origin)
    #expect(answer.status == .noContent)
    #expect(answer["Allow"] == "GET, HEAD, OPTIONS")
    expectCommon(answer)
  }

  @Test(
    "refuses other methods with what is allowed", arguments: paths,
    [HTTP.Method.post, .put, .delete, .patch, .query])
  func refuses(path: String, method: HTTP.Method) {
    let answer = api.ask(path, method)
    #expect(answer.status == .methodNotAllowed)
    #expect(answer["Allow"] == "GET, HEAD, OPTIONS")
    expectProblem(answer)
  }

  @Test("does not know other methods' names")
  func unknownMethod() {
    let answer = api.ask("/v1", .other)
    #expect(answer.status == .notImplemented)
    expectProblem(answer)
  }

  @Test("answers a preflight on any path, so that pages can read errors", arguments: ["/v1", "/x"])
  func preflight(path: String) {
    let answer = api.ask(
      path, .options,
      [
        (.origin, "https://example.org"), (.accessControlRequestMethod, "GET"),
        (.accessControlRequestHeaders, "if-none-match"),
      ])
    #expect(answer.status == .noContent)
    #expect(answer["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS")
    #expect(answer["Access-Control-Allow-Headers"]?.contains("If-None-Match") == true)
    #expect(answer["Access-Control-Max-Age"] == "86400")
    expectCommon(answer)
  }

  @Test(
    "answers 404 and says where to look",
    arguments: [
      ("/v1/statements/none", "/v1/statements"), ("/v1/statements/none/text", "/v1/statements"),
      ("/v1/organizations/none", "/v1/organizations"),
      ("/v1/organizations/none/quotes", "/v1/organizations"), ("/v1/people/none", "/v1/people"),
      ("/v1/people/none/quotes", "/v1/people"), ("/v1/quotes/none", "/v1/quotes"),
      ("/v1/statements/joint-statement/paragraphs/0", "/v1/statements/joint-statement/paragraphs"),
      ("/v1/statements/joint-statement/paragraphs/10", "/v1/statements/joint-statement/paragraphs"),
      ("/v1/statements/joint-statement/paragraphs/x", "/v1/statements/joint-statement/paragraphs"),
      ("/v1/quotes/random?organization=none", "/v1/quotes"), ("/v2", "/v1"), ("/v1/none", "/v1"),
      ("/v1/statements/joint-statement/none", "/v1"), ("/v1//statements", "/v1"),
      ("/v1/statements/joint-statement%2Ftext", "/v1/statements"),
      ("/v1/statements/%00", "/v1/statements"),
    ])
  func notFound(target: String, collection: String) {
    let answer = api.ask(target)
    #expect(answer.status == .notFound)
    #expect((answer.json["detail"] as? String)?.hasSuffix(" at \(collection).") == true)
    expectProblem(answer)
  }

  @Test(
    "answers 400 to a path that is no percent-encoding", arguments: ["/v1/%", "/v1/quotes/%zz"])
  func malformed(target: String) {
    let answer = api.ask(target)
    #expect(answer.status == .badRequest)
    expectProblem(answer)
  }

  @Test("finds what a path names however it is encoded")
  func encoded() {
    #expect(api.ask("/v1/st%61tements/joint%2dstatement").status == .ok)
  }

  @Test(
    "leads from a slash too many, and from the root",
    arguments: [
      ("/v1/", "/v1"), ("/v1/statements/?limit=1", "/v1/statements?limit=1"), ("/", "/v1"),
      ("", "/v1"),
    ])
  func redirects(target: String, location: String) {
    let answer = api.ask(target)
    #expect(answer.status == .permanentRedirect)
    #expect(answer["Location"] == location)
    expectCommon(answer)
  }

  @Test("refuses what the wire refuses, as a problem")
  func refusals() {
    let answer = Answer(api.responder.refuse(.serviceUnavailable, detail: "Too many connections."))
    #expect(answer.status == .serviceUnavailable)
    #expect(answer["Retry-After"] != nil)
    expectProblem(answer)
  }

  private func expectCommon(_ answer: Answer) {
    #expect(answer["Access-Control-Allow-Origin"] == "*")
    #expect(answer["Access-Control-Expose-Headers"] == "ETag, Link, Retry-After")
    #expect(answer["X-Content-Type-Options"] == "nosniff")
  }

  private func expectProblem(_ answer: Answer) {
    expectCommon(answer)
    #expect(answer["Content-Type"] == "application/problem+json")
    #expect(answer.json["status"] as? Int == Int(answer.status.rawValue))
    #expect(answer.json["type"] as? String == "about:blank")
    #expect(answer.json["title"] as? String == String(describing: answer.status.reason))
    #expect(answer.json["detail"] is String)
  }
}

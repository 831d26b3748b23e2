import API
import Catalog
import HTTP
import Statements
import Testing

/// What is joined across texts.
struct TwoStatementsTests {
  let api = Asking(Texts.twoSnapshot)

  @Test("merges names that differ in case and accents only")
  func mergesNames() {
    #expect(
      api.ask("/v1/organizations/quiet-rivers?").text == """
        {"id":"quiet-rivers","type":"Organization","url":"/v1/organizations/quiet-rivers",\
        "name":"Quiet Rivers","otherNames":["QUIET RIVERS"],\
        "sameAs":[],"country":null,"statementCount":2,\
        "quoteCount":2,"statements":[{"id":"summer","title":"Summer Statement",\
        "url":"/v1/statements/summer"},{"id":"winter","title":"Winter Statement",\
        "url":"/v1/statements/winter"}],"people":[{"id":"anna-muller","name":"Anna Muller",\
        "role":"Director"}]}
        """)
    #expect(
      api.ask("/v1/people").items.compactMap { $0["otherNames"] as? [String] } == [["Anna Müller"]])
  }

  @Test("gives words that run over lines as they are read, and their places as they stand")
  func wrapped() throws {
    let text = """
      Statement

      “We have met with the whole com-
      mittee,\tand  we are\u{A0}glad,” said Anna Müller, Director of Quiet Rivers.
      The committee agreed.

      """
    let statement = try Statements.Statement.read(Array(text.utf8))
    let api = Asking(Snapshot([StatementSource(id: "a", statement: statement)]))
    let quote = api.ask("/v1/quotes?").items.first
    #expect(quote?["text"] as? String == "We have met with the whole committee, and we are glad,")
    let segment = (quote?["segments"] as? [[String: Any]])?.first
    let exact = segment?["exact"] as? String
    #expect(exact == "We have met with the whole com-\nmittee,\tand  we are\u{A0}glad,")
    #expect((quote?["textFragment"] as? String)?.hasSuffix("committee,") == false)
    #expect((quote?["textFragment"] as? String)?.hasSuffix("we%20are%20glad%2C") == true)
  }

  @Test("leads from an old id to the new one, on every path below it")
  func renamed() {
    let answer = api.ask("/v1/statements/old-winter/signatories?limit=1")
    #expect(answer.status == .permanentRedirect)
    #expect(answer["Location"] == "/v1/statements/winter/signatories?limit=1")
  }

  @Test("picks the same quotation for the same seed, and never lets it be stored")
  func random() {
    let picks = (0..<20).map { api.ask("/v1/quotes/random?seed=\($0)").text }
    #expect(Set(picks).count == 2)
    #expect(picks == (0..<20).map { api.ask("/v1/quotes/random?seed=\($0)").text })
    #expect(api.ask("/v1/quotes/random")["Cache-Control"] == "no-store")
    #expect(api.ask("/v1/quotes/random?lang=de").text.contains("Rain is"))
  }

  @Test("tells language and date of what belongs to one text")
  func metadata() {
    let answer = api.ask("/v1/statements/summer/quotes")
    #expect(answer["Content-Language"] == "de")
    #expect(answer["Last-Modified"] == "Tue, 09 Nov 2004 11:33:20 GMT")
    #expect(api.ask("/v1/statements")["Content-Language"] == nil)
  }

  @Test("answers from the new texts once they are adopted")
  func adopts() {
    let api = Asking(Texts.twoSnapshot)
    let before = api.ask("/v1/statements")
    api.responder.adopt(Texts.seedSnapshot)
    let after = api.ask("/v1/statements")
    #expect(before["ETag"] != after["ETag"])
    #expect(after.items.compactMap { $0["id"] as? String } == ["joint-statement"])
  }

  @Test("leads to the words on a published page")
  func textFragment() {
    let items = api.ask("/v1/statements/winter/quotes").items
    #expect(
      items.first?["textFragment"] as? String
        == "#:~:text=We%20want%20peace%20and,for%20all%20of%20us%2C")
  }

  @Test("makes the same bytes and entity tags from the same texts")
  func isDeterministic() {
    for path in RouteTests.paths where !path.contains("random") {
      let one = Asking(Texts.seedSnapshot).ask(path)
      let other = Asking(Texts.seedSnapshot).ask(path)
      #expect(one.content == other.content)
      #expect(one["ETag"] == other["ETag"])
    }
  }
}

import API
import HTTP
import Testing

struct StatementDocumentTests {
  @Test("is what the server answers for the whole statement")
  func isTheSame() {
    let document = StatementDocument.json(
      Texts.source("joint-statement", Texts.seed), settings: APISettings(version: "0.0.1"))
    let answer = Asking(Texts.seedSnapshot).ask("/v1/statements/joint-statement")
    #expect(document == answer.content)
  }

  @Test("has the members of a statement in order")
  func members() {
    let text = Asking(Texts.twoSnapshot).ask("/v1/statements/winter").text
    #expect(
      text.hasPrefix(
        """
        {"id":"winter","type":"Statement","url":"/v1/statements/winter","title":"Winter Statement",\
        "publishedOn":"2021-12-09","inLanguage":"en","dir":"ltr","source":{"name":null,"url":null,\
        "sha256":"
        """))
  }
}

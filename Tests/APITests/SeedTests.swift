import API
import Catalog
import Foundation
import HTTP
import Testing

/// What the seed text gives, literally.
struct SeedTests {
  let api = Asking(Texts.seedSnapshot)

  @Test("lists all 53 signatories in order, as written")
  func signatories() {
    let answer = api.ask("/v1/statements/joint-statement/signatories?limit=200")
    let names = answer.items.compactMap { $0["name"] as? String }
    #expect(names.count == 53)
    #expect(names.first == "Atajurt Eriktileri – Kazakh Human Rights")
    #expect(names[30] == "Uighur Society “Ittipak” of the Kyrgyz Republic")
    #expect(names[47] == "Uyghur U.K. Association")
    #expect(names[13] == "East Turkistan People’s Unity Association")
    #expect(names.last == "World Uyghur Congress Foundation")
    #expect(answer.items.compactMap { $0["position"] as? Int } == Array(1...53))
  }

  @Test("lists 53 organizations")
  func organizations() {
    let answer = api.ask("/v1/organizations?limit=200")
    #expect(answer.json["total"] as? Int == 53)
    #expect(answer.items.count == 53)
  }

  @Test("gives three quotations, whose code points are those of the text")
  func quotations() {
    let text = Array(api.ask("/v1/statements/joint-statement/text").text.unicodeScalars)
    #expect(text.count == 5428)
    let items = api.ask("/v1/quotes").items
    #expect(items.count == 3)
    #expect(
      items.compactMap { $0["role"] as? String } == [
        "President", "Executive Director", "Executive Director",
      ])
    for item in items {
      let segments = item["segments"] as? [[String: Any]] ?? []
      for segment in segments {
        let exact = slice(text, segment)
        #expect(segment["exact"] as? String == exact)
      }
      let joined = segments.compactMap { $0["exact"] as? String }.joined(separator: " ")
      #expect(item["text"] as? String == joined)
    }
    #expect((items[0]["segments"] as? [Any])?.count == 2)
    let affiliations = items.map { ($0["affiliation"] as? [String: Any])?["id"] as? String }
    #expect(
      affiliations == [
        "world-uyghur-congress", "uyghur-human-rights-project", "campaign-for-uyghurs",
      ])
  }

  @Test("gives paragraphs whose code points are those of the text")
  func paragraphs() {
    let text = Array(api.ask("/v1/statements/joint-statement/text").text.unicodeScalars)
    let items = api.ask("/v1/statements/joint-statement/paragraphs").items
    #expect(items.count == 9)
    for item in items { #expect(item["text"] as? String == slice(text, item)) }
  }

  @Test("gives the text as it is")
  func text() {
    let answer = api.ask("/v1/statements/joint-statement/text")
    #expect(answer.content == Texts.seed)
    #expect(answer["Content-Type"] == "text/plain; charset=utf-8")
    #expect(answer["X-Content-Type-Options"] == "nosniff")
    #expect(answer["Content-Security-Policy"] == "default-src 'none'; sandbox")
    #expect(api.ask("/v1/statements/joint-statement/source").content == Texts.seed)
  }

  @Test("shows an organization")
  func organization() {
    #expect(
      api.ask("/v1/organizations/world-uyghur-congress").text == """
        {"id":"world-uyghur-congress","type":"Organization",\
        "url":"/v1/organizations/world-uyghur-congress","name":"World Uyghur Congress",\
        "otherNames":[],"sameAs":[],"country":null,"statementCount":1,"quoteCount":1,\
        "statements":[{"id":"joint-statement","title":"Joint Statement: Over 50 Uyghur \
        Organizations Call for an End to the Uyghur Genocide",\
        "url":"/v1/statements/joint-statement"}],\
        "people":[{"id":"dolkun-isa","name":"Dolkun Isa","role":"President"}]}
        """)
  }

  @Test("shows a person")
  func person() {
    #expect(
      api.ask("/v1/people/omer-kanat").text == """
        {"id":"omer-kanat","type":"Person","url":"/v1/people/omer-kanat","name":"Omer Kanat",\
        "otherNames":[],"sameAs":[],\
        "memberships":[{"organization":{"id":"uyghur-human-rights-project",\
        "name":"Uyghur Human Rights Project",\
        "url":"/v1/organizations/uyghur-human-rights-project"},\
        "role":"Executive Director"}],"quoteCount":1,"statementCount":1}
        """)
  }

  private func slice(_ text: [Unicode.Scalar], _ place: [String: Any]) -> String? {
    guard let start = place["start"] as? Int, let end = place["end"] as? Int,
      start <= end, end <= text.count
    else { return nil }
    return String(String.UnicodeScalarView(text[start..<end]))
  }
}

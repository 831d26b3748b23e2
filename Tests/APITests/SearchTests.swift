import API
import Catalog
import Foundation
import HTTP
import Testing

struct SearchTests {
  let api = Asking(Texts.seedSnapshot)

  @Test(
    "finds what has all words, folded, as phrases and beginnings",
    arguments: [
      ("UYGHUR", true), ("dolkun+isa", true), ("%22human+rights%22", true),
      ("%22rights+human%22", false), ("%E2%80%9Cnever+again%E2%80%9D", true), ("geno*", true),
      ("genoci", true), ("%22genoci%22", true), ("%22uyghur+genoci%22", false),
      ("uyghur+zebra", false), ("zebra", false), ("people%E2%80%99s", true), ("people's", true),
      ("ittipak", true), ("U.K.", true), ("uk", true), ("*", false), ("%22%22", false),
      ("!!!", false), ("tur%C4%B1k%C4%B1stan", false), ("turkist%C3%A1n", true),
    ])
  func finds(query: String, isFound: Bool) {
    let answer = api.ask("/v1/search?q=\(query)")
    #expect(answer.status == .ok)
    #expect((answer.json["total"] as? Int ?? 0 > 0) == isFound)
  }

  @Test("puts statements, organizations, people and quotations together")
  func kinds() {
    let answer = api.ask("/v1/search?q=congress&limit=200")
    let types = Set(answer.items.compactMap { $0["type"] as? String })
    #expect(types == ["Statement", "Organization"])
    let people = api.ask("/v1/search?q=rushan&types=Person,Quotation")
    #expect(people.items.compactMap { $0["id"] as? String } == ["rushan-abbas"])
    let quotes = api.ask("/v1/search?q=accountable&types=Quotation")
    #expect(quotes.json["total"] as? Int == 0)
    #expect(api.ask("/v1/search?q=account&types=Quotation").items.count == 1)
  }

  @Test("ranks the thing that is called so before those that mention it")
  func ranks() {
    let items = api.ask("/v1/search?q=campaign+for+uyghurs").items
    #expect(items.first?["id"] as? String == "campaign-for-uyghurs")
  }

  @Test(
    "marks what was found, by code points", arguments: ["verdict", "%22human+rights%22", "isa"])
  func marks(query: String) {
    let text = Array(api.ask("/v1/statements/joint-statement/text").text.unicodeScalars)
    let items = api.ask("/v1/search?q=\(query)").items
    #expect(!items.isEmpty)
    for item in items {
      let snippet = item["snippet"] as? [String: Any] ?? [:]
      let shown = Array((snippet["text"] as? String ?? "").unicodeScalars)
      let marks = snippet["marks"] as? [[String: Int]] ?? []
      #expect(!marks.isEmpty)
      for mark in marks {
        let start = mark["start"] ?? 0
        let end = mark["end"] ?? 0
        #expect(start < end && end <= shown.count)
        let word = String(String.UnicodeScalarView(shown[start..<end])).lowercased()
        #expect(["verdict", "human", "rights", "isa"].contains(word), "\(word)")
      }
      if let start = snippet["start"] as? Int, let end = snippet["end"] as? Int {
        #expect(Array(text[start..<end]) == shown)
      }
    }
  }

  @Test("goes on by offset")
  func pages() {
    let first = api.ask("/v1/search?q=uyghur&limit=3")
    let next = first.json["next"] as? String ?? ""
    #expect(next == "/v1/search?q=uyghur&limit=3&offset=3")
    let ids = (first.items + api.ask(next).items).compactMap { $0["url"] as? String }
    #expect(Set(ids).count == 6)
    #expect(api.ask("/v1/search").status == .badRequest)
    #expect(api.ask("/v1/search?q=").status == .badRequest)
    #expect(api.ask("/v1/search?q=x&cursor=a0.").status == .badRequest)
  }

  @Test("narrows lists")
  func lists() {
    #expect(api.ask("/v1/organizations?q=academy").json["total"] as? Int == 6)
    #expect(api.ask("/v1/people?q=isa").json["total"] as? Int == 1)
    #expect(api.ask("/v1/quotes?q=tribunal").json["total"] as? Int == 1)
    #expect(api.ask("/v1/statements?q=zebra").json["total"] as? Int == 0)
    #expect(api.ask("/v1/statements?q=verdict").json["total"] as? Int == 1)
  }

  @Test("finds names and words in other scripts")
  func scripts() {
    let texts = [
      "uyghur": "باياناتىمىز\n\nئۇيغۇر خەلقى ئۈچۈن ئاۋاز چىقىرىمىز.\n",
      "chinese": "联合声明\n\n我们呼吁各国政府立即采取行动。\n",
      "tibetan": "གསལ་བསྒྲགས།\n\nབོད་མི་རིགས་ཀྱི་རང་དབང་།\n",
    ]
    let api = Asking(Snapshot(texts.map { Texts.source($0.key, Array($0.value.utf8)) }))
    func found(_ query: String) -> [String] {
      var allowed = CharacterSet.alphanumerics
      allowed.subtract(CharacterSet(charactersIn: "\u{80}"..."\u{10FFFF}"))
      let encoded = query.addingPercentEncoding(withAllowedCharacters: allowed) ?? ""
      return api.ask("/v1/search?q=\(encoded)").items.compactMap { $0["id"] as? String }
    }
    #expect(found("ئۇيغۇر") == ["uyghur"])
    #expect(found("各国政府") == ["chinese"])
    #expect(found("\"国各\"") == [])
    #expect(found("རང་དབང") == ["tibetan"])
  }
}

import API
import HTTP
import Testing

struct PageTests {
  let api = Asking(Texts.seedSnapshot)

  @Test("has the members of a page in order, and links")
  func envelope() {
    let answer = api.ask("/v1/people?offset=1&limit=1&fields=id")
    #expect(
      answer.text == """
        {"items":[{"id":"omer-kanat"}],"total":3,"limit":1,\
        "self":"/v1/people?offset=1&limit=1&fields=id",\
        "next":"/v1/people?limit=1&fields=id&offset=2","prev":"/v1/people?limit=1&fields=id"}
        """)
    #expect(
      answer["Link"] == """
        </v1/people?limit=1&fields=id>; rel="first", </v1/people?limit=1&fields=id>; rel="prev", \
        </v1/people?limit=1&fields=id&offset=2>; rel="next", \
        </v1/people?limit=1&fields=id&offset=2>; rel="last"
        """)
  }

  @Test(
    "is walked from end to end and back, by cursor and by offset, in any order",
    arguments: ["", "&offset=0"], ["", "&sort=name", "&sort=-name", "&sort=-quoteCount"])
  func walks(mode: String, sort: String) {
    let all = ids(api.ask("/v1/organizations?limit=200" + sort))
    #expect(Set(all).count == 53)
    var seen: [String] = []
    var target: String? = "/v1/organizations?limit=7" + mode + sort
    var last = ""
    while let page = target {
      let answer = api.ask(page)
      seen += ids(answer)
      last = page
      target = answer.json["next"] as? String
    }
    #expect(seen == all)
    var back: [String] = []
    target = last
    while let page = target {
      let answer = api.ask(page)
      back = ids(answer) + back
      target = answer.json["prev"] as? String
    }
    #expect(back == all)
  }

  @Test("goes on at the same place after a reload, even if what was there is gone")
  func survivesReload() {
    let texts = ["a", "b", "c", "d", "e"]
    let before = Asking(Texts.plainSnapshot(texts))
    let next = before.ask("/v1/statements?limit=2").json["next"] as? String ?? ""
    before.responder.adopt(Texts.plainSnapshot(["a0", "a", "c", "d", "e"]))
    #expect(ids(before.ask(next)) == ["c", "d"])
  }

  @Test("is empty beyond the end")
  func beyond() {
    let answer = api.ask("/v1/people?offset=1000")
    #expect(answer.items.isEmpty)
    #expect(answer.json["prev"] as? String == "/v1/people")
    #expect(api.ask("/v1/people?offset=9223372036854775807&limit=200").status == .ok)
  }

  @Test("counts an offset from the cursor on, where both are given")
  func cursorAndOffset() {
    let all = ids(api.ask("/v1/organizations?limit=9"))
    let next = api.ask("/v1/organizations?limit=2").json["next"] as? String ?? ""
    #expect(ids(api.ask(next + "&offset=3")) == [all[5], all[6]])
    let prev = api.ask("/v1/organizations?limit=2&offset=6").json["prev"] as? String ?? ""
    #expect(ids(api.ask(prev)) == [all[4], all[5]])
    let back = api.ask(api.ask(next).json["next"] as? String ?? "").json["prev"] as? String ?? ""
    #expect(ids(api.ask(back)) == [all[2], all[3]])
    #expect(ids(api.ask(back + "&offset=3")) == [all[0]])
  }

  @Test(
    "takes any cursor of the right form, and no other",
    arguments: [
      ("a0.", true), ("b0.", true), ("a-5.00ff", true), ("a999999999999999.61", true),
      ("a0", false), ("c0.", false), ("a.", false), ("a0.6", false), ("a0.FF", false),
      ("a9999999999999999.", false), ("a--1.", false), ("a+1.", false),
    ])
  func cursors(text: String, isAllowed: Bool) {
    let status = api.ask("/v1/people?cursor=\(text)").status
    #expect(status == (isAllowed ? .ok : .badRequest))
  }

  @Test("puts the base URL before every URL")
  func baseURL() {
    let api = Asking(Texts.seedSnapshot, baseURL: "https://api.example.org/x/")
    let answer = api.ask("/v1/people?limit=1")
    #expect(answer.json["self"] as? String == "https://api.example.org/x/v1/people?limit=1")
    let url = answer.items.first?["url"] as? String
    #expect(url == "https://api.example.org/x/v1/people/dolkun-isa")
    #expect(answer["Link"]?.hasPrefix("<https://api.example.org/x/v1/people") == true)
  }

  private func ids(_ answer: Answer) -> [String] {
    answer.items.compactMap { $0["id"] as? String }
  }
}

import Bytes
import HTTP
import Testing

@testable import API

struct ForwardedTests {
  let api = Asking(Texts.twoSnapshot)

  private func ask(_ target: String, _ api: Asking? = nil, host: String = "a.example") -> Answer {
    (api ?? self.api).ask(
      target, .get, [(.forwarded, "proto=https;host=\(host)")], isFromTrustedProxy: true)
  }

  @Test("every URL of an answer begins as the trusted proxy tells")
  func everyURL() {
    let page = ask("/v1/statements?limit=1")
    #expect(page.json["self"] as? String == "https://a.example/v1/statements?limit=1")
    #expect((page.json["next"] as? String)?.hasPrefix("https://a.example/v1/st") == true)
    #expect(
      (page.items.first?["url"] as? String)?.hasPrefix("https://a.example/v1/statements/") == true)
    #expect(page["Link"]?.contains("<https://a.example/v1/statements?limit=1>") == true)
    for target in ["/v1", "/openapi.json", "/.well-known/api-catalog", "/v1/search?q=calm"] {
      #expect(ask(target).text.contains("\"https://a.example"), "\(target)")
    }
  }

  @Test(
    "redirects lead to where the client is",
    arguments: [
      ("/", "/v1"), ("/v1/people/?limit=1", "/v1/people?limit=1"),
      ("/v1/statements/old-winter/quotes", "/v1/statements/winter/quotes"),
    ])
  func redirects(target: String, location: String) {
    #expect(ask(target)["Location"] == "https://a.example" + location)
    #expect(api.ask(target)["Location"] == location)
  }

  @Test("every path that is printed is under the path where the API is mounted")
  func mounted() {
    let fields: [(FieldName, String)] = [
      (.xForwardedProto, "https"), (.xForwardedHost, "a.example"), (.xForwardedPrefix, "/under"),
    ]
    let configured = Asking(Texts.twoSnapshot, baseURL: "https://a.example/under/")
    let targets =
      RouteTable.routes.filter { $0.template != "/openapi.json" }.map { route in
        route.template.replacing("{id}", with: "winter").replacing("{n}", with: "1")
      } + [
        "/v1/nothing", "/v1/people/nobody", "/v1/people?limit=0", "/v1/statements/old-winter/text",
        "/v1/statements/winter/paragraphs/99", "/v1/quotes/random?speaker=nobody", "/v1/people/",
        "/v1/search?q=calm", "/%",
      ]
    let own = /\/(v1|docs|openapi\.json|healthz|readyz|version|\.well-known)\b/
    let end = /(\/under|\/under\/v1\/[a-z\/-]*)$/
    for target in targets {
      for method in [HTTP.Method.get, .delete, .other] {
        let told = api.ask(target, method, fields, isFromTrustedProxy: true)
        let answer = configured.ask(target, method)
        #expect(told.content == answer.content || target.contains("random"), "\(target)")
        let all = answer.text + answer.fields.map { "\n" + $0.value }.joined()
        for match in all.matches(of: own) {
          let before = all[..<match.range.lowerBound].suffix(60)
          #expect(before.contains(end), "\(target) prints \(before)\(match.output.0)")
        }
      }
    }
    #expect(configured.ask("/v1/nothing").json["instance"] as? String == "/under/v1/nothing")
    let detail = configured.ask("/v1/nothing").json["detail"] as? String
    #expect(detail?.hasSuffix("Start at /under/v1.") == true)
    #expect(configured.ask("/openapi.json").text.contains("\"url\":\"https://a.example/under\""))
  }

  @Test("the overview links to what describes the API, in its content too")
  func overview() {
    let links = api.ask("/v1").json["links"] as? [String: String]
    #expect(links?["docs"] == "/docs")
    #expect(links?["openapi"] == "/openapi.json")
    #expect(links?["apiCatalog"] == "/.well-known/api-catalog")
  }

  @Test("what others forward changes nothing; a configured base URL beats what a proxy tells")
  func ignored() {
    let plain = api.ask("/v1/people").text
    let fields: [(FieldName, String)] = [
      (.forwarded, "proto=https;host=a"), (.xForwardedProto, "https"), (.xForwardedHost, "a"),
      (.xForwardedPrefix, "/p"),
    ]
    #expect(api.ask("/v1/people", .get, fields).text == plain)
    #expect(ask("/v1/people", host: "\"a>b\"").text == plain)
    let configured = Asking(Texts.twoSnapshot, baseURL: "https://c.example")
    #expect(
      ask("/v1/people", configured).json["self"] as? String == "https://c.example/v1/people")
  }

  @Test("answers under different bases never mix, whatever was kept before, and follow a reload")
  func separation() {
    for _ in 0..<2 {
      for host in ["a", "b", "c", "d", "e", "f"] {
        let page = ask("/v1/people", host: host)
        #expect(page.json["self"] as? String == "https://\(host)/v1/people")
        #expect(page["ETag"] == ask("/v1/people", host: host)["ETag"])
      }
      #expect(api.ask("/v1/people").json["self"] as? String == "/v1/people")
    }
    api.responder.adopt(Texts.plainSnapshot(["x"]))
    #expect(ask("/v1/people", host: "f").json["total"] as? Int == 0)
  }

  @Test("the sites of the few origins used last are kept")
  func bounded() {
    var sites = ForwardedSites()
    let scope = RenderContext(snapshot: Texts.twoSnapshot, settings: APISettings(version: "0"))
    let used = site("used", &sites, scope)
    for number in 0..<20 {
      let other = site("made-up-\(number)", &sites, scope)
      #expect(other !== used)
      #expect(site("used", &sites, scope) === used)
      #expect(sites.count <= ForwardedSites.countMax)
    }
    #expect(site("used", &sites, scope, isSecure: false) !== used)
    #expect(used.scope.url("/v1") == "https://used/v1")
  }

  @Test(
    "answers under all origins together stay within the bounds of one responder",
    arguments: [["", "a", "b", "c", "d", "e"], ["a", ""], ["b", "a", "b", "", "c"]])
  func shared(hosts: [String]) {
    let settings = APISettings(version: "0", cachedResponsesMax: 64, cachedResponseBytesMax: 90_000)
    let asking = Asking(APIResponder(snapshot: Texts.twoSnapshot, settings: settings))
    var most = (answers: 0, bytes: 0)
    for host in hosts {
      for number in 0..<100 {
        let target = "/v1/people?limit=\(number + 1)"
        _ = host.isEmpty ? asking.ask(target) : ask(target, asking, host: host)
        let held = asking.responder.held
        most = (max(most.answers, held.answers), max(most.bytes, held.bytes))
      }
    }
    #expect(4...64 ~= most.answers)
    #expect(1...90_000 ~= most.bytes)
    asking.responder.adopt(Texts.plainSnapshot([]))
    #expect(asking.responder.held == (0, 0))
  }

  private func site(
    _ host: String, _ sites: inout ForwardedSites, _ scope: RenderContext, isSecure: Bool = true
  ) -> Site {
    let bytes = Array(host.utf8)
    let origin = ForwardedOrigin(isSecure: isSecure, authority: ByteRange(0..<bytes.count))
    return sites.site(origin, in: bytes.span, from: scope)
  }
}

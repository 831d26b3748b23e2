import Catalog
import HTTP
import Testing

@testable import API

struct ReadinessTests {
  private func files(_ asking: Asking, _ fields: [(FieldName, String)]) -> [String] {
    let problems = asking.ask("/readyz", .get, fields, isFromTrustedProxy: true).json["problems"]
    return (problems as? [[String: Any]] ?? []).compactMap { $0["file"] as? String }
  }

  @Test("problems and the stop are told from the next request on, under every origin, each time")
  func changes() {
    let asking = Asking(Texts.twoSnapshot)
    let origins: [[(FieldName, String)]] = [[], [(.forwarded, "proto=https;host=a.example")]]
    let kept = asking.ask("/v1/people")["ETag"]
    for names in [[], ["a"], ["a", "b"], ["b"], [], ["c"]] {
      asking.responder.tell(names.map { SourceProblem(file: $0, detail: "why") })
      for origin in origins + origins { #expect(files(asking, origin) == names) }
    }
    #expect(asking.ask("/v1/people")["ETag"] == kept)
    #expect(asking.ask("/readyz").status == .ok)
    asking.responder.stop()
    for origin in origins {
      let answer = asking.ask("/readyz", .get, origin, isFromTrustedProxy: true)
      #expect(answer.status == .serviceUnavailable)
      #expect(answer.json["status"] as? String == "stopping")
    }
    asking.responder.adopt(Texts.plainSnapshot(["x"]))
    #expect(asking.ask("/readyz").status == .serviceUnavailable)
    #expect(files(asking, []) == ["c"])
  }

  @Test("telling of a problem drops no answer that is kept")
  func keeps() {
    let asking = Asking(Texts.twoSnapshot)
    _ = asking.ask("/v1/people")
    let held = asking.responder.held
    #expect(held.answers == 1)
    asking.responder.tell([SourceProblem(file: "a", detail: "why")])
    #expect(asking.responder.held == held)
  }
}

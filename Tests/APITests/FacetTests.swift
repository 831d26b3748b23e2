import Catalog
import Testing

struct FacetTests {
  private static let text = """
    ---
    language: en
    publishedOn: 2022-03-04
    ---
    Summer Statement

    “Rain is what the lakes need now,” said Ada Miller, Director of Quiet Rivers.

    Signatories:

    1. Quiet Rivers (Japan)
    2. Lake Society (Peru)
    3. Hill Choir (Peru)
    """

  private let api = Asking(
    Snapshot(["a", "b", "c"].map { Texts.source($0, Array(Self.text.utf8)) }))

  private func counts(_ target: String, _ facet: String) -> [String] {
    let facets = api.ask(target).json["facets"] as? [String: [[String: Any]]] ?? [:]
    return (facets[facet] ?? []).map { "\($0["value"] ?? "") \($0["count"] ?? "")" }
  }

  @Test("counts the things of a list by their values, the most frequent first, then by value")
  func values() {
    #expect(counts("/v1/organizations?facets=country", "country") == ["PE 2", "JP 1"])
    #expect(counts("/v1/statements?facets=country", "country") == ["JP 3", "PE 3"])
    #expect(counts("/v1/statements?facets=year,lang", "year") == ["2022 3"])
    #expect(counts("/v1/statements?facets=year,lang", "lang") == ["en 3"])
    #expect(
      counts("/v1/statements?facets=organization&limit=1", "organization")
        == ["hill-choir 3", "lake-society 3", "quiet-rivers 3"])
    #expect(counts("/v1/quotes?facets=speaker", "speaker") == ["ada-miller 3"])
    #expect(counts("/v1/quotes?facets=country", "country") == ["JP 3"])
    #expect(counts("/v1/people?facets=organization", "organization") == ["quiet-rivers 1"])
  }

  @Test("counts what passes the filters only")
  func filters() {
    #expect(counts("/v1/statements?facets=year&organization=none", "year") == [])
    #expect(counts("/v1/organizations?facets=country&country=PE", "country") == ["PE 2"])
  }
}

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

  @Test("Equal counts stand in order of value, at the cut too, in every order of texts")
  func equals() {
    // More organizations than are told, once each; `twice` once more; those of `gone` go again.
    let alphabet = Array("abcdefghijklmnopqrstuvwxyz")
    let letters = (0..<130).map { "\(alphabet[$0 / 26])\(alphabet[$0 % 26])" }
    let once = letters.map { "Lake Society B\($0)x" }
    let twice = [once[7], once[129], once[64]]
    let texts = [("once", once), ("twice", twice), ("gone", [once[3], once[128]])]
    func source(_ index: Int) -> StatementSource {
      let (id, names) = texts[index]
      let list = names.enumerated().map { "\($0 + 1). \($1)" }.joined(separator: "\n")
      return Texts.source(id, Array("Summer Statement\n\nSignatories:\n\n\(list)\n".utf8))
    }
    func told(_ order: [Int]) -> [String] {
      let api = Asking(Snapshot(order.map(source)))
      let facets = api.ask("/v1/statements?facets=organization").json["facets"]
      return ((facets as? [String: [[String: Any]]])?["organization"] ?? []).map {
        "\($0["value"] ?? "") \($0["count"] ?? "")"
      }
    }
    func expected(_ more: Set<Int>) -> [String] {
      let ids = letters.map { "lake-society-b\($0)x" }
      let many = ids.indices.filter { more.contains($0) }.map { "\(ids[$0]) 2" }
      let few = ids.indices.filter { !more.contains($0) }.map { "\(ids[$0]) 1" }
      return Array((many + few).prefix(100))
    }
    for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
      #expect(told(order) == expected([7, 129, 64, 3, 128]), "\(order)")
      #expect(told(order.filter { $0 != 2 }) == expected([7, 129, 64]), "\(order)")
    }
  }

  @Test("A party that stands twice in a statement counts once for it")
  func twice() {
    let text = """
      Summer Statement

      “Rain is what the lakes need now,” said Ada Miller, Director of Quiet Rivers.

      “Snow is what the hills need now,” said Ada Miller, Director of Quiet Rivers.

      Signatories:

      1. Quiet Rivers
      2. Lake Society
      3. Quiet Rivers
      """
    let api = Asking(Snapshot(["a", "b"].map { Texts.source($0, Array(text.utf8)) }))
    let facets = api.ask("/v1/statements?facets=organization").json["facets"]
    let counted = (facets as? [String: [[String: Any]]])?["organization"] ?? []
    #expect(
      counted.map { "\($0["value"] ?? "") \($0["count"] ?? "")" }
        == ["lake-society 2", "quiet-rivers 2"])
  }
}

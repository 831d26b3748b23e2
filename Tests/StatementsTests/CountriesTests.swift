import Testing

@testable import Statements

@Suite("Countries")
struct CountriesTests {
  private func inferred(_ name: String) -> String? {
    let utf8 = Array(name.utf8)
    return Countries.inferred(Word.all(utf8, 0..<utf8.count))?.description
  }

  @Test("the 249 countries of ISO 3166-1 have a code and a name, and Kosovo a name for its XK")
  func table() {
    let codes = Set(Countries.names.keys.map(\.description))
    #expect(codes.count == 250)
    #expect(CountryCode("XK".utf8).flatMap(Countries.name(of:)) == "Kosovo")
    #expect(inferred("Kosovo Women's Network") == nil)
    #expect(CountryCode("CH".utf8).flatMap(Countries.name(of:)) == "Switzerland")
    #expect(CountryCode("ch".utf8) == nil && CountryCode("CHE".utf8) == nil)
  }

  @Test("names in other languages and short forms")
  func names() {
    for (name, code) in [
      ("U.S.A.", "US"), ("the Netherlands", "NL"), ("Deutschland", "DE"), ("México", "MX"),
      ("المغرب", "MA"), ("日本", "JP"), ("Kyrgyz Republic", "KG"), ("VIET NAM", "VN"),
    ] {
      let utf8 = Array(name.utf8)
      #expect(Countries.whole(utf8, 0..<utf8.count)?.description == code, "\(name)")
    }
  }

  @Test("a country is inferred only from a name where it is plain")
  func inference() {
    #expect(inferred("Belgium Example Association") == "BE")
    #expect(inferred("Example Readers Australia") == "AU")
    #expect(inferred("Example Union in Germany") == "DE")
    #expect(inferred("Example U.K. Readers") == "GB")
    for name in [
      "Stop China Example", "Institute of China Studies", "East Turkistan Federation",
      "Georgia Readers Association", "Australian Readers Association", "Free Norway",
      "Friends of Norway", "Campaign for Norway", "Norway", "Norway Example Quartet",
      "Solidarity with Norway",
    ] {
      #expect(inferred(name) == nil, "\(name)")
    }
  }
}

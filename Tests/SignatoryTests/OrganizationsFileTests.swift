import Catalog
import Testing

@testable import signatory

@Suite struct OrganizationsFileTests {
  @Test("Declarations are JSON5, with comments, bare keys and names in two forms")
  func reading() throws {
    let text = """
      // Ours.
      [
        {
          name: 'Quiet Rivers League', /* canonical */
          otherNames: ["QRL", { name: "Ligue des rivières", language: "fr" }],
          country: "CH", url: "https://rivers.example", identifiers: { wikidata: "Q0" },
        },
        { name: "Green Hills Society" },
      ]
      """
    let organizations = try OrganizationsFile.read(Array(text.utf8)).organizations
    #expect(organizations.map(\.name) == ["Quiet Rivers League", "Green Hills Society"])
    #expect(organizations[0].otherNames == ["QRL", "Ligue des rivières"])
    #expect(organizations[0].country.map { "\($0)" } == "CH")
    #expect(organizations[1].country == nil)
  }

  @Test("What is wrong is said with its place and what is allowed")
  func refusals() {
    let cases = [
      ("[{ name: 'A', homepage: 'x' }]", ["entry 1", "“homepage”", "otherNames"]),
      ("[{ name: 'A' }, { otherNames: [] }]", ["entry 2", "“name”"]),
      ("[{ name: 'A', country: 'Wales' }]", ["“A”", "country", "“Wales”"]),
      ("[{ name: 'A', country: 'QQ' }]", ["“QQ”"]),
      ("[{ name: 3 }]", ["entry 1", "name"]),
      ("[{ name: 'A' }, { name: 'B', otherNames: ['a'] }]", ["“a”", "“A” and “B”"]),
      ("[{ name: 'A'", []), ("", []), ("{}", []),
    ]
    for (text, parts) in cases {
      do {
        _ = try OrganizationsFile.read(Array(text.utf8))
        Issue.record("accepted: \(text)")
      } catch {
        for part in parts { #expect(error.message.contains(part), "\(text): \(error.message)") }
      }
    }
  }
}

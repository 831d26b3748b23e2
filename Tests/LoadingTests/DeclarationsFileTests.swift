import Catalog
import Host
import JSON5
import Testing

@testable import Loading

@Suite struct DeclarationsFileTests {
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
    let organizations = try DeclarationsFile.organizations.read(Array(text.utf8)).parties
    #expect(organizations.map(\.name) == ["Quiet Rivers League", "Green Hills Society"])
    #expect(organizations[0].otherNames == ["QRL", "Ligue des rivières"])
    #expect(organizations[0].country.map { "\($0)" } == "CH")
    #expect(organizations[1].country == nil)
  }

  @Test("People have other names, pages about them, and may be several")
  func people() throws {
    let text = """
      [
        { name: "Ada Field", otherNames: ["A. Field"], sameAs: ["https://ada.example/"] },
        { name: "Jane Doe", several: true },
      ]
      """
    let people = try DeclarationsFile.people.read(Array(text.utf8)).parties
    #expect(people.map(\.isSeveral) == [false, true])
    #expect(people[0].sameAs == ["https://ada.example/"])
    for (text, part) in [
      ("[{ name: 'A', country: 'CH' }]", "[1].country: there is no such key"),
      ("[{ name: 'A', several: 2 }]", "[1].several: 2 is not true or false"),
      (
        "[{ name: 'A', sameAs: ['javascript:x'] }]",
        "1:24: error: [1].sameAs[1]: “javascript:x” is not an address that begins with https://"
      ),
    ] {
      do {
        _ = try DeclarationsFile.people.read(Array(text.utf8))
        Issue.record("accepted: \(text)")
      } catch {
        #expect(error.line.contains(part), "\(text): \(error.line)")
      }
    }
  }

  @Test("What is wrong is said with its place and what is allowed")
  func refusals() {
    let cases = [
      (
        "[{ name: 'A',\n homepage: 'x' }]",
        ["2:2: error: [1].homepage: there is no such key; known are name, otherNames"]
      ),
      ("[{ name: 'A', Name: 'x' }]", ["1:15: error: [1].Name: ", "did you mean name?"]),
      ("[{ name: 'A' }, { otherNames: [] }]", ["1:17: error: [2]: has no name"]),
      ("[{ name: 'A', name: 'B' }]", ["1:15: error: [1].name: is given twice"]),
      ("[{ name: 'A', country: 'Wales' }]", ["[1].country: “Wales” is not an ISO 3166-1"]),
      ("[{ name: 'A', country: 'QQ' }]", ["1:24: error: ", "“QQ”"]),
      ("[{ name: 'A', country: null }]", ["[1].country: null is not a string"]),
      ("[{ name: 3 }]", ["1:10: error: [1].name: 3 is not a string"]),
      ("[{ name: 'A', url: 3 }]", ["[1].url: 3 is not a string"]),
      ("[{ name: 'A', identifiers: 3 }]", ["[1].identifiers: 3 is not an object of strings"]),
      ("[{ name: 'A', identifiers: { a: 3 } }]", ["[1].identifiers.a: 3 is not a string"]),
      ("[{ name: 'A', otherNames: 'B' }]", ["[1].otherNames: “B” is not a list"]),
      ("[{ name: 'A', otherNames: [{}] }]", ["[1].otherNames[1]: has no name"]),
      ("[{ name: 'A', otherNames: [{ name: 'B', language: 1 }] }]", ["[1].language: 1 is not"]),
      ("[{ name: 'A', otherNames: [{ lang: 'B' }] }]", ["[1].lang: ", "did you mean language?"]),
      (
        "[{ name: 'A' },\n { name: 'B', otherNames: ['a'] }]",
        ["2:28: error: the name “a” is declared for “A” and “B”"]
      ),
      ("[{ name: 'A'", ["1:13: error: [1].name: the document ends too early"]),
      ("", ["1:1: error: "]), ("{}", ["an object is not a list"]), ("[1]", ["[1]: 1 is not"]),
    ]
    for (text, parts) in cases {
      do {
        _ = try DeclarationsFile.organizations.read(Array(text.utf8))
        Issue.record("accepted: \(text)")
      } catch {
        for part in parts { #expect(error.line.contains(part), "\(text): \(error.line)") }
      }
    }
  }
}

import Bytes
import Host
import HostTesting
import Markup
import Statements
import Testing

@testable import Loading

@Suite struct StatementCheckTests {
  private func lines(_ folder: TemporaryFolder) throws -> [String] {
    try StatementCheck.findings([folder.path]).map {
      $0.line.replacing("\(folder.path)/", with: "")
    }
  }

  private func list(_ names: [String]) -> String {
    "Statement\n\n3 May 2024\n\nWe call for calm, and we mean it.\n\nSignatories:\n\n"
      + names.enumerated().map { "\($0 + 1). \($1)\n" }.joined()
  }

  @Test("What is not served yet, and a day to come without embargo, are told of")
  func heldBack() throws {
    let folder = TemporaryFolder()
    let body = "A title for the harbour\n\nThe readers met at noon.\n"
    let headers = [
      "draft: true", "embargoedUntil: 9999-12-31T00:00:00Z", "publishedOn: 9999-12-31",
      "publishedOn: 9999-12-31\nembargoedUntil: 9999-12-31T00:00:00Z", "publishedOn: 1999-12-31",
      "publishedOn: 1999-12-31\nembargoedUntil: 1999-12-31T00:00:00Z",
    ]
    for (number, header) in headers.enumerated() {
      folder.write("\(number).txt", "---\n\(header)\n---\n\(body)")
    }
    let told = try lines(folder).filter { $0.contains("served") }
    #expect(
      told.map { $0.prefix(38) } == [
        "0.txt:1:1: warning: a draft: it is not", "1.txt:1:1: warning: under embargo: it ",
        "2.txt:1:1: warning: publishedOn is to ", "3.txt:1:1: warning: under embargo: it ",
      ])
  }

  @Test("Corrections are checked with their text, and what they correct is told no more")
  func corrections() throws {
    let folder = TemporaryFolder()
    folder.write("a.txt", list(["Lake Society", "Reading Circle", "Lake Society"]))
    #expect(
      try lines(folder) == [
        "a.txt:11:4: warning: `Lake Society` has signed already, as number 1"
      ])
    let name = "a.corrections.json5"
    folder.write(name, "{ signatories: { remove: [{ name: 'Lake Society', occurrence: 2 }] } }")
    #expect(try lines(folder).isEmpty)
    folder.write(
      name, "{ title: 'Statement',\n signatories: { add: ['Raeding Circle'] } }")
    #expect(
      try lines(folder) == [
        "\(name):1:10: warning: “Statement” is read so already: this correction is needless",
        "\(name):2:23: error: “Raeding Circle” does not stand in the text; did you mean "
          + "“Reading Circle”?; who signed later belongs into addedLater",
        "a.txt:11:4: warning: `Lake Society` has signed already, as number 1",
      ])
    folder.write(name, "{ titel: 'Statement' }")
    #expect(try lines(folder).first?.hasPrefix("\(name):1:3: error: corrections.titel: ") == true)
    folder.rename("a.txt", to: "b.txt")
    #expect(
      try lines(folder).first
        == "\(name):1:1: error: there is no text beside it that it corrects")
  }

  @Test("A count in the title is compared with those who stand by the statement")
  func count() throws {
    let folder = TemporaryFolder()
    folder.write(
      "a.txt",
      list(["Lake Society", "Reading Circle"])
        .replacing("Statement\n", with: "Two 2 organizations ask for calm\n"))
    #expect(try lines(folder).isEmpty)
    folder.write(
      "a.corrections.json5",
      "{ signatories: { change: { 'Lake Society': { withdrawnOn: '2024-06-01' } } } }")
    #expect(
      try lines(folder) == ["a.txt:1:5: warning: the title counts 2, the list has 1"])
    folder.write(
      "a.corrections.json5",
      """
      { signatories: { change: { 'Lake Society': { withdrawnOn: '2024-06-01' } },
                       addedLater: [{ name: 'Pier Choir', signedOn: '2024-06-02' }] } }
      """)
    #expect(try lines(folder).isEmpty)
  }

  @Test("A count of the undersigned in the text is compared too, other counts are not")
  func countOfUndersigned() throws {
    let folder = TemporaryFolder()
    for (claim, told) in [
      ("We, the undersigned 3 organizations, call", true),
      ("We, the 3 undersigned groups, call", true),
      ("We, the undersigned 2 organizations, call", false),
      ("We, over 2 undersigned organizations, call", false),
      ("We met 3 organizations and call", false),
    ] {
      let text = list(["Lake Society", "Reading Circle"]).replacing("We call", with: claim)
      folder.write("a.txt", text)
      let found = try lines(folder).filter { $0.contains("the text counts 3, the list has 2") }
      #expect(found.count == (told ? 1 : 0), "\(claim)")
    }
  }

  @Test("Sound texts give no finding; twins across texts are named with both places")
  func twins() throws {
    let folder = TemporaryFolder()
    folder.write("a.txt", list(["Lake Society", "Uyghur Reading Circle"]))
    folder.write("b.md", list(["Uighur Reading Circle"]))
    let found = try lines(folder)
    #expect(found.count == 1)
    #expect(found[0].hasPrefix("a.txt:10:4: warning: “Uyghur Reading Circle” may be “Uighur"))
    #expect(found[0].contains("b.md:9"))
    folder.write(
      "organizations.json5",
      "[{ name: 'Uyghur Reading Circle', otherNames: ['Uighur Reading Circle'] }]")
    #expect(try lines(folder).isEmpty)
  }

  @Test("A file is checked as what its name's ending tells, as it is served")
  func formats() throws {
    let folder = TemporaryFolder()
    let links = (1...4).map { "* [Book Friends \($0)](https://library.example/\($0))\n" }.joined()
    let text = "# Statement\n\n3 May 2024\n\nWe call for calm.\n\n## Signatories\n\n\(links)"
    folder.write("a.md", text)
    #expect(try lines(folder).isEmpty)
    folder.write("b.txt", text)
    #expect(try lines(folder).contains { $0.contains("b.txt:7:1: warning: this looks like") })
  }

  @Test("What cannot be served is an error with its place")
  func errors() throws {
    let folder = TemporaryFolder()
    folder.write("a.txt", [0x41, 0x0A, 0x42, 0xFF])
    folder.write("b.txt", "---\nid: one\n---\n" + list(["Lake Society"]))
    folder.write("c.txt", "---\nid: one\n---\n" + list(["Hill Society"]))
    folder.write("organizations.json5", "[")
    let found = try StatementCheck.findings([folder.path])
    #expect(found.map(\.severity) == [.error, .error, .error])
    #expect(found[0].place == Place(line: 2, column: 2))
    #expect(found[1].message.contains("its id “one” is that of"))
  }

  @Test("A path that is not there is an error that names it")
  func missing() {
    do {
      _ = try StatementCheck.findings(["/no/such/file.txt"])
      Issue.record("a missing file was checked")
    } catch {
      #expect(error.message == "cannot read /no/such/file.txt: No such file or directory")
    }
  }
}

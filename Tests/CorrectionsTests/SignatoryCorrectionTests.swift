import Bytes
import Corrections
import JSON5
import Markup
import Statements
import Testing

@Suite("Corrections of signatories")
struct SignatoryCorrectionTests {
  @Test("an empty file changes nothing and tells nothing")
  func empty() throws {
    for text in ["{}", "{ signatories: {}, quotations: {}, paragraphs: {} }"] {
      let corrected = try Corrected(text)
      #expect(corrected.told.isEmpty)
      #expect(corrected.names.count >= 5)
      #expect(corrected.statement.withdrawnCount == 0)
    }
  }

  @Test("what was read wrongly is removed, changed and added, in the order of the text")
  func changes() throws {
    let corrected = try Corrected(
      """
      { signatories: {
          remove: ["Friends of Stones"],
          change: { "River League": { name: "River League, Norway", country: null } },
          add: ["Lantern Guild"] } }
      """)
    #expect(corrected.told.isEmpty)
    #expect(!corrected.names.contains("Friends of Stones"))
    #expect(corrected.names.dropFirst().first == "River League, Norway")
    #expect(corrected.names.last == "Lantern Guild")
    #expect(corrected.statement.signatories[1].country == nil)
  }

  @Test("an added name stands behind the one that it is said to follow")
  func after() throws {
    let corrected = try Corrected(
      """
      { signatories: { add: [
          { name: "Lantern Guild", after: "Test Society", kind: "person" },
          { name: "fish", after: "Test Society" },
          { name: "Ada Field", role: "chair", affiliation: "Test Society" } ] } }
      """)
    #expect(corrected.told.isEmpty)
    #expect(
      Array(corrected.names.prefix(4)) == ["Ada Field", "Test Society", "Lantern Guild", "fish"])
    let signatories = corrected.statement.signatories
    #expect(signatories[2].kind == .person)
    #expect(corrected.string(signatories[0].role) == "chair")
    #expect(corrected.string(signatories[0].affiliation) == "Test Society")
  }

  @Test("a name that does not stand in the text is an error with its place and what was meant")
  func missing() throws {
    let corrected = try Corrected(
      """
      { signatories: {
          change: { "River League": { name: "River Leage" } },
          add: ["Lantern Gild",
                { name: "Lantern Guild", role: "master of no light" }] } }
      """)
    #expect(
      corrected.told == [
        "2:39 error “River Leage” does not stand in the text; did you mean “River League”?",
        "3:11 error “Lantern Gild” does not stand in the text; did you mean “Lantern Guild”?; "
          + "who signed later belongs into addedLater",
        "4:42 error “master of no light” does not stand in the text",
      ])
  }

  @Test("a correction that finds nothing, or changes nothing, is a warning")
  func needless() throws {
    let corrected = try Corrected(
      """
      { signatories: {
          remove: ["Friends of Stone"],
          change: { "River League": { country: "NO" },
                    "Nobody At All Here": { kind: "person" } },
          add: ["Test Society"],
          addedLater: [{ name: "Test Society", signedOn: "2024-06-01" }] } }
      """)
    #expect(corrected.findings.allSatisfy { $0.severity == .warning })
    #expect(
      corrected.told == [
        "2:14 warning no signatory “Friends of Stone” is read: this corrects nothing; "
          + "did you mean “Friends of Stones”?",
        "3:15 warning “River League” is read so already: this correction is needless",
        "4:15 warning no signatory “Nobody At All Here” is read: this corrects nothing",
        "5:11 warning “Test Society” is read so already: this correction is needless",
        "6:26 warning “Test Society” has signed already: this is needless",
      ])
  }

  @Test("who signs later and who withdraws is counted apart, and words not in the text are told so")
  func later() throws {
    let corrected = try Corrected(
      """
      { signatories: {
          change: { "Test Society": { withdrawnOn: "2024-07-01", note: "by letter" } },
          addedLater: [
            { name: "Harbour  Choir", kind: "organization", country: "SE",
              signedOn: "2024-06-01" },
            { name: "Eve Sample", kind: "person", role: "poet", affiliation: "Harbour Choir" } ] } }
      """)
    #expect(corrected.told.isEmpty)
    let statement = corrected.statement
    #expect(corrected.names.suffix(2) == ["Harbour Choir", "Eve Sample"])
    #expect(statement.withdrawnCount == 1)
    #expect(statement.signatoryCount == corrected.names.count - 1)
    #expect(statement.signatories[0].details.note == "by letter")
    let inText = statement.signatories.map { statement.text.contains($0.name) }
    #expect(inText.suffix(2) == [false, false] && inText.dropLast(2).allSatisfy(\.self))
    let last = try #require(statement.signatories.last)
    #expect(corrected.string(last.role) == "poet")
    #expect(corrected.string(last.affiliation) == "Harbour Choir")
    #expect(statement.signatories.dropLast().last?.details.signedOn?.month == 6)
    #expect(!String(decoding: statement.text.utf8, as: UTF8.self).contains("Choir"))
  }

  @Test("of several with one name, one must be chosen", arguments: [1, 2, 3, 4])
  func occurrence(_ number: Int) throws {
    let text = Corrected.text.replacing("Friends of Stones", with: "Test Society")
      .replacing("Quiet Water Union", with: "Test Society")
    let vague = try Corrected("{ signatories: { remove: ['Test Society'] } }", of: text)
    #expect(vague.findings.map(\.severity) == [.error])
    let corrected = try Corrected(
      "{ signatories: { remove: [{ name: 'Test Society', occurrence: \(number) }] } }", of: text)
    let before = try Corrected("{}", of: text).names
    let places = before.indices.filter { before[$0] == "Test Society" }
    guard places.indices.contains(number - 1) else {
      #expect(corrected.findings.map(\.severity) == [.warning])
      return
    }
    var expected = try Corrected("{}", of: text).statement.signatories.map(\.name)
    expected.remove(at: places[number - 1])
    #expect(corrected.statement.signatories.map(\.name) == expected)
    #expect(corrected.told.isEmpty)
  }

  @Test("one kind for all holds for all, and for added ones")
  func kind() throws {
    let corrected = try Corrected(
      """
      { signatories: { kind: "person", add: ["Lantern Guild"],
                       change: { "Test Society": { kind: "organization" } } } }
      """)
    #expect(corrected.statement.signatories.map(\.kind).first == .organization)
    #expect(corrected.statement.signatories.dropFirst().allSatisfy { $0.kind == .person })
  }

  @Test("a name over two lines of the text is found as it is shown")
  func lines() throws {
    let corrected = try Corrected(
      """
      { signatories: {
          change: { "Bridge Keepers of the": { name: "Bridge Keepers of the Upper Valley" } },
          remove: ["Upper Valley"] } }
      """)
    #expect(corrected.told.isEmpty)
    #expect(corrected.names.last == "Bridge Keepers of the Upper Valley")
    let name = try #require(corrected.statement.signatories.last).name
    #expect(corrected.statement.text.exact(name) == "Bridge Keepers of the\nUpper Valley")
  }
}

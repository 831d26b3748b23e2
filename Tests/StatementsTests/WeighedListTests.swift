import Markup
import Testing

@testable import Statements

@Suite("Lists by weighed evidence")
struct WeighedListTests {
  private func names(_ text: String, as format: FileFormat = .plain) throws -> [String] {
    let statement = try Statement.read(Array(text.utf8), as: format)
    return statement.signatories.map { statement.text.string(in: $0.name) }
  }

  private static let prose = """
    Open letter on the harbour library

    We have read in the library for forty years, and we ask the council to keep it open in winter.

    The readers of the harbour need a warm room, as every town of this coast has one for its people.


    """

  private static let people = [
    "Anna Brook", "Otto Lund", "Clara Stone", "Peter Hill", "Hugo Marsh",
  ]

  @Test("names with what each person is set below them are found without a heading")
  func withPosts() throws {
    let lines = Self.people.map { "* \($0)\n\n  Professor of History, Lakeside University\n" }
    #expect(try names(Self.prose + lines.joined(separator: "\n"), as: .markdown) == Self.people)
  }

  @Test("a row of a table that has a name in each cell is as many signatories")
  func cells() throws {
    let table = "<table><tr><td>" + Self.people.joined(separator: "<br>") + "</td></tr></table>"
    let page = Self.prose.split(separator: "\n\n").map { "<p>\($0)</p>" }.joined()
    #expect(try names(page + "<h2>Signed</h2>" + table, as: .html) == Self.people)
  }

  @Test("names of two to four characters are persons, whatever follows each")
  func unspaced() throws {
    let list = "联署人：\n\n王小明 海港大学历史系教授\n李　华 海港大学图书馆馆员\n张大山 湖滨学院学生\n"
    let text = "关于海港图书馆的公开信\n\n我们请求市政府保留海港图书馆，因为全城的读者都需要它。\n\n" + list
    #expect(try names(text) == ["王小明", "李 华", "张大山"])
  }

  @Test("where a list has the form of persons, surnames may be words of organizations or posts")
  func surnames() throws {
    let text =
      Self.prose + "Signed:\n\n"
      + [
        "Anna Law, Chair, Harbour Watch", "Brett Dean, Composer", "Otto Lund, Professor, Lakeside",
      ]
      .joined(separator: "\n")
    #expect(try names(text) == ["Anna Law", "Brett Dean", "Otto Lund"])
  }

  @Test("what most entries say in parentheses is no part of their names, and acronyms are")
  func parentheses() throws {
    let text =
      Self.prose + "Signed by:\n\n"
      + ["reedy (front-end developer)", "Cecil0 (engineer)", "marsh-bird (ten years of it)"]
      .map { "* \($0)\n" }.joined()
    #expect(try names(text) == ["reedy", "Cecil0", "marsh-bird"])
    let bodies =
      Self.prose
      + "Signed by:\n\n* Quiet Rivers League (QRL)\n* Harbour Watch (HW)\n* Reed Union (RU)\n"
    #expect(
      try names(bodies) == ["Quiet Rivers League (QRL)", "Harbour Watch (HW)", "Reed Union (RU)"])
  }

  @Test("letters in parentheses that a name does not begin with are where a person is from")
  func places() throws {
    let text =
      Self.prose + "Signed by:\n\n"
      + ["Anna Brook (MI)", "Otto Lund (MI)", "Clara Stone (LU)"].map { "* \($0)\n" }.joined()
    #expect(try names(text) == ["Anna Brook", "Otto Lund", "Clara Stone"])
  }

  @Test("what stands in parentheses where a name was is no signatory")
  func remarks() throws {
    let text =
      Self.prose + "Signed by:\n\n* Quiet Rivers League\n* ~~Otto Lund~~ (retracted at his wish)\n"
      + "* Harbour Watch\n* Green Meadow Trust\n"
    #expect(
      try names(text, as: .markdown)
        == ["Quiet Rivers League", "Harbour Watch", "Green Meadow Trust"])
  }

  @Test("signatories stand in the order of the text, whichever way they were found")
  func order() throws {
    let first = Self.people.prefix(3).map { "* \($0)\n\n  Professor, Lakeside University\n" }
    let text =
      Self.prose + first.joined(separator: "\n") + "\n\nSigned by:\n\n1. Quiet Rivers League\n"
      + "2. Harbour Watch\n3. Green Meadow Trust\n"
    let found = try names(text, as: .markdown)
    #expect(found.suffix(3) == ["Quiet Rivers League", "Harbour Watch", "Green Meadow Trust"])
    let statement = try Statement.read(Array(text.utf8), as: .markdown)
    #expect(
      statement.signatories.map(\.name.start) == statement.signatories.map(\.name.start).sorted())
  }

  @Test("lines below each marked name tell of it, and a sentence over the list is none of it")
  func linesBelow() throws {
    let list = Self.people.map { "• \($0)\n\nProfessor of History\n\nLakeside University\n" }
    let lead = "Signatories\n\nThe 5 signatures below are in support of the letter.\n\n"
    let statement = try Statement.read(
      Array((Self.prose + lead + list.joined(separator: "\n")).utf8), as: .plain)
    #expect(statement.signatories.map { statement.text.string(in: $0.name) } == Self.people)
    #expect(statement.signatories.allSatisfy { $0.affiliation != nil || $0.role != nil })
    let parts = "Signatories\n\nKenya\n• Book Fund\n\nChile\n• Lamp Society\n\nPeru\n• Reed Trust\n"
    #expect(try names(Self.prose + parts) == ["Book Fund", "Lamp Society", "Reed Trust"])
  }

  @Test("names of columns lead a list, and are no title")
  func columnHeads() throws {
    let rows = Self.people.map { "\($0), Lakeside University  \n" }.joined()
    #expect(try names("\(Self.prose)## Name, Institution\n\(rows)", as: .markdown) == Self.people)
    let body = Self.prose.drop { $0 != "\n" }
    let text = "## Name, Institution\n\nThe harbour library\n\n\(body)"
    let statement = try Statement.read(Array(text.utf8), as: .markdown)
    #expect(statement.title.map(statement.text.string) == "The harbour library")
  }

  @Test("words for both genders are read whatever mark joins them", arguments: ["*", ":", "_", ""])
  func genders(mark: String) throws {
    let list = "Unterzeichner\(mark)innen\n\nLesehafen\nLampengruppe\nWinterlicht\n"
    #expect(try names(Self.prose + list) == ["Lesehafen", "Lampengruppe", "Winterlicht"])
  }

  @Test("every feature of the table of weights exists, and every one of two blocks is counted")
  func features() throws {
    #expect(Feature.allCases.count <= FeatureSet.capacity)
    let document = try Document(
      Array("Anna Brook\nA sentence is here, and it is long enough.\n".utf8), as: .plain)
    let blocks = BlockEvidence.all(of: document)
    #expect(blocks.count == 2)
    #expect(blocks[0].features.contains("wholePerson"))
    #expect(blocks[0].features.contains("isFirst"))
    #expect(!blocks[1].features.contains("isFirst"))
    #expect(blocks[1].features.contains("prose"))
    #expect(Feature.underSignatoryHeading.title == "under signatory heading")
  }

  @Test("weights count at their place, and unknown features not at all")
  func weights() throws {
    let document = try Document(
      Array("# Signed\n\n* Anna Brook\n* Otto Lund\n".utf8), as: .markdown)
    let evidence = Evidence(Page(document))
    let weights = LabelWeights(
      bias: 1,
      [("bullet", [0, 10, 100, 1_000, 0]), ("edge", [0, 0, 0, 7, 0]), ("none", [9, 9, 9, 9, 9])])
    #expect(evidence.score(0, weights) == 1 + 1_000)
    #expect(evidence.score(1, weights) == 1 + 100 + 1_000)
    #expect(evidence.score(2, weights) == 1 + 10 + 100 + 7)
    #expect(evidence.total([0, 2], weights) == 1_001 + 118)
  }
}

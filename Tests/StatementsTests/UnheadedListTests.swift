import Markup
import Testing

@testable import Statements

/// Signatories that stand under no plain heading, or in an unusual form.
@Suite("Signatories without a plain list")
struct UnheadedListTests {
  /// `name` of an organization, `name*` of a person.
  private func names(_ body: String, as format: FileFormat = .plain) throws -> [String] {
    let text = """
      Open letter on the harbour library

      The readers of the harbour library ask the council to keep its doors open in winter.

      \(body)
      """
    let statement = try Statement.read(Array(text.utf8), as: format)
    return statement.signatories.map {
      statement.text.string(in: $0.name) + ($0.kind == .person ? "*" : "")
    }
  }

  @Test(
    "a letter ends with persons, each with lines about that person",
    arguments: [
      "Yours respectfully,\n\nAnn M. Sample\nGrade 11\nHarbour School\nann@library.example",
      "Sincerely yours,\n\nAnn M. Sample\n\nann@library.example\n\nBoard Member\n\nHarbour School",
      "Respectfully,\n\nAnn M. Sample\n(202) 555-0100",
    ])
  func onePerson(_ end: String) throws {
    #expect(try names(end) == ["Ann M. Sample*"])
  }

  @Test("groups that a name leads stand at the end without a word above them")
  func groups() throws {
    let ann = "Anna Sample\nchair of the readers\nanna@library.example"
    let otto = "Otto Lake\nvice chair of the readers\notto@library.example"
    #expect(try names("For the readers\n\n\(ann)\n\n\(otto)") == ["Anna Sample*", "Otto Lake*"])
    #expect(try names("Contact:\n\n\(ann)\n\n\(otto)") == [])
    #expect(try names(ann) == [])
  }

  @Test("those whom nobody names are none")
  func others() throws {
    #expect(
      try names("Best regards,\n\nAnna Sample, Otto Lake and the rest of Book Friends")
        == ["Anna Sample*", "Otto Lake*"])
  }

  @Test("a row of cells with names is a list, whatever speaks against it")
  func row() throws {
    #expect(
      try names(
        "<table><tr><td>Anna Sample<br>Otto Lake<td>Clara Stone<br>Yumin Tao</tr></table>",
        as: .html) == ["Anna Sample*", "Otto Lake*", "Clara Stone*", "Yumin Tao*"])
  }

  @Test("bullets alone on their lines mark what stands below them", arguments: ["", "\n"])
  func loneBullets(_ between: String) throws {
    let list = "Signed\n\n•\nBook Friends\n\(between)•\nHarbour Watch\n\(between)•\nLamp Society"
    #expect(try names(list) == ["Book Friends", "Harbour Watch", "Lamp Society"])
  }

  @Test("a table of contents is no list, and neither are speakers or links")
  func otherLists() throws {
    let parts = ["Harbour Fees", "Winter Light", "Book Trade Network", "Reading Rooms"]
    let contents = parts.map { "• \($0)" }.joined(separator: "\n")
    let text = parts.map { "\($0)\n\nThis is what we have to say of it, at some length." }
    #expect(try names("\(contents)\n\n\(text.joined(separator: "\n\n"))") == [])
    let people = "• Ann Sample, Book Network\n• Otto Lake, Lamp Society\n• Clara Stone, Book Fund"
    #expect(try names("Speakers include:\n\n\(people)") == [])
    #expect(
      try names(
        """
        We ask the council to keep the harbour library open in winter, for all of us.

        Signed:

        * Book Friends
        * Harbour Watch

        ### Additional information

        Please read these statements:

        * [Statement 1](https://library.example/1)
        * [Statement 2](https://library.example/2)
        """, as: .markdown) == ["Book Friends", "Harbour Watch"])
  }

  @Test("one list has one form: what stands among its items is one of them")
  func oneForm() throws {
    let names = [
      "Book Friends Association", "Lamp Society (LS)", "42LAB / Agentur", "Lesen e. V.",
      "Harbour Watch Network", "Quiet Rooms Institute (QRI)", "Attika", "Winter Light Foundation",
      "Reading Circle Association", "Library Workers Union (LWU)", "Harbour School Network",
    ]
    let list = names.map { "- \($0)" }.joined(separator: "\n")
    #expect(try self.names("### Mitwirkende\n\n\(list)", as: .markdown) == names)
  }

  @Test("a sentence without a verb names its places, and states that speak name themselves")
  func series() throws {
    #expect(
      try names(
        """
        Der Brief zeigt den Standpunkt der unterzeichnenden Ortsgruppen.

        Die Leserinnen-Ortsgruppen Kiel, Jena, Bonn, Trier, Bad Ems und Lindau.
        """) == ["Kiel", "Jena", "Bonn", "Trier", "Bad Ems", "Lindau"])
    #expect(
      try names("We, Estonia, Latvia, Norway, and the Netherlands, recognize that rooms matter.")
        == ["Estonia", "Latvia", "Norway", "Netherlands"])
    #expect(try names("In Estonia, Latvia, Norway, and Sweden, rooms are warm in winter.") == [])
  }

  @Test("a name padded to the width of others is one name")
  func padded() throws {
    #expect(
      try names("倡议人：\n\n王   明  湖边大学 教授\n\n李小雨 海港大学 教授\n\n陈   新  灯塔大学 教授")
        == ["王 明*", "李小雨*", "陈 新*"])
  }

  @Test("a parenthesis that opens within no word is part of no name")
  func looseParentheses() throws {
    let list = "Signed\n\n1. [O# A tito~## (x)\n2. [O# A x)\n3. ~~Two~## (x)\n4. e](x)\n5. ~~Ta}"
    #expect(try names(list).count == 5)
    #expect(try names(list, as: .markdown).count < 6)
  }

  @Test("persons are told with the list in view")
  func kinds() throws {
    let form = "Signed,\n\n1. Anna Sample (Book Friends)\n2. June Fielder (Lamp Society)\n"
    #expect(
      try names(form + "3. Jan Holm (Lamp Society)\n4. Otto Lake (Book Friends)")
        == ["Anna Sample*", "June Fielder*", "Jan Holm*", "Otto Lake*"])
    #expect(
      try names(
        "Signed:\n\n* Anna Sample\n* Otto Lake\n* kf Moor\n* lampion (Engineer)\n* Clara Stone")
        == ["Anna Sample*", "Otto Lake*", "kf Moor*", "lampion*", "Clara Stone*"])
    #expect(
      try names("Signatories\n\n1. Book Friends\n2. Harbour Watch\n3. Anna of library.example")
        == ["Book Friends", "Harbour Watch", "Anna*"])
    #expect(
      try names("Signed,\n\n* Gerrit van der Berg, Lamp Institute\n* Otto Lake, Harbour College")
        == ["Gerrit van der Berg*", "Otto Lake*"])
  }

  @Test("entries between which a line break was lost are two")
  func glued() throws {
    #expect(
      try names(
        """
        Les signataires de ce texte enseignent tous au port :

        Anne Rivière, Maîtresse de conférences en économie
        Marc Lac, Maître de conférences en histoire Paul Pré, Maître de conférences en droit
        Hugo Val, Professeur de sociologie
        """) == ["Anne Rivière*", "Marc Lac*", "Paul Pré*", "Hugo Val*"])
  }

  @Test("a long name in small letters that ends with an abbreviation ends no list")
  func abbreviated() throws {
    let list = [
      "Harbour Watch", "Gesellschaft für bedrohte wilde Flüsse e.V.",
      "Friends of the wild rivers of the U.K.", "Cercle des amis de la lecture a.s.b.l.",
      "Society for the reading of old letters Inc.", "Lamp Institute",
    ]
    #expect(try self.names("Signatories:\n\n" + list.map { "• \($0)\n" }.joined()) == list)
    #expect(try self.names("Signatories:\n\n" + list.map { "\($0)\n" }.joined()) == list)
    let numbered = list.enumerated().map { "  \($0 + 1). \($1)\n" }.joined()
    #expect(try self.names("Signatories:\n\n" + numbered) == list)
  }

  @Test(
    "a blank line more between all lines means nothing", arguments: ["\n\n", "\n\n\n", "\n\n\n\n"])
  func gaps(_ gap: String) throws {
    let list = ["Signed by", "Book Friends", "Harbour Watch", "Lamp Society"]
    #expect(try names(list.joined(separator: gap)) == Array(list.dropFirst()))
  }

  @Test("marks at the start of a name stay, and a list goes on behind them")
  func marks() throws {
    let names = [
      "Book Friends", "“Lamp” River Society", "(New) Rooms Society",
      "[Re]Claim the Rooms Collective",
      "«Lamp» Society of Selm", "¡Salas Ya!", "„Lampe“ e.V.", "Harbour Watch",
    ]
    let list = names.enumerated().map { "  \($0 + 1). \($1)" }.joined(separator: "\n")
    #expect(try self.names("Unterzeichnet von:\n\n\(list)") == names)
    #expect(
      try self.names("Signed:\n\n* “Book Friends”\n* “Harbour Watch”\n* “Lamp Society”")
        == ["Book Friends", "Harbour Watch", "Lamp Society"])
  }

  @Test(
    "a list goes on behind the number and the head of a page",
    arguments: [
      "\n\n2\n\n", "\n\n- 2 -\n\n", "\n\nOpen letter on the harbour library\nPage 2 of 3\n\n",
    ])
  func pages(_ pageBreak: String) throws {
    let list = "Signed,\n\nAnna Sample\nOtto Lake\(pageBreak)Clara Stone\nYumin Tao"
    #expect(try names(list) == ["Anna Sample*", "Otto Lake*", "Clara Stone*", "Yumin Tao*"])
  }
}

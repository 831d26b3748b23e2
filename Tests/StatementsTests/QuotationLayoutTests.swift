import Markup
import Bytes
import Testing

@testable import Statements

/// Every way that texts mark direct speech and name its speaker, in texts made for the purpose.
@Suite("Layouts of quotations")
struct QuotationLayoutTests {
  private func read(_ body: String) throws -> Reading {
    try Reading(
      """
      Statement on the harbour library

      The readers of the harbour library have met and have agreed on what they will do.

      \(body)
      """)
  }

  @Test("the quotation first, then verb, name, role and organization in any order")
  func quotationFirst() throws {
    let forms: [(String, String?, String?)] = [
      ("said Ann Sample, Chair of Harbour Readers.", "Chair", "Harbour Readers"),
      (
        "said Ann Sample, Harbour Readers Executive Director.", "Executive Director",
        "Harbour Readers"
      ),
      ("says Ann Sample, director at the Harbour Readers.", "director", "Harbour Readers"),
      ("Ann Sample, President, Harbour Readers, said.", "President", "Harbour Readers"),
      ("said Dr Ann Sample of Harbour Readers.", nil, "Harbour Readers"),
      ("said Harbour Readers Chair Ann Sample.", "Chair", "Harbour Readers"),
      ("explained spokesperson Ann Sample.", "spokesperson", nil),
      ("according to Ann Sample, a volunteer at Harbour Readers.", "volunteer", "Harbour Readers"),
      ("— Ann Sample, Chair, Harbour Readers", "Chair", "Harbour Readers"),
      ("said Ann Sample.", nil, nil),
    ]
    for (form, role, affiliation) in forms {
      try read("“We will read on, whatever the council says,” \(form)").expectQuotations(
        [
          Reading.Speech(
            "We will read on, whatever the council says,", by: "Ann Sample", role, affiliation,
            paragraph: 1)
        ], here())
    }
  }

  @Test("the speaker first, with a colon, a comma or nothing before the mark")
  func speakerFirst() throws {
    let forms: [(String, String?, String?)] = [
      ("Ann Sample, Chair of Harbour Readers, said:", "Chair", "Harbour Readers"),
      ("Ann Sample, Chair of Harbour Readers said,", "Chair", "Harbour Readers"),
      (
        "Ann Sample, a volunteer at Harbour Readers and a founder of Example Books, said",
        "volunteer", "Harbour Readers"
      ),
      ("After the meeting, Ann Sample responded:", nil, nil),
      ("Reading room keeper Ann Sample noted,", nil, nil),
      ("Defence lawyer Ann Sample noted,", "Defence lawyer", nil),
      ("According to Ann Sample, Chair of Harbour Readers,", "Chair", "Harbour Readers"),
      ("Ann Sample, Chair:", "Chair", nil),
    ]
    for (form, role, affiliation) in forms {
      try read("\(form) “We will read on, whatever they say in the council.” Then they all left.")
        .expectQuotations(
          [
            Reading.Speech(
              "We will read on, whatever they say in the council.", by: "Ann Sample", role,
              affiliation, paragraph: 1)
          ], here())
    }
  }

  @Test("a quotation split by its attribution is one, in segments")
  func split() throws {
    try read("“We will read on,” said Ann Sample, Chair of Harbour Readers. “They cannot stop us.”")
      .expectQuotations(
        [
          Reading.Speech(
            "We will read on,", "They cannot stop us.", by: "Ann Sample", "Chair",
            "Harbour Readers", paragraph: 1)
        ], here())
    try read("“We will,” Ann Sample said, “read on and on, and they cannot stop us.”")
      .expectQuotations(
        [
          Reading.Speech(
            "We will,", "read on and on, and they cannot stop us.", by: "Ann Sample", paragraph: 1)
        ], here())
  }

  @Test("two speakers in one paragraph are two quotations")
  func twoSpeakers() throws {
    try read(
      "“We will read on,” said Ann Sample. Bo Example, Chair of Book Friends, added: “So will we.”"
    ).expectQuotations(
      [
        Reading.Speech("We will read on,", by: "Ann Sample", paragraph: 1),
        Reading.Speech("So will we.", by: "Bo Example", "Chair", "Book Friends", paragraph: 1),
      ], here())
  }

  @Test("a line that names the speaker, and paragraphs that follow it")
  func lineAbove() throws {
    try read(
      """
      Ann Sample, Chair of Harbour Readers, said:

      “We will read on, whatever the council says.”

      "And we will read aloud."

      The council did not answer the readers' letter at all.

      “Nobody asked us anything at the time.”
      """
    ).expectQuotations(
      [
        Reading.Speech(
          "We will read on, whatever the council says.", by: "Ann Sample", "Chair",
          "Harbour Readers", paragraph: 1),
        Reading.Speech(
          "And we will read aloud.", by: "Ann Sample", "Chair", "Harbour Readers", paragraph: 2),
        Reading.Speech("Nobody asked us anything at the time.", by: nil, paragraph: 4),
      ], here())
  }

  @Test("a line below that signs the quotation, a dash before it or not")
  func lineBelow() throws {
    for dash in ["", "— ", "- ", "– "] {
      try read(
        """
        “We will read on, whatever the council says.”

        \(dash)Ann Sample, Chair of Harbour Readers

        The council did not answer the readers' letter at all.
        """
      ).expectQuotations(
        [
          Reading.Speech(
            "We will read on, whatever the council says.", by: "Ann Sample", "Chair",
            "Harbour Readers", paragraph: 1)
        ], here())
    }
  }

  @Test("words attributable to an organization have it as affiliation, to a person as speaker")
  func attributable() throws {
    try read(
      """
      Quotes attributable to Harbour Readers:

      “We will read on,” said Ann Sample.

      “And we will read aloud, every single day.”

      Quotes attributable to Book Friends Chair, Bo Example:

      “So will we, in all the streets of the town.”
      """
    ).expectQuotations(
      [
        Reading.Speech("We will read on,", by: "Ann Sample", nil, "Harbour Readers", paragraph: 1),
        Reading.Speech(
          "And we will read aloud, every single day.", by: nil, nil, "Harbour Readers",
          paragraph: 2, kind: .organization),
        Reading.Speech(
          "So will we, in all the streets of the town.", by: "Bo Example", "Chair",
          "Book Friends", paragraph: 3),
      ], here())
  }

  @Test("a quotation of several paragraphs that opens each and closes once, or opens once")
  func paragraphs() throws {
    try read(
      """
      “We will read on, whatever the council says about it.

      “We will read aloud in the streets of the town.

      “They cannot stop us,” said Ann Sample, Chair of Harbour Readers.
      """
    ).expectQuotations(
      [
        Reading.Speech(
          "We will read on, whatever the council says about it.",
          "We will read aloud in the streets of the town.", "They cannot stop us,",
          by: "Ann Sample", "Chair", "Harbour Readers", paragraph: 1)
      ], here())
    try read(
      """
      "We will read on, whatever the council says about it.

      We will read "The Lantern" aloud in the streets of the town."

      Ann Sample, Chair of Harbour Readers
      """
    ).expectQuotations(
      [
        Reading.Speech(
          "We will read on, whatever the council says about it.",
          "We will read \"The Lantern\" aloud in the streets of the town.", by: "Ann Sample",
          "Chair", "Harbour Readers", paragraph: 1)
      ], here())
  }

  @Test("faulty marks: never closed, closed by another mark, stop outside")
  func faulty() throws {
    let unclosed = try read(
      "“We will read on, said Ann Sample, Chair of Harbour Readers.\n\n"
        + "\"And so will we,” said Bo Example, Director, Book Friends.\n\n"
        + "“We have nothing more to say about it\"."
    )
    unclosed.expectQuotations(
      [
        Reading.Speech(
          "We will read on,", by: "Ann Sample", "Chair", "Harbour Readers", paragraph: 1),
        Reading.Speech(
          "And so will we,", by: "Bo Example", "Director", "Book Friends", paragraph: 2),
        Reading.Speech(
          "We have nothing more to say about it", by: "Bo Example", "Director", "Book Friends",
          paragraph: 3),
      ], here())
    #expect(
      unclosed.statement.diagnostics.last?.message == "quotation mark opens and never closes")
    #expect(unclosed.statement.diagnostics.last?.place == Place(line: 5, column: 1))
  }

  @Test("later quotations by surname or pronoun only")
  func surname() throws {
    try read(
      """
      “We will read on,” said Ann Sample, Chair of Harbour Readers.

      The council did not answer the readers' letter at all.

      “Nobody asked us,” Sample said.

      “They never do,” she added.
      """
    ).expectQuotations(
      [
        Reading.Speech(
          "We will read on,", by: "Ann Sample", "Chair", "Harbour Readers", paragraph: 1),
        Reading.Speech(
          "Nobody asked us,", by: "Ann Sample", "Chair", "Harbour Readers", paragraph: 3),
        Reading.Speech(
          "They never do,", by: "Ann Sample", "Chair", "Harbour Readers", paragraph: 4),
      ], here())
    try read(
      """
      Ann Sample, Chair of Harbour Readers, welcomed the crowd.

      “Nobody asked us,” said Sample.
      """
    ).expectQuotations(
      [
        Reading.Speech(
          "Nobody asked us,", by: "Ann Sample", "Chair", "Harbour Readers", paragraph: 2)
      ], here())
  }

  @Test("organizations as speakers")
  func organizations() throws {
    try read("“We will read on,” said the Harbour Readers Association.").expectQuotations(
      [
        Reading.Speech(
          "We will read on,", by: "Harbour Readers Association", paragraph: 1, kind: .organization)
      ], here())
    try read("The Harbour Readers Association said: “We will read on, come what may.”")
      .expectQuotations(
        [
          Reading.Speech(
            "We will read on, come what may.", by: "Harbour Readers Association", paragraph: 1,
            kind: .organization)
        ], here())
  }

  @Test("scare quotes, titles, slogans, nested marks and documents are no speech")
  func noSpeech() throws {
    try read(
      """
      The council speaks of a “temporary measure” and of “savings,” the readers of a ‘scandal’.

      The book “A Lantern in the Harbour” was read aloud, and the banner said “Read on”.

      Article 7 of the charter states: “The library shall be open to all.”

      The letter reads as follows:

      “We, the undersigned readers, ask that the library be opened again without delay.”

      “They call it ‘savings,’ but it is theft,” said Ann Sample.
      """
    ).expectQuotations(
      [
        Reading.Speech("They call it ‘savings,’ but it is theft,", by: "Ann Sample", paragraph: 5)
      ], here())
  }

  @Test("guillemets, low marks, corner brackets and single marks")
  func marks() throws {
    try read(
      "« Nous lirons encore et toujours », a déclaré Ann Sample, présidente de Harbour Readers."
    )
    .expectQuotations(
      [
        Reading.Speech(
          "Nous lirons encore et toujours", by: "Ann Sample", "présidente", "Harbour Readers",
          paragraph: 1)
      ], here())
    try read("„Wir lesen weiter“, sagte Ann Sample, Vorsitzende von Harbour Readers.")
      .expectQuotations(
        [
          Reading.Speech(
            "Wir lesen weiter", by: "Ann Sample", "Vorsitzende", "Harbour Readers", paragraph: 1)
        ], here())
    try read("»Wir lesen weiter«, sagte Ann Sample.").expectQuotations(
      [Reading.Speech("Wir lesen weiter", by: "Ann Sample", paragraph: 1)], here())
    try read("‘We’ll read on, and the readers’ rights will be kept,’ said Ann Sample.")
      .expectQuotations(
        [
          Reading.Speech(
            "We’ll read on, and the readers’ rights will be kept,", by: "Ann Sample", paragraph: 1)
        ], here())
    try read("'We'll read on, come what may,' said Ann Sample.").expectQuotations(
      [Reading.Speech("We'll read on, come what may,", by: "Ann Sample", paragraph: 1)], here())
  }

  @Test("Chinese and Arabic speech")
  func otherScripts() throws {
    try Reading("关于图书馆的声明\n\n港口读者协会主席安宁说：「我们会继续读下去，直到图书馆重新开放。」\n")
      .expectSegments([["我们会继续读下去，直到图书馆重新开放。"]])
    try Reading("关于图书馆的声明\n\n安宁表示：“我们会继续读下去，直到图书馆重新开放。”\n")
      .expectSegments([["我们会继续读下去，直到图书馆重新开放。"]])
    try Reading("بيان حول المكتبة\n\nقالت آن سامبل: «سنواصل القراءة مهما حدث في المدينة».\n")
      .expectSegments([["سنواصل القراءة مهما حدث في المدينة"]])
  }
}

extension Reading {
  func expectSegments(_ expected: [[String]], _ place: SourceLocation = here()) {
    let found = statement.quotations.map { $0.segments.map(statement.text.exact) }
    #expect(found == expected, sourceLocation: place)
  }
}

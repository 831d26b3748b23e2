import Markup
import Testing

@testable import Statements

/// Quotations whose marks or verbs are missing, and what stands between two of them.
@Suite("Quotations with half of their marks")
struct HalfMarkedQuotationTests {
  /// `words|words by speaker, role, affiliation`, a line for each quotation.
  private func quotations(_ body: String, as format: FileFormat = .plain) throws -> [String] {
    let text = """
      Statement on the harbour library

      3 May 2024

      The readers of the harbour library have met and have agreed on what they will do.

      \(body)

      The readers went home after that.
      """
    let statement = try Statement.read(Array(text.utf8), as: format)
    return statement.quotations.map { quotation in
      let words = quotation.segments.map { statement.text.string(in: $0) }
      let told = [quotation.speaker, quotation.role, quotation.affiliation]
        .map { $0.map { statement.text.string(in: $0) } ?? "-" }
      return words.joined(separator: "|") + " by " + told.joined(separator: ", ")
    }
  }

  @Test("a lead with a colon needs no verb of speaking")
  func colon() throws {
    #expect(
      try quotations("Anna Brook is disappointed: “We do not feel heard by the council at all.”")
        == ["We do not feel heard by the council at all. by Anna Brook, -, -"])
    #expect(
      try quotations(
        "Leseaktivistin Nora Bach sieht sich vor den Kopf gestoßen: "
          + "\"Die Antwort verzerrt offenkundig die Anliegen des Briefes.\"")
        == [
          "Die Antwort verzerrt offenkundig die Anliegen des Briefes. "
            + "by Nora Bach, Leseaktivistin, -"
        ])
    #expect(
      try quotations("The law says this: “No room of a library shall be closed in the winter.”")
        == [])
  }

  @Test("a mark that opens nothing closes words from the start of the paragraph")
  func unopened() throws {
    #expect(
      try quotations("We will read on in this room in the winter too,” said Anna Brook.")
        == ["We will read on in this room in the winter too, by Anna Brook, -, -"])
    #expect(try quotations("The room that they call the “Lamp” is warm in winter.") == [])
  }

  @Test("a dash opens speech where its language has it so")
  func dashed() throws {
    #expect(
      try quotations("– Vi läser vidare i biblioteket i vinter, säger ministern Anna Brook.")
        == ["Vi läser vidare i biblioteket i vinter by Anna Brook, ministern, -"])
    #expect(
      try quotations("– Vi läser vidare, säger Anna Brook. Det är varmt här i vinter.")
        == ["Vi läser vidare|Det är varmt här i vinter. by Anna Brook, -, -"])
    #expect(try quotations("– Rooms that are warm, and lamps that are bright") == [])
  }

  @Test("an open quotation takes no paragraph that names another speaker")
  func nextSpeaker() throws {
    #expect(
      try quotations(
        """
        Mary Fung, Chair of Book Friends, said, “We will read on in this room.

        “A lamp is critical for the winter,” said Will Doe. “It was missing.”
        """)
        == [
          "We will read on in this room. by Mary Fung, Chair, Book Friends",
          "A lamp is critical for the winter,|It was missing. by Will Doe, -, -",
        ])
  }

  @Test("words between two quotations belong to the one that they introduce")
  func between() throws {
    #expect(
      try quotations(
        "\"We can act,\" said one of the readers, Stephen Doe. \"We cannot wait.\" Speaking of the "
          + "winter, Book Friends Director Charles Roe said "
          + "\"the board supports that all rooms be kept open.\""
      )
        == [
          "We can act,|We cannot wait. by Stephen Doe, -, -",
          "the board supports that all rooms be kept open. by Charles Roe, Director, Book Friends",
        ])
  }

  @Test("a quotation goes on in the next paragraph behind its attribution")
  func goesOn() throws {
    #expect(
      try quotations(
        "“We must read on,” said Anna Brook. “The winter is long.\n\nThe lamps are bright.”")
        == ["We must read on,|The winter is long.|The lamps are bright. by Anna Brook, -, -"])
  }

  @Test("a mark may open within the words that name a speaker")
  func opensInAttribution() throws {
    for mark in ["“", "\"", "“They “cannot "] {
      let told = try quotations(
        "“We will read on,” said Ann Sample, Chair of Lamp \(mark)Rooms.\n\nWe read.”")
      #expect(told.first?.hasPrefix("We will read on,") == true)
    }
  }

  @Test("the name of something behind a speaker is no part of the quotation")
  func named() throws {
    #expect(
      try quotations("„Räume sollten warm sein“, meint Anna Brook von der Initiative „Licht & Co“.")
        == ["Räume sollten warm sein by Anna Brook, -, Initiative"])
  }

  @Test("a remark under a wrapped quotation is not part of it")
  func remark() throws {
    #expect(
      try quotations(
        """
        **Clara Stone, Policy Director for Harbour Watch:** “These rooms help ensure
        that the great change that is under way right now reaches all corners of the
        town. They will also help families to save money by reading under other
        lamps.”
        \\[[Statement](https://library.example/x/)\\]
        """, as: .markdown)
        == [
          "These rooms help ensure that the great change that is under way right now reaches all "
            + "corners of the town. They will also help families to save money by reading under "
            + "other lamps. by Clara Stone, Policy Director, Harbour Watch"
        ])
  }

  @Test(
    "a post is parted from the organization",
    arguments: [
      ("former Dean of Business at UTX", "former Dean of Business, UTX"),
      (
        "Centre Director and Principal Solicitor, Lamp Advice & Casework Service",
        "Centre Director and Principal Solicitor, Lamp Advice & Casework Service"
      ),
      ("Public Affairs at Lakeside Authority", "Public Affairs, Lakeside Authority"),
      ("Director of Secure Rooms", "Director, Secure Rooms"),
      ("Director of Operations of the Lamp Alliance", "Director of Operations, Lamp Alliance"),
      ("chairman and CEO, Connect5G, Inc", "chairman and CEO, Connect5G, Inc."),
      ("Founder/CEO of Quiet Rooms", "Founder/CEO, Quiet Rooms"),
      ("Azul’s Founder and Executive Director", "Founder and Executive Director, Azul"),
      ("co-founder of the activist organization Lampion", "co-founder, Lampion"),
      ("Director of Lamp Keepers in India", "Director, Lamp Keepers"),
      ("Room Policy Researcher, Lamp Circle", "Room Policy Researcher, Lamp Circle"),
      ("Vertrauensperson des Volksentscheids Licht", "Vertrauensperson, Volksentscheids Licht"),
    ])
  func posts(_ told: String, _ expected: String) throws {
    #expect(
      try quotations("“We will read on,” said Peter Hill, \(told).")
        == ["We will read on, by Peter Hill, \(expected)"])
  }

  @Test(
    "what a speaker does meanwhile is no post", arguments: ["quoting Bo Lake", "wiping a tear"])
  func participles(_ told: String) throws {
    #expect(
      try quotations("“We will read on,” said Peter Hill, \(told).")
        == ["We will read on, by Peter Hill, -, -"])
  }

  @Test("titles before a name tell what the person is")
  func titles() throws {
    #expect(
      try quotations(
        "**Northshire Senator and Water Committee Chair Anna Brook:** “It was great to join you!”",
        as: .markdown)
        == [
          "It was great to join you! by Anna Brook, Northshire Senator and Water Committee Chair, -"
        ])
    #expect(
      try quotations("“It was great to join you,” said Professor Anna Brook.")
        == ["It was great to join you, by Anna Brook, Professor, -"])
    #expect(
      try quotations("\"Wir lesen weiter.\" sagt Jill von Rettet den Raum.")
        == ["Wir lesen weiter. by Jill, -, Rettet den Raum"])
  }
}

import Testing

@testable import Statements

/// Ways to name a speaker that are seen less often.
@Suite("Rarer layouts of quotations")
struct RareQuotationTests {
  private func read(_ body: String) throws -> Reading {
    try Reading(
      """
      Statement on the harbour library

      The readers of the harbour library have met and have agreed on what they will do.

      \(body)
      """)
  }

  @Test("a line above without a colon names the speaker, not one below for the next")
  func signedAbove() throws {
    try read(
      """
      Ann Sample, Chair of Harbour Readers
      “We will read on.”

      Bo Example, Book Friends
      “And so will we, in all the streets.”
      """
    ).expectQuotations(
      [
        Reading.Speech(
          "We will read on.", by: "Ann Sample", "Chair", "Harbour Readers", paragraph: 1),
        Reading.Speech(
          "And so will we, in all the streets.", by: "Bo Example", nil, "Book Friends",
          paragraph: 2),
      ], here())
  }

  @Test("a pronoun means who was last said to have spoken, with or without marks")
  func reported() throws {
    try read(
      """
      “We will read on,” said Ann Sample, Chair of Harbour Readers.

      Book Friends’ campaigns director Bo de Example said the plan went too far.

      “Nobody asked us,” he said.
      """
    ).expectQuotations(
      [
        Reading.Speech(
          "We will read on,", by: "Ann Sample", "Chair", "Harbour Readers", paragraph: 1),
        Reading.Speech(
          "Nobody asked us,", by: "Bo de Example", "campaigns director", "Book Friends",
          paragraph: 3),
      ], here())
  }

  @Test("a surname of two words, and one that a clause follows")
  func surnames() throws {
    try read(
      """
      “We will read on,” said Ann Sample Smith, Chair of Harbour Readers.

      “Nobody asked us,” Ms Sample Smith said.

      Smith, who has led the readers since 2010, said: “We will go on.”
      """
    ).expectQuotations(
      [
        Reading.Speech(
          "We will read on,", by: "Ann Sample Smith", "Chair", "Harbour Readers", paragraph: 1),
        Reading.Speech(
          "Nobody asked us,", by: "Ann Sample Smith", "Chair", "Harbour Readers", paragraph: 2),
        Reading.Speech(
          "We will go on.", by: "Ann Sample Smith", "Chair", "Harbour Readers", paragraph: 3),
      ], here())
  }

  @Test("French spacing, an age, words between verb and colon, and a name after the mark")
  func others() throws {
    try read("Pour Jean Exemple, président de la Ligue des Lecteurs : « Il faut agir. »")
      .expectQuotations(
        [
          Reading.Speech(
            "Il faut agir.", by: "Jean Exemple", "président", "Ligue des Lecteurs", paragraph: 1)
        ], here())
    try read("“I am happy to read,” said Ann Sample, 34, a teacher.").expectQuotations(
      [Reading.Speech("I am happy to read,", by: "Ann Sample", "teacher", paragraph: 1)], here())
    try read("Ann Sample, Chair of Harbour Readers, said of the plan: “It is a bad one.”")
      .expectQuotations(
        [
          Reading.Speech(
            "It is a bad one.", by: "Ann Sample", "Chair", "Harbour Readers", paragraph: 1)
        ], here())
    try read("“We will read on and on.” Ann Sample, Chair of the Harbour Readers").expectQuotations(
      [
        Reading.Speech(
          "We will read on and on.", by: "Ann Sample", "Chair", "Harbour Readers", paragraph: 1)
      ], here())
  }

  @Test("a document in one pair of marks over several paragraphs is no speech")
  func document() throws {
    try read(
      """
      Text of the letter

      "We, the undersigned readers, condemn the closing of the library.

      We ask that it be opened again without delay."
      """
    ).expectQuotations([], here())
  }
}

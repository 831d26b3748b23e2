import Bytes
import Testing

@testable import Statements

/// Quotations that stand by themselves in whole texts, made for the purpose.
@Suite("Quotations in whole texts")
struct StandingQuotationTests {
  @Test("somebody without a name speaks")
  func hrwStyle() throws {
    let reading = try Reading(
      """
      Exampleland: Reopen the Library

      Closing Harms Readers

      (Exampleton, April 14, 2021) – The town of Exampleton should reopen the harbour \
      library, 12 organizations said today.

      “The closing is a blow to readers,” said Mara Quill, senior researcher at Harbour \
      Watch. “The town should reopen it.”

      “Books are not the enemy,” Quill said.

      A man who asked not to be named said: “I have nowhere to read now, and nor have my \
      children.”

      The organizations are:

      Harbour Watch
      Lantern Fund
      Sample Archive Network

      For more Harbour Watch reporting on Exampleland, please visit:
      https://example.org
      """)
    #expect(reading.statement.publishedOn == CalendarDate(year: 2021, month: 4, day: 14))
    reading.expectQuotations(
      [
        .init(
          "The closing is a blow to readers,", "The town should reopen it.", by: "Mara Quill",
          "senior researcher", "Harbour Watch", paragraph: 1),
        .init(
          "Books are not the enemy,", by: "Mara Quill", "senior researcher", "Harbour Watch",
          paragraph: 2),
        .init("I have nowhere to read now, and nor have my children.", by: nil, paragraph: 3),
      ], here())
    reading.expectParties(
      [
        .organization("Harbour Watch"),
        .organization("Lantern Fund"),
        .organization("Sample Archive Network"),
      ], from: "The organizations are:", here())
  }

  @Test("lines wrapped at eighty columns")
  func wrappedHard() throws {
    let reading = try Reading(
      """
      Groups condemn closing of the harbour library and ask the town to open it
      at once

      EXAMPLETON, April 14, 2021 -- Twelve groups today condemned the closing of the
      harbour library, which the town shut in March without asking its readers about
      it.

      "The closing is unlawful, and it must be undone before the winter comes to the
      harbour," said Mara Quill, executive director of the Harbour Readers
      Association. "Nobody asked us."

      Signed,

      Harbour Readers Association
      Lantern Fund
      """)
    #expect(reading.statement.publishedOn == CalendarDate(year: 2021, month: 4, day: 14))
    reading.expectQuotations(
      [
        .init(
          "The closing is unlawful, and it must be undone before the winter comes to the\nharbour,",
          "Nobody asked us.", by: "Mara Quill", "executive director", "Harbour Readers Association",
          paragraph: 1)
      ], here())
    reading.expectParties(
      [
        .organization("Harbour Readers Association"),
        .organization("Lantern Fund"),
      ], from: "Signed,", here())
  }

  @Test("speakers on a line above, in a text that begins with `Media Release`")
  func mediaReleaseMultiOrgContacts() throws {
    let reading = try Reading(
      """
      Media Release – Joint statement by library groups

      14 April 2021

      Library groups today welcomed the ruling of the court on the harbour library.

      Mara Quill, Senior Lawyer at Harbour Law Centre, who represented the readers, said:
      “This is a landmark ruling. It shows that the town must hear its readers before it \
      shuts a door.”

      Tomas Varga, Campaigns Manager at Lantern Fund, said:
      “The town should say sorry.”

      ENDS

      For interviews contact:
      Mara Quill, Harbour Law Centre, +44 555 0100
      """)
    #expect(reading.statement.publishedOn == CalendarDate(year: 2021, month: 4, day: 14))
    reading.expectQuotations(
      [
        .init(
          "This is a landmark ruling. It shows that the town must hear its readers "
            + "before it shuts a door.",
          by: "Mara Quill", "Senior Lawyer", "Harbour Law Centre", paragraph: 1),
        .init(
          "The town should say sorry.", by: "Tomas Varga", "Campaigns Manager", "Lantern Fund",
          paragraph: 2),
      ], here())
    reading.expectParties([], here())
  }

  @Test("roles before, behind and between names")
  func saidBeforeCommaRoleLong() throws {
    let reading = try Reading(
      """
      Groups welcome ruling

      Groups today welcomed the ruling of the court on the harbour library.

      Mara Quill, director of the Center for Reading at the Lantern Fund, said, “This is a \
      landmark.”

      “A great day,” said Tomas Varga, deputy director for policy at Reed Society.

      “It is over,” said Ilse Brandt, who leads the library team at Harbour Watch.

      “We won,” said Pavel Oren, a librarian from Exampleton.

      “Sorry,” said the mayor, Nela Kovar, on Monday.

      “Now we read,” said Lantern Fund President and CEO Rosa Delmar.

      “We are glad,” according to Reed Society spokesperson Emil Haas.
      """)
    reading.expectQuotations(
      [
        .init(
          "This is a landmark.", by: "Mara Quill", "director",
          "Center for Reading at the Lantern Fund", paragraph: 1),
        .init(
          "A great day,", by: "Tomas Varga", "deputy director for policy", "Reed Society",
          paragraph: 2),
        .init("It is over,", by: "Ilse Brandt", paragraph: 3),
        .init("We won,", by: "Pavel Oren", "librarian", paragraph: 4),
        .init("Sorry,", by: "Nela Kovar", "mayor", paragraph: 5),
        .init("Now we read,", by: "Rosa Delmar", "President and CEO", "Lantern Fund", paragraph: 6),
        .init("We are glad,", by: "Emil Haas", "spokesperson", "Reed Society", paragraph: 7),
      ], here())
    reading.expectParties([], here())
  }

  @Test("`She added`, and a surname with more about its bearer")
  func capsHeadingQuotesBio() throws {
    let reading = try Reading(
      """
      CIVIL SOCIETY REACTS TO RULING

      14 APRIL 2021

      “THE RULING IS A WIN FOR READERS”

      Groups today welcomed the ruling of the court. “It is a clear win,” noted Mara Quill \
      from Lantern Fund. She added that “much is left to do for the readers of the harbour.”

      Quill, who has run the fund since 1990, also said: “We shall see.”
      """)
    #expect(reading.statement.publishedOn == CalendarDate(year: 2021, month: 4, day: 14))
    reading.expectQuotations(
      [
        .init("It is a clear win,", by: "Mara Quill", nil, "Lantern Fund", paragraph: 0),
        .init(
          "much is left to do for the readers of the harbour.", by: "Mara Quill", nil,
          "Lantern Fund", paragraph: 0),
        .init("We shall see.", by: "Mara Quill", nil, "Lantern Fund", paragraph: 1),
      ], here())
    reading.expectParties([], here())
  }

  @Test("`states that`, `puts it`, and organizations before colons")
  func statesThatOrg() throws {
    let reading = try Reading(
      """
      Groups react

      Lantern Fund today reacted to the ruling of the court on the library.

      Harbour Watch states that “the ruling is a clear win for readers and for their towns.”

      Reed Society: “We welcome the ruling.”

      In the words of Lantern Fund: “We shall see.”

      As Mara Quill, co-founder of Reed Society, puts it: “Now we read.”
      """)
    reading.expectQuotations(
      [
        .init(
          "the ruling is a clear win for readers and for their towns.", by: "Harbour Watch",
          paragraph: 1, kind: .organization),
        .init("We welcome the ruling.", by: "Reed Society", paragraph: 2, kind: .organization),
        .init("We shall see.", by: "Lantern Fund", paragraph: 3, kind: .organization),
        .init("Now we read.", by: "Mara Quill", "co-founder", "Reed Society", paragraph: 4),
      ], here())
    reading.expectParties([], here())
  }

  @Test("a mark that does not close before its attribution")
  func unclosed() throws {
    let reading = try Reading(
      """
      Groups condemn closing

      Groups today condemned the closing of the harbour library.

      "The town has cut the library, said Mara Quill, chair of Lantern Fund.

      "We have had enough," said Tomas Varga of Reed Society.
      """)
    reading.expectQuotations(
      [
        .init(
          "The town has cut the library,", by: "Mara Quill", "chair", "Lantern Fund", paragraph: 1),
        .init("We have had enough,", by: "Tomas Varga", nil, "Reed Society", paragraph: 2),
      ], here())
    reading.expectParties([], here())
  }

  @Test("a letter that is quoted is no speech")
  func blockquoteLetter() throws {
    let reading = try Reading(
      """
      Groups send letter to town

      Groups today sent a letter to the town. It reads:

      “We, the undersigned, ask you to open the library.

      “It was closed in March without a reason.”

      Mara Quill of Lantern Fund said she was hopeful.

      “I am hopeful,” she said.
      """)
    reading.expectQuotations(
      [
        .init("I am hopeful,", by: "Mara Quill", nil, "Lantern Fund", paragraph: 4)
      ], here())
    reading.expectParties([], here())
  }
}

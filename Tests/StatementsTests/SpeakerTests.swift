import Bytes
import Testing

@testable import Statements

/// Speakers as whole texts name them, made for the purpose.
@Suite("Speakers in whole texts")
struct SpeakerTests {
  @Test("possessives before a speaker or a role")
  func possessiveSpeaker() throws {
    let reading = try Reading(
      """
      Groups condemn the closing of the harbour library

      Several groups today condemned the closing of the harbour library by the town.

      “The closing is unlawful and must be undone,” Harbour Watch International's Mara Quill \
      said.

      “Nobody asked the readers about it,” said Sample Archive Network’s Tomas Varga.

      Lantern Fund's director Ilse Brandt said: “We will go to court over this.”

      "It is a sad day," the Reed Society's chair, Pavel Oren, said.
      """)
    reading.expectQuotations(
      [
        .init(
          "The closing is unlawful and must be undone,", by: "Mara Quill", nil,
          "Harbour Watch International", paragraph: 1),
        .init(
          "Nobody asked the readers about it,", by: "Tomas Varga", nil, "Sample Archive Network",
          paragraph: 2),
        .init(
          "We will go to court over this.", by: "Ilse Brandt", "director", "Lantern Fund",
          paragraph: 3),
        .init("It is a sad day,", by: "Pavel Oren", "chair", "Reed Society", paragraph: 4),
      ], here())
    reading.expectParties([], here())
  }

  @Test("lines that begin with a dash sign the quotations above them")
  func dashSignatureLines() throws {
    let reading = try Reading(
      """
      Harbour library must open, groups say

      The library was closed on 3 March and its readers were not asked about it at all.

      “The closing is unlawful and it must be undone before the winter comes.”
      —Mara Quill, Executive Director, Harbour Readers Association

      “Nobody asked the readers about it. That is a shame.”
      — Tomas Varga, Sample Archive Network

      "Libraries are for all."
      – Ilse Brandt (Lantern Fund)
      """)
    reading.expectQuotations(
      [
        .init(
          "The closing is unlawful and it must be undone before the winter comes.",
          by: "Mara Quill", "Executive Director", "Harbour Readers Association", paragraph: 1),
        .init(
          "Nobody asked the readers about it. That is a shame.", by: "Tomas Varga", nil,
          "Sample Archive Network", paragraph: 2),
        .init("Libraries are for all.", by: "Ilse Brandt", nil, "Lantern Fund", paragraph: 3),
      ], here())
    reading.expectParties([], here())
  }

  @Test("rarer verbs, pronouns and surnames")
  func verbsAndPronouns() throws {
    let reading = try Reading(
      """
      Harbour library must open, groups say

      The library was closed on 3 March and its readers were not asked about it at all.

      “The closing is unlawful,” warned Mara Quill of the Harbour Readers Association. “It \
      must be undone.”

      “It is a shame,” she added. “We will not accept it.”

      According to Tomas Varga, director of the Sample Archive Network, “the town has broken \
      its own rules.”

      “We are ready to go to court,” Varga concluded.

      “Open the library now!” tweeted Ilse Brandt, a lawyer with the Lantern Fund.
      """)
    reading.expectQuotations(
      [
        .init(
          "The closing is unlawful,", "It must be undone.", by: "Mara Quill", nil,
          "Harbour Readers Association", paragraph: 1),
        .init(
          "It is a shame,", "We will not accept it.", by: "Mara Quill", nil,
          "Harbour Readers Association", paragraph: 2),
        .init(
          "the town has broken its own rules.", by: "Tomas Varga", "director",
          "Sample Archive Network", paragraph: 3),
        .init(
          "We are ready to go to court,", by: "Tomas Varga", "director", "Sample Archive Network",
          paragraph: 4),
        .init("Open the library now!", by: "Ilse Brandt", "lawyer", "Lantern Fund", paragraph: 5),
      ], here())
    reading.expectParties([], here())
  }

  @Test("paragraphs under one speaker")
  func multiParagraph() throws {
    let reading = try Reading(
      """
      Harbour library must open, groups say

      The library was closed on 3 March and its readers were not asked about it at all.

      Mara Quill, President of the Harbour Readers Association, said:

      “The closing is unlawful and it must be undone before the winter comes.

      “Nobody asked the readers about it. That is a shame.

      “We will go to court.”

      Tomas Varga, Sample Archive Network:
      “We stand with the readers of the harbour.”
      """)
    reading.expectQuotations(
      [
        .init(
          "The closing is unlawful and it must be undone before the winter comes.",
          "Nobody asked the readers about it. That is a shame.", "We will go to court.",
          by: "Mara Quill", "President", "Harbour Readers Association", paragraph: 1),
        .init(
          "We stand with the readers of the harbour.", by: "Tomas Varga", nil,
          "Sample Archive Network", paragraph: 4),
      ], here())
    reading.expectParties([], here())
  }

  @Test("marks in the title and around single words are no speech")
  func scareAndHeadlineQuotes() throws {
    let reading = try Reading(
      """
      “A shame for the town”: groups condemn closing of library

      14 April 2021

      Groups today condemned the so-called “reading reform” that the town calls “modern and \
      lean”.

      What they are saying

      Mara Quill, Harbour Readers Association
      “The closing is unlawful and it must be undone before the winter comes.”

      Tomas Varga, Director, Sample Archive Network
      “Nobody asked the readers about it. That is a shame.”
      """)
    #expect(reading.statement.publishedOn == CalendarDate(year: 2021, month: 4, day: 14))
    reading.expectQuotations(
      [
        .init(
          "The closing is unlawful and it must be undone before the winter comes.",
          by: "Mara Quill", nil, "Harbour Readers Association", paragraph: 1),
        .init(
          "Nobody asked the readers about it. That is a shame.", by: "Tomas Varga", "Director",
          "Sample Archive Network", paragraph: 2),
      ], here())
    reading.expectParties([], here())
  }

  @Test("speakers before colons in the same line")
  func colonQuotes() throws {
    let reading = try Reading(
      """
      Groups react to the closing of the library

      Groups today condemned the closing of the harbour library.

      Mara Quill, Harbour Readers Association: “The closing is unlawful and must be undone.”

      Tomas Varga, Director of the Sample Archive Network: “Nobody asked the readers about it.”

      Ilse Brandt (Lantern Fund): “We will go to court.”
      """)
    reading.expectQuotations(
      [
        .init(
          "The closing is unlawful and must be undone.", by: "Mara Quill", nil,
          "Harbour Readers Association", paragraph: 1),
        .init(
          "Nobody asked the readers about it.", by: "Tomas Varga", "Director",
          "Sample Archive Network", paragraph: 2),
        .init("We will go to court.", by: "Ilse Brandt", nil, "Lantern Fund", paragraph: 3),
      ], here())
    reading.expectParties([], here())
  }

  @Test("emphasis and links around a speaker")
  func boldQuoteMd() throws {
    let reading = try Reading(
      """
      # Groups condemn closing

      **14 April 2021** – Groups today condemned the closing of the harbour library.

      > “The closing is unlawful and must be undone,” said **Mara Quill**, *Director* of \
      [Lantern Fund](https://example.org).

      > Nobody asked the readers.

      **Signed:**

      - [Lantern Fund](https://example.org)
      - **Sample Archive Network**
      - Reed Society[^1]
      """)
    #expect(reading.statement.publishedOn == CalendarDate(year: 2021, month: 4, day: 14))
    reading.expectQuotations(
      [
        .init(
          "The closing is unlawful and must be undone,", by: "Mara Quill", "Director",
          "Lantern Fund", paragraph: 1)
      ], here())
    reading.expectParties(
      [
        .organization("Lantern Fund"),
        .organization("Sample Archive Network"),
        .organization("Reed Society"),
      ], from: "**Signed:**", here())
  }

  @Test("single marks and apostrophes")
  func straightSingleQuotes() throws {
    let reading = try Reading(
      """
      Groups condemn closing

      Groups today condemned the closing of the harbour library.

      'The closing is unlawful,' said Mara Quill, director of Lantern Fund. 'The town's \
      readers weren't asked.'

      ‘It’s a shame,’ said Tomas Varga. ‘The readers’ voices must be heard.’
      """)
    reading.expectQuotations(
      [
        .init(
          "The closing is unlawful,", "The town's readers weren't asked.", by: "Mara Quill",
          "director", "Lantern Fund", paragraph: 1),
        .init(
          "It’s a shame,", "The readers’ voices must be heard.", by: "Tomas Varga", paragraph: 2),
      ], here())
    reading.expectParties([], here())
  }

  @Test("speakers on lines above their quotations")
  func quoteHeadings() throws {
    let reading = try Reading(
      """
      Groups condemn closing

      Groups today condemned the closing of the harbour library.

      Quotes:

      Mara Quill, Executive Director of Lantern Fund

      “The closing is unlawful and must be undone before the winter comes.”

      Tomas Varga, Chair of the Reed Society

      “Nobody asked the readers about it, and that is a shame.”

      Ilse Brandt, Sample Archive Network

      “We will go to court.”
      """)
    reading.expectQuotations(
      [
        .init(
          "The closing is unlawful and must be undone before the winter comes.", by: "Mara Quill",
          "Executive Director", "Lantern Fund", paragraph: 1),
        .init(
          "Nobody asked the readers about it, and that is a shame.", by: "Tomas Varga", "Chair",
          "Reed Society", paragraph: 2),
        .init(
          "We will go to court.", by: "Ilse Brandt", nil, "Sample Archive Network", paragraph: 3),
      ], here())
    reading.expectParties([], here())
  }
}

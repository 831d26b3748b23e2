import Bytes
import Testing

@testable import Statements

/// Lists of signatories as they stand in whole texts, made for the purpose.
@Suite("Lists below letters and statements")
struct LetterListTests {
  @Test("`Organizations:` and `Individuals:` are headings enough")
  func individualsOrganizationsBlocks() throws {
    let reading = try Reading(
      """
      Open letter on the future of the harbour library

      We write to express concern about the closing of the harbour library, which serves all.

      The library must open again without delay, and its keepers must be paid what they are \
      owed.

      Organizations:

      Harbour Readers Association
      Lantern Street Library Fund
      Sample Archive Network

      Individuals:

      Mara Quill, Professor of History, University of Exampleton
      Tomas Varga, Novelist
      Ilse Brandt, Researcher, Institute of Rivers
      """)
    reading.expectParties(
      [
        .organization("Harbour Readers Association"),
        .organization("Lantern Street Library Fund"),
        .organization("Sample Archive Network"),
        .person("Mara Quill", "Professor of History", "University of Exampleton"),
        .person("Tomas Varga", "Novelist"),
        .person("Ilse Brandt", "Researcher", "Institute of Rivers"),
      ], from: "Organizations:", here())
  }

  @Test("a person without a second line stands among groups that have one")
  func groupsWithSingle() throws {
    let reading = try Reading(
      """
      Open letter on the future of the harbour library

      We write to express concern about the closing of the harbour library, which serves all.

      Sincerely,

      Mara Quill
      Executive Director, Harbour Readers Association

      Tomas Varga
      President, Sample Archive Network

      Ilse Brandt

      Pavel Oren
      Chair, Lantern Fund
      """)
    reading.expectParties(
      [
        .person("Mara Quill", "Executive Director", "Harbour Readers Association"),
        .person("Tomas Varga", "President", "Sample Archive Network"),
        .person("Ilse Brandt"),
        .person("Pavel Oren", "Chair", "Lantern Fund"),
      ], from: "Sincerely,", here())
  }

  @Test("a person with all on one line ends a list of groups")
  func groupsSingleLast() throws {
    let reading = try Reading(
      """
      Open letter on the future of the harbour library

      We write to express concern about the closing of the harbour library, which serves all.

      Sincerely,

      Mara Quill
      Executive Director, Harbour Readers Association

      Tomas Varga
      President, Sample Archive Network

      Pavel Oren, Chair, Lantern Fund
      """)
    reading.expectParties(
      [
        .person("Mara Quill", "Executive Director", "Harbour Readers Association"),
        .person("Tomas Varga", "President", "Sample Archive Network"),
        .person("Pavel Oren", "Chair", "Lantern Fund"),
      ], from: "Sincerely,", here())
  }

  @Test("addressees, demands and copies of a letter are no signatories")
  func letterToUn() throws {
    let reading = try Reading(
      """
      Joint letter on the harbour library

      To:
      H.E. Ambassador Mara Quill, President of the Council
      H.E. Tomas Varga, Permanent Representative
      Members of the Council on Libraries

      14 April 2021

      Re: Closing of the harbour library

      Excellencies,

      We, the undersigned organisations, write to ask you to support a resolution on the \
      harbour library at the coming session.

      The resolution should:

      • Call upon the town to open the library;
      • Create a mechanism of inquiry; and
      • Ask for a report to the Council.

      Please accept, Excellencies, the assurances of our highest consideration.

      Yours sincerely,

      Harbour Readers Association
      Lantern Street Library Fund
      Sample Archive Network (SAN)
      Reed Society – Kenya

      cc: Office of the Secretary
      Ministry of Rivers
      """)
    #expect(reading.statement.publishedOn == CalendarDate(year: 2021, month: 4, day: 14))
    reading.expectParties(
      [
        .organization("Harbour Readers Association"),
        .organization("Lantern Street Library Fund"),
        .organization("Sample Archive Network (SAN)"),
        .organization("Reed Society", "KE", stated: "Kenya"),
      ], from: "Yours sincerely,", here())
  }

  @Test("`on behalf of` with and without a comma or role")
  func onBehalfOf() throws {
    let reading = try Reading(
      """
      Statement on the harbour library

      The undersigned call for the opening of the harbour library, which was closed in March.

      Signed,

      Mara Quill, on behalf of Harbour Readers Association
      Tomas Varga on behalf of the Sample Archive Network
      Ilse Brandt, Director, on behalf of Lantern Fund
      """)
    reading.expectParties(
      [
        .person("Mara Quill", nil, "Harbour Readers Association"),
        .person("Tomas Varga", nil, "Sample Archive Network"),
        .person("Ilse Brandt", "Director", "Lantern Fund"),
      ], from: "Signed,", here())
  }

  @Test("`Signed by:` and names in running text, an article before one")
  func inlineSignedBy() throws {
    let reading = try Reading(
      """
      Harbour library must open, groups say

      The library was closed on 3 March and its readers were not asked about it at all.

      Signed by: Harbour Readers Association, Lantern Street Library Fund, Sample Archive \
      Network (Kenya), and the Reed Society.

      For more information contact Mara Quill at mara@example.org.
      """)
    reading.expectParties(
      [
        .organization("Harbour Readers Association"),
        .organization("Lantern Street Library Fund"),
        .organization("Sample Archive Network", "KE", stated: "Kenya"),
        .organization("Reed Society"),
      ], from: "Signed by: Harbour Readers Association, ", here())
  }

  @Test("a Markdown table of organizations and countries")
  func markdownTable() throws {
    let reading = try Reading(
      """
      # Statement on the harbour library

      The undersigned call for the opening of the harbour library, which was closed in March.

      ## Signatories

      | Organization | Country |
      | --- | --- |
      | Harbour Readers Association | Kenya |
      | Lantern Street Library Fund | United Kingdom |
      | Sample Archive Network | Brazil |
      """)
    reading.expectParties(
      [
        .organization("Harbour Readers Association", "KE", stated: "Kenya"),
        .organization("Lantern Street Library Fund", "GB", stated: "United Kingdom"),
        .organization("Sample Archive Network", "BR", stated: "Brazil"),
      ], from: "## Signatories", here())
  }

  @Test("notes in brackets after a list")
  func endnotesAfterList() throws {
    let reading = try Reading(
      """
      Statement on the harbour library

      The undersigned call for the opening of the harbour library, which was closed in \
      March.[1] They stand ready to talk.[2]

      Signatories:

      Harbour Readers Association
      Lantern Street Library Fund
      Sample Archive Network

      [1] Harbour Gazette, “Library closed,” 4 March 2021.
      [2] See https://example.org/statement.
      """)
    reading.expectParties(
      [
        .organization("Harbour Readers Association"),
        .organization("Lantern Street Library Fund"),
        .organization("Sample Archive Network"),
      ], from: "Signatories:", here())
  }

  @Test("two columns of organizations")
  func twoColumnSpaces() throws {
    let reading = try Reading(
      """
      Statement on the harbour library

      The undersigned call for the opening of the harbour library, which was closed in March.

      Undersigned organizations

      Harbour Readers Association          Lantern Street Library Fund
      Sample Archive Network               Reed Society
      Marsh Bird Society                   Friends of the River
      """)
    reading.expectParties(
      [
        .organization("Harbour Readers Association"),
        .organization("Lantern Street Library Fund"),
        .organization("Sample Archive Network"),
        .organization("Reed Society"),
        .organization("Marsh Bird Society"),
        .organization("Friends of the River"),
      ], from: "Undersigned organizations", here())
  }

  @Test("a letter’s address at the head, organizations below its closing")
  func sincerelyThenListOfOrgsWithSection() throws {
    let reading = try Reading(
      """
      April 14, 2021

      The Honorable Mara Quill
      Secretary of Libraries
      12 Harbour Road
      Exampleton

      Dear Secretary Quill:

      On behalf of the 35 undersigned organizations, we urge you to open the harbour library.

      We thank you for your attention to this matter and look forward to your answer.

      Sincerely,

      Access Readers
      Association of Sample Libraries
      Center for Books & Rivers
      Demand Pages Education Fund
      Lantern Fund
      R Street Readers
      Sample Archive Network
      """)
    #expect(reading.statement.publishedOn == CalendarDate(year: 2021, month: 4, day: 14))
    reading.expectParties(
      [
        .organization("Access Readers"),
        .organization("Association of Sample Libraries"),
        .organization("Center for Books & Rivers"),
        .organization("Demand Pages Education Fund"),
        .organization("Lantern Fund"),
        .organization("R Street Readers"),
        .organization("Sample Archive Network"),
      ], from: "Sincerely,", here())
  }

  @Test("persons with affiliations after commas, dashes and in parentheses")
  func individualsAffiliationNote() throws {
    let reading = try Reading(
      """
      Open letter on the library code

      We are researchers who have studied the library code, and we find that it must be \
      changed at once.

      The code would harm readers, and it would not help anybody.

      Signed (affiliations are for identification purposes only):

      Mara Quill, University of Exampleton
      Tomas Varga, Professor Emeritus, Sample Institute of Technology
      Dr. Ilse Brandt (Lantern Fund)
      Pavel Oren - Reed Society, Kenya
      """)
    reading.expectParties(
      [
        .person("Mara Quill", nil, "University of Exampleton"),
        .person("Tomas Varga", "Professor Emeritus", "Sample Institute of Technology"),
        .person("Ilse Brandt", nil, "Lantern Fund"),
        .person("Pavel Oren", nil, "Reed Society", country: "KE", stated: "Kenya"),
      ], from: "Signed (affiliations are for identificat", here())
  }
}

import Bytes
import Testing

@testable import Statements

/// Lists of signatories as they stand in whole texts, made for the purpose.
@Suite("Lists of mixed layouts")
struct MixedListTests {
  @Test("countries after dashes; a region is none")
  func nameCountryDashAndParenMix() throws {
    let reading = try Reading(
      """
      Joint statement: open the library

      We, the undersigned, call for the opening of the harbour library.

      Endorsed by:

      1. Harbour Readers Association – Kenya
      2. Lantern Street Library Fund – United States of America
      3. Réseau des Archives – Côte d'Ivoire
      4. Red de Lectores - Perú
      5. Reed Society – Regional
      6. Marsh Bird Society
      """)
    reading.expectParties(
      [
        .organization("Harbour Readers Association", "KE", stated: "Kenya"),
        .organization("Lantern Street Library Fund", "US", stated: "United States of America"),
        .organization("Réseau des Archives", "CI", stated: "Côte d'Ivoire"),
        .organization("Red de Lectores", "PE", stated: "Perú"),
        .organization("Reed Society"),
        .organization("Marsh Bird Society"),
      ], from: "Endorsed by:", here())
  }

  @Test("names in one line above the text")
  func listFirstThenText() throws {
    let reading = try Reading(
      """
      Joint statement on the library

      14 April 2021

      Signatories: Harbour Readers Association, Lantern Fund, Sample Archive Network

      We call for the opening of the harbour library, which was closed in March without a \
      reason.

      The town must answer its readers, and it must do so now.
      """)
    #expect(reading.statement.publishedOn == CalendarDate(year: 2021, month: 4, day: 14))
    reading.expectParties(
      [
        .organization("Harbour Readers Association"),
        .organization("Lantern Fund"),
        .organization("Sample Archive Network"),
      ], from: "Signatories: Harbour Readers Association", here())
  }

  @Test("titles before and behind names")
  func individualTitlesDash() throws {
    let reading = try Reading(
      """
      Open letter

      We call for the opening of the harbour library, which was closed in March without a \
      reason.

      The undersigned:

      Prof. Mara Quill – University of Exampleton, Kenya
      Dr. Tomas Varga – Sample Institute
      Ilse Brandt, MP (United Kingdom)
      Rev. Pavel Oren
      Sir John Reed, former Governor of the Bank of Examples
      """)
    reading.expectParties(
      [
        .person("Mara Quill", nil, "University of Exampleton", country: "KE", stated: "Kenya"),
        .person("Tomas Varga", nil, "Sample Institute"),
        .person("Ilse Brandt", "MP", country: "GB", stated: "United Kingdom"),
        .person("Pavel Oren"),
        .person("John Reed", "former Governor", "Bank of Examples"),
      ], from: "The undersigned:", here())
  }

  @Test("persons told by the organizations behind their names throughout")
  func closingWithNamesAndOrgsLines() throws {
    let reading = try Reading(
      """
      Joint letter on the library

      Dear Minister Quill,

      We write to ask you to open the harbour library, which was closed in March without a \
      reason.

      We remain at your disposal for any question.

      Yours faithfully,

      Mara Quill, Harbour Readers Association
      Tomas Varga, Lantern Fund
      Ilse Brandt, Sample Archive Network
      Pavel Oren, Reed Society
      """)
    reading.expectParties(
      [
        .person("Mara Quill", nil, "Harbour Readers Association"),
        .person("Tomas Varga", nil, "Lantern Fund"),
        .person("Ilse Brandt", nil, "Sample Archive Network"),
        .person("Pavel Oren", nil, "Reed Society"),
      ], from: "Yours faithfully,", here())
  }

  @Test("organizations with the persons who sign for them")
  func orgFirstPersonSecond() throws {
    let reading = try Reading(
      """
      Joint letter on the library

      We write to ask you to open the harbour library, which was closed in March without a \
      reason.

      Signed:

      Harbour Readers Association, Mara Quill, Director
      Lantern Fund, Tomas Varga, Chair
      Sample Archive Network, Ilse Brandt, Secretary General
      """)
    reading.expectParties(
      [
        .organization("Harbour Readers Association"),
        .organization("Lantern Fund"),
        .organization("Sample Archive Network"),
      ], from: "Signed:", here())
  }

  @Test("`CC:` ends a list")
  func ccAndEnclosures() throws {
    let reading = try Reading(
      """
      Joint letter on the library

      Dear Minister,

      We write to ask you to open the harbour library, which was closed in March without a \
      reason.

      Sincerely,

      Harbour Readers Association
      Lantern Fund
      Sample Archive Network

      CC:
      Prime Minister Tomas Varga
      Ministry of Rivers

      Enclosures: Petition
      """)
    reading.expectParties(
      [
        .organization("Harbour Readers Association"),
        .organization("Lantern Fund"),
        .organization("Sample Archive Network"),
      ], from: "Sincerely,", here())
  }

  @Test("names now close, now apart")
  func longCloseListBlankGap() throws {
    let reading = try Reading(
      """
      Joint statement

      We call for the opening of the harbour library, which was closed in March without a \
      reason.

      Signatories:

      Harbour Readers Association

      Lantern Fund
      Sample Archive Network

      Reed Society
      Marsh Bird Society
      Friends of the River
      """)
    reading.expectParties(
      [
        .organization("Harbour Readers Association"),
        .organization("Lantern Fund"),
        .organization("Sample Archive Network"),
        .organization("Reed Society"),
        .organization("Marsh Bird Society"),
        .organization("Friends of the River"),
      ], from: "Signatories:", here())
  }

  @Test("what the undersigned call for is no list of them")
  func demandsListNotSignatories() throws {
    let reading = try Reading(
      """
      Joint statement

      We call for the opening of the harbour library, which was closed in March without a \
      reason.

      We, the undersigned organizations, call on the town to:

      • Open the library
      • Pay the keepers
      • Hear the readers

      Signed:

      • Lantern Fund
      • Reed Society
      """)
    reading.expectParties(
      [
        .organization("Lantern Fund"),
        .organization("Reed Society"),
      ], from: "Signed:", here())
  }

  @Test("handles and addresses behind names; buttons below the list")
  func twitterHandlesEnd() throws {
    let reading = try Reading(
      """
      Joint statement on the library

      We call for the opening of the harbour library, which was closed in March without a \
      reason.

      Signatories

      Harbour Readers Association (@harbourreaders)
      Lantern Fund - www.lantern.example
      Sample Archive Network <https://sample.example>

      Share this page
      Twitter
      Facebook

      © 2021 Lantern Fund
      """)
    reading.expectParties(
      [
        .organization("Harbour Readers Association"),
        .organization("Lantern Fund"),
        .organization("Sample Archive Network"),
      ], from: "Signatories", here())
  }

  @Test("columns of names, titles and affiliations")
  func tableOfNames3colTabs() throws {
    let reading = try Reading(
      """
      Open letter on reading

      We, researchers of reading, are worried about the closing of the harbour library and \
      what will follow.

      Signatories

      Name\tTitle\tAffiliation
      Mara Quill\tProfessor\tUniversity of Exampleton
      Tomas Varga\tPhD Candidate\tSample Institute
      Ilse Brandt\tDirector\tLantern Fund
      """)
    reading.expectParties(
      [
        .person("Mara Quill", "Professor", "University of Exampleton"),
        .person("Tomas Varga", "PhD Candidate", "Sample Institute"),
        .person("Ilse Brandt", "Director", "Lantern Fund"),
      ], from: "Signatories", here())
  }

  @Test("a bar before a country; names that begin with digits")
  func orgAbbrAndUrl() throws {
    let reading = try Reading(
      """
      Joint statement

      We are worried about the closing of the harbour library and what will follow from it \
      for readers.

      The following organisations have signed this statement:

      Harbour Readers Association (HRA)
      Réseau des Archives (RdA) – France
      Lantern Fund, https://lantern.example
      Stiftung Lesen & Meer, Germany
      Sample Archive Network | Kenya
      7iber
      3D Readers
      """)
    reading.expectParties(
      [
        .organization("Harbour Readers Association (HRA)"),
        .organization("Réseau des Archives (RdA)", "FR", stated: "France"),
        .organization("Lantern Fund"),
        .organization("Stiftung Lesen & Meer", "DE", stated: "Germany"),
        .organization("Sample Archive Network", "KE", stated: "Kenya"),
        .organization("7iber"),
        .organization("3D Readers"),
      ], from: "The following organisations have signed ", here())
  }
}

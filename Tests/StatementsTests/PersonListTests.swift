import Bytes
import Testing

@testable import Statements

/// Lists of signatories as they stand in whole texts, made for the purpose.
@Suite("Lists of persons and organizations")
struct PersonListTests {
  @Test("organizations and individuals under headings of their own")
  func twoLists() throws {
    let reading = try Reading(
      """
      Joint statement

      We are worried about the closing of the harbour library and what will follow from it \
      for readers.

      Organizational signatories:

      Harbour Readers Association
      Lantern Fund

      Individual signatories:

      Mara Quill, Exampleton
      Tomas Varga, journalist
      Ilse Brandt
      """)
    reading.expectParties(
      [
        .organization("Harbour Readers Association"),
        .organization("Lantern Fund"),
        .person("Mara Quill"),
        .person("Tomas Varga", "journalist"),
        .person("Ilse Brandt"),
      ], from: "Organizational signatories:", here())
  }

  @Test("numbered demands above numbered signatories")
  func numberedParagraphs() throws {
    let reading = try Reading(
      """
      Joint submission on the library code

      We, the undersigned, make this submission on the draft code of the town of Exampleton.

      1. The code must be clear, and it must not give the town a power to shut doors at will.
      2. The code must be published in all languages that readers speak.
      3. The code must be reviewed every two years by a body of readers.

      Submitted by:

      1. Harbour Watch
      2. Lantern Fund
      3. Reed Society
      """)
    reading.expectParties(
      [
        .organization("Harbour Watch"),
        .organization("Lantern Fund"),
        .organization("Reed Society"),
      ], from: "Submitted by:", here())
  }

  @Test("dashes as bullets")
  func undersignedEmDash() throws {
    let reading = try Reading(
      """
      Statement on the library — 14 April 2021

      The library must be open for all readers. We ask the town to hear us before the end of \
      the year.

      — Harbour Watch
      — Lantern Fund
      — Reed Society
      — Sample Archive Network
      — Marsh Bird Society
      """)
    #expect(reading.statement.publishedOn == CalendarDate(year: 2021, month: 4, day: 14))
    reading.expectParties(
      [
        .organization("Harbour Watch"),
        .organization("Lantern Fund"),
        .organization("Reed Society"),
        .organization("Sample Archive Network"),
        .organization("Marsh Bird Society"),
      ], here())
  }

  @Test("a conjunction at the end of the last line but one")
  func trailingAndLines() throws {
    let reading = try Reading(
      """
      Statement on the library

      The library must be open for all readers. We ask the town to hear us before the end of \
      the year.

      The undersigned organizations,

      Harbour Watch,
      Lantern Fund,
      Reed Society and
      Sample Archive Network
      """)
    reading.expectParties(
      [
        .organization("Harbour Watch"),
        .organization("Lantern Fund"),
        .organization("Reed Society"),
        .organization("Sample Archive Network"),
      ], here())
  }

  @Test("names alone of which some are plainly those of persons")
  func moreThanHeadingCount() throws {
    let reading = try Reading(
      """
      Open letter of 40 writers

      14 April 2021

      To the mayor of Exampleton

      We, 40 writers, ask you to open the library that was closed in March without a reason.

      Yours,

      Mara Quill
      Tomas Varga
      Ilse Brandt
      Pavel Oren
      Nela Kovar
      Rosa Delmar
      """)
    #expect(reading.statement.publishedOn == CalendarDate(year: 2021, month: 4, day: 14))
    reading.expectParties(
      [
        .person("Mara Quill"),
        .person("Tomas Varga"),
        .person("Ilse Brandt"),
        .person("Pavel Oren"),
        .person("Nela Kovar"),
        .person("Rosa Delmar"),
      ], from: "Yours,", here())
  }

  @Test("French persons with roles and elided articles")
  func frenchLetterList() throws {
    let reading = try Reading(
      """
      Lettre ouverte au ministre de la Culture

      Monsieur le Ministre,

      Nous, organisations soussignées, vous demandons de rouvrir la bibliothèque du port, \
      fermée en mars sans raison.

      Nous vous prions d’agréer, Monsieur le Ministre, l’expression de nos salutations \
      distinguées.

      Les signataires :

      Mara Quill, présidente de la Ligue des Lecteurs
      Tomas Varga, directeur général du Réseau des Archives
      Ilse Brandt, porte-parole d’Alerte Lecture
      Collectif des Quais
      """)
    reading.expectParties(
      [
        .person("Mara Quill", "présidente", "Ligue des Lecteurs"),
        .person("Tomas Varga", "directeur général", "Réseau des Archives"),
        .person("Ilse Brandt", "porte-parole", "Alerte Lecture"),
        .organization("Collectif des Quais"),
      ], from: "Les signataires :", here())
  }

  @Test("Spanish subheadings over organizations and persons")
  func esCarta() throws {
    let reading = try Reading(
      """
      Carta abierta a la alcaldía

      Ciudad Ejemplo, a 14 de abril de 2021

      Señora alcaldesa:

      Las organizaciones abajo firmantes le pedimos que reabra la biblioteca del puerto, \
      cerrada sin debate.

      Atentamente,

      Organizaciones

      Asociación de Lectores
      Red de Archivos (México)
      Linterna A.C.

      Personas

      Mara Quill, escritora
      Tomás Varga, Universidad de Ejemplo
      """)
    #expect(reading.statement.publishedOn == CalendarDate(year: 2021, month: 4, day: 14))
    reading.expectParties(
      [
        .organization("Asociación de Lectores"),
        .organization("Red de Archivos", "MX", stated: "México"),
        .organization("Linterna A.C."),
        .person("Mara Quill", "escritora"),
        .person("Tomás Varga", nil, "Universidad de Ejemplo"),
      ], from: "Atentamente,", here())
  }

  @Test("signers named in a sentence after a colon")
  func signersInPTags() throws {
    let reading = try Reading(
      """
      Groups: Open the library

      Harbour Watch, Lantern Fund, and 20 other organizations sent a letter today to the town \
      of Exampleton.

      The full list of signers includes: Harbour Watch, Lantern Fund, Reed Society, Sample \
      Archive Network, and Marsh Bird Society.
      """)
    reading.expectParties(
      [
        .organization("Harbour Watch"),
        .organization("Lantern Fund"),
        .organization("Reed Society"),
        .organization("Sample Archive Network"),
        .organization("Marsh Bird Society"),
      ], from: "The full list of signers includes: Harbo", here())
  }

  @Test("numbered persons with affiliations only, and a country")
  func numberedPersons() throws {
    let reading = try Reading(
      """
      Open letter of scholars

      We, scholars of books, ask the town to open the library that was closed in March \
      without a reason.

      Signatories:

      1. Mara Quill, Professor of Law, University of Exampleton
      2. Tomas Varga, Associate Professor, Sample University
      3. Dr Ilse Brandt, Lantern Fund
      4. Pavel Oren, Reed Society
      5. Nela Kovar, Harbour Watch, Kenya
      """)
    reading.expectParties(
      [
        .person("Mara Quill", "Professor of Law", "University of Exampleton"),
        .person("Tomas Varga", "Associate Professor", "Sample University"),
        .person("Ilse Brandt", nil, "Lantern Fund"),
        .person("Pavel Oren", nil, "Reed Society"),
        .person("Nela Kovar", nil, "Harbour Watch", country: "KE", stated: "Kenya"),
      ], from: "Signatories:", here())
  }

  @Test("each person with the organization on the line below")
  func personOrgLinesAlternate() throws {
    let reading = try Reading(
      """
      Open letter

      We ask the town to open the library that was closed in March without a reason.

      Signed by

      Mara Quill
      Lantern Fund

      Tomas Varga
      Reed Society

      Ilse Brandt
      Harbour Watch
      """)
    reading.expectParties(
      [
        .person("Mara Quill", nil, "Lantern Fund"),
        .person("Tomas Varga", nil, "Reed Society"),
        .person("Ilse Brandt", nil, "Harbour Watch"),
      ], from: "Signed by", here())
  }
}

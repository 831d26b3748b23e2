import Bytes
import Testing

@testable import Statements

/// Whole texts in European languages, made for the purpose.
@Suite("Texts in European languages")
struct EuropeanLanguageTests {
  @Test("Portuguese: verb before an organization")
  func portugueseInverted() throws {
    let reading = try Reading(
      """
      Declaração conjunta sobre o encerramento da biblioteca

      As organizações manifestam a sua preocupação com o encerramento da biblioteca do porto.

      “A biblioteca deve reabrir imediatamente”, afirma a Associação de Leitores do Porto.

      “Ninguém perguntou aos leitores”, disse Mara Quintas, diretora da Rede de Arquivos.

      Segundo Tomás Varga, presidente da Fundação Lanterna, “a decisão viola a lei e deve ser \
      anulada”.
      """)
    reading.expectQuotations(
      [
        .init(
          "A biblioteca deve reabrir imediatamente", by: "Associação de Leitores do Porto",
          paragraph: 1, kind: .organization),
        .init(
          "Ninguém perguntou aos leitores", by: "Mara Quintas", "diretora", "Rede de Arquivos",
          paragraph: 2),
        .init(
          "a decisão viola a lei e deve ser anulada", by: "Tomás Varga", "presidente",
          "Fundação Lanterna", paragraph: 3),
      ], here())
    reading.expectParties([], here())
  }

  @Test("French: elided articles, `Pour` before a speaker")
  func frenchArticles() throws {
    let reading = try Reading(
      """
      Déclaration conjointe sur la fermeture de la bibliothèque

      Paris, le 14 avril 2021 – Les organisations signataires dénoncent la fermeture de la \
      bibliothèque du port.

      « Cette fermeture est illégale », a déclaré Mara Quill, présidente de la Ligue des \
      Lecteurs.

      « Nous irons devant les tribunaux », souligne Tomas Varga, directeur du Réseau des \
      Archives.

      Pour Ilse Brandt, porte-parole de l’Association du Fleuve, « personne n’a consulté les \
      lecteurs ».

      « C’est un jour triste », déplore le Comité du Port.

      Organisations signataires :

      - Ligue des Lecteurs (France)
      - Réseau des Archives, Belgique
      - Association du Fleuve
      """)
    #expect(reading.statement.publishedOn == CalendarDate(year: 2021, month: 4, day: 14))
    reading.expectQuotations(
      [
        .init(
          "Cette fermeture est illégale", by: "Mara Quill", "présidente", "Ligue des Lecteurs",
          paragraph: 1),
        .init(
          "Nous irons devant les tribunaux", by: "Tomas Varga", "directeur", "Réseau des Archives",
          paragraph: 2),
        .init(
          "personne n’a consulté les lecteurs", by: "Ilse Brandt", "porte-parole",
          "Association du Fleuve", paragraph: 3),
        .init("C’est un jour triste", by: "Comité du Port", paragraph: 4, kind: .organization),
      ], here())
    reading.expectParties(
      [
        .organization("Ligue des Lecteurs", "FR", stated: "France"),
        .organization("Réseau des Archives", "BE", stated: "Belgique"),
        .organization("Association du Fleuve"),
      ], from: "Organisations signataires :", here())
  }

  @Test("German: dateline with a full stop, `so` and `erklärt`")
  func german() throws {
    let reading = try Reading(
      """
      Gemeinsame Erklärung zur Schließung der Hafenbibliothek

      Berlin, 14. April 2021. Mehrere Verbände verurteilen die Schließung der Hafenbibliothek.

      „Die Schließung ist rechtswidrig“, sagt Mara Quill, Geschäftsführerin des Leserverbands \
      Hafen.

      „Niemand hat die Leserinnen und Leser gefragt“, so Tomas Varga vom Archivnetzwerk.

      Ilse Brandt, Sprecherin der Laternenstiftung, erklärt: „Wir werden klagen.“

      Unterzeichnende Organisationen:

      Leserverband Hafen e.V.
      Archivnetzwerk (Österreich)
      Laternenstiftung
      """)
    #expect(reading.statement.publishedOn == CalendarDate(year: 2021, month: 4, day: 14))
    reading.expectQuotations(
      [
        .init(
          "Die Schließung ist rechtswidrig", by: "Mara Quill", "Geschäftsführerin",
          "Leserverbands Hafen", paragraph: 1),
        .init(
          "Niemand hat die Leserinnen und Leser gefragt", by: "Tomas Varga", nil, "Archivnetzwerk",
          paragraph: 2),
        .init(
          "Wir werden klagen.", by: "Ilse Brandt", "Sprecherin", "Laternenstiftung", paragraph: 3),
      ], here())
    reading.expectParties(
      [
        .organization("Leserverband Hafen e.V."),
        .organization("Archivnetzwerk", "AT", stated: "Österreich"),
        .organization("Laternenstiftung"),
      ], from: "Unterzeichnende Organisationen:", here())
  }

  @Test("Spanish: dateline, inverted subject, `Según`")
  func spanish() throws {
    let reading = try Reading(
      """
      Declaración conjunta sobre el cierre de la biblioteca del puerto

      Ciudad Ejemplo, 14 de abril de 2021. Las organizaciones firmantes condenamos el cierre \
      de la biblioteca del puerto.

      “El cierre es ilegal”, dijo Mara Quill, directora ejecutiva de la Asociación de \
      Lectores del Puerto.

      “Nadie consultó a los lectores”, señaló el Comité del Río.

      Según Tomás Varga, vocero de la Red de Archivos, “la alcaldía violó sus propias normas”.

      Firman:

      Asociación de Lectores del Puerto (México)
      Red de Archivos
      Fundación Linterna, Colombia
      Ilse Brandt, abogada
      """)
    #expect(reading.statement.publishedOn == CalendarDate(year: 2021, month: 4, day: 14))
    reading.expectQuotations(
      [
        .init(
          "El cierre es ilegal", by: "Mara Quill", "directora ejecutiva",
          "Asociación de Lectores del Puerto", paragraph: 1),
        .init(
          "Nadie consultó a los lectores", by: "Comité del Río", paragraph: 2, kind: .organization),
        .init(
          "la alcaldía violó sus propias normas", by: "Tomás Varga", "vocero", "Red de Archivos",
          paragraph: 3),
      ], here())
    reading.expectParties(
      [
        .organization("Asociación de Lectores del Puerto", "MX", stated: "México"),
        .organization("Red de Archivos"),
        .organization("Fundación Linterna", "CO", stated: "Colombia"),
        .person("Ilse Brandt", "abogada"),
      ], from: "Firman:", here())
  }

  @Test("Italian: `dell’`")
  func italian() throws {
    let reading = try Reading(
      """
      Dichiarazione congiunta sulla biblioteca del porto

      Roma, 14 aprile 2021

      Condanniamo la chiusura della biblioteca del porto, decisa a marzo senza alcuna ragione.

      «La chiusura è illegale», ha dichiarato Mara Quill, presidente dell'Associazione Lettori.

      “Nessuno ha chiesto ai lettori”, afferma Tomas Varga, direttore della Rete Archivi.

      Firmatari:
      Associazione Lettori
      Rete Archivi
      """)
    #expect(reading.statement.publishedOn == CalendarDate(year: 2021, month: 4, day: 14))
    reading.expectQuotations(
      [
        .init(
          "La chiusura è illegale", by: "Mara Quill", "presidente", "Associazione Lettori",
          paragraph: 1),
        .init(
          "Nessuno ha chiesto ai lettori", by: "Tomas Varga", "direttore", "Rete Archivi",
          paragraph: 2),
      ], here())
    reading.expectParties(
      [
        .organization("Associazione Lettori"),
        .organization("Rete Archivi"),
      ], from: "Firmatari:", here())
  }

  @Test("German: `Dazu NAME:` and a parted verb")
  func germanGenannt() throws {
    let reading = try Reading(
      """
      Pressemitteilung

      Hafenbibliothek muss wieder öffnen

      Berlin, 14.04.2021

      Verbände fordern die Öffnung der Hafenbibliothek, die im März ohne Debatte geschlossen \
      wurde.

      Dazu Mara Quill, Vorsitzende des Leserverbands: „Das ist ein Angriff auf alle, die lesen.“

      „Wir klagen“, kündigte Tomas Varga, Sprecher von Laterne e.V., an.

      „Das ist falsch“, so Ilse Brandt, Referentin für Bildung bei der Laternenstiftung.
      """)
    #expect(reading.statement.publishedOn == CalendarDate(year: 2021, month: 4, day: 14))
    reading.expectQuotations(
      [
        .init(
          "Das ist ein Angriff auf alle, die lesen.", by: "Mara Quill", "Vorsitzende",
          "Leserverbands", paragraph: 1),
        .init("Wir klagen", by: "Tomas Varga", "Sprecher", "Laterne e.V.", paragraph: 2),
        .init(
          "Das ist falsch", by: "Ilse Brandt", "Referentin für Bildung", "Laternenstiftung",
          paragraph: 3),
      ], here())
    reading.expectParties([], here())
  }
}

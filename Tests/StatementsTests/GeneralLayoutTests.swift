import Testing

@testable import Statements

/// Rules that hold for texts of any layout, in texts made for the purpose.
@Suite("General layouts")
struct GeneralLayoutTests {
  private func read(_ rest: String) throws -> Reading {
    try Reading(SignatoryLayoutTests.head + rest)
  }

  @Test("speech goes on after the whole sentence that tells who speaks")
  func secondSegment() throws {
    try read(
      """
      “This is a turning point,” the Marsh Bird Society said in a statement. “Nobody is blind.”

      “The office must open,” said Mara Quill. “It is the law,” said Tomas Varga.
      """
    ).expectQuotations(
      [
        .init(
          "This is a turning point,", "Nobody is blind.", by: "Marsh Bird Society", paragraph: 2,
          kind: .organization),
        .init("The office must open,", by: "Mara Quill", paragraph: 3),
        .init("It is the law,", by: "Tomas Varga", paragraph: 3),
      ], here())
  }

  @Test("Chinese speakers: organization, role and name without spaces")
  func chinese() throws {
    let reading = try Reading(
      """
      关于河流办公室的联合声明

      我们对河流办公室被关闭深表关切，并要求有关部门立即重新开放。

      “河流是我们的生命，”河流之友主席王明说。

      绿色山谷协会表示：「这是一个转折点，没有人可以说自己不知道。」

      李小红女士在声明中指出：“政府必须遵守法律，保护所有居民。”
      """)
    reading.expectQuotations(
      [
        .init("河流是我们的生命，", by: "王明", "主席", "河流之友", paragraph: 1),
        .init("这是一个转折点，没有人可以说自己不知道。", by: "绿色山谷协会", paragraph: 2, kind: .organization),
        .init("政府必须遵守法律，保护所有居民。", by: "李小红", paragraph: 3),
      ], here())
  }

  @Test("regions over parts of a list are no signatories; abbreviations keep their full stop")
  func regions() throws {
    try read(
      """
      Signatories

      Africa
      Free Lines e.V.
      Press Watch Kenya
      Europe
      Reed Fund Ltd.
      Asociación Cauce A.C.
      National organisations
      Stop China Genocide
      Red del Río México
      """
    ).expectParties(
      [
        .organization("Free Lines e.V."), .organization("Press Watch Kenya", "KE"),
        .organization("Reed Fund Ltd."), .organization("Asociación Cauce A.C."),
        .organization("Stop China Genocide"), .organization("Red del Río México", "MX"),
      ], here())
  }

  @Test("countries over parts of a list whose lines all stand close")
  func closeCountries() throws {
    try read("Firmantes:\n\nMéxico\nCasa Roja\nRed del Río\nPerú\nCasa del Agua\nRibera\n")
      .expectParties(
        [
          .organization("Casa Roja", "MX", stated: "México"),
          .organization("Red del Río", "MX", stated: "México"),
          .organization("Casa del Agua", "PE", stated: "Perú"),
          .organization("Ribera", "PE", stated: "Perú"),
        ], here())
  }

  @Test("three numbered names at the end sign without a heading; three demands do not")
  func numberedToEnd() throws {
    try read("1. Reed Keepers\n2. Open Lines\n3. Marsh Herons\n")
      .expectNames(["Reed Keepers", "Open Lines", "Marsh Herons"], here())
    try read("1. Open the rooms\n2. Release the keepers\n3. Pay their wages\n")
      .expectNames([], here())
  }

  @Test("a legal form after a comma belongs to the name before it")
  func legalForms() throws {
    try read("Endorsed by: Reed Watch, Marsh Bird Society, Inc., and Lantern Trust.\n")
      .expectNames(["Reed Watch", "Marsh Bird Society, Inc.", "Lantern Trust"], here())
  }

  @Test("the Spanish article before a speaker is no pronoun")
  func spanishArticle() throws {
    let reading = try read("\"El río no se vende\", señaló el abogado Pedro Lantos.\n")
    reading.expectQuotations(
      [.init("El río no se vende", by: "Pedro Lantos", "abogado", paragraph: 2)], here())
  }

  @Test("a contact, a pointer or a trail on top neither is the title nor takes the text")
  func topLines() throws {
    let rest = """
      An appeal for the harbour library

      3 May 2024

      The readers of the harbour library have met and have agreed on what they will do.

      “We will read on, in winter too,” said Ann Sample, Chair of Book Friends.

      """
    for top in [
      "", "Contact: Press office, press@example.org\n\n", "See also: PDF of this statement\n\n",
      "Contact: Kim Reed, 202-555-0100 (mobile)\n\nkim.reed@example.org\n\n",
      "Notes\n\n", "About us\n\n", "Share this:\nTwitter\nFacebook\n\n",
    ] {
      let statement = try Statement.read(Array((top + rest).utf8))
      #expect(
        statement.title.map(statement.string(at:)) == "An appeal for the harbour library", "\(top)")
      #expect(statement.paragraphs.count == 2, "\(top)")
      #expect(statement.quotations.count == 1, "\(top)")
    }
  }

  @Test("a line about contacts or sharing inside takes nothing of what follows")
  func inside() throws {
    for line in [
      "For more information: https://example.org/press", "Share this:\nTwitter\nFacebook",
      "Contact: press@example.org", "See also: the first letter", "Notes", "About the library",
    ] {
      let text = """
        An appeal for the harbour library

        The readers of the harbour library have met and have agreed on what they will do.

        \(line)

        “We will read on, in winter too,” said Ann Sample, Chair of Book Friends.

        They have read there for forty years, and they will not stop now, whatever it costs them.

        """
      let statement = try Statement.read(Array(text.utf8))
      #expect(statement.quotations.count == 1, "\(line)")
      #expect(statement.paragraphs.count == 3, "\(line)")
    }
  }
}

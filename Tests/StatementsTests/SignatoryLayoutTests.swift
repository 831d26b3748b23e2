import Testing

@testable import Statements

/// Every layout of a list of signatories, in texts made for the purpose.
@Suite("Layouts of lists of signatories")
struct SignatoryLayoutTests {
  static let head = """
    Joint statement on the closing of the harbour library

    We regret that the harbour library was closed without notice, and ask that it be opened again.

    The readers of the town have used its rooms for sixty years, and they will miss them.


    """

  private func read(_ list: String) throws -> Reading { try Reading(Self.head + list) }

  @Test("a numbered list without a heading, dots or parentheses after the numbers")
  func numbered() throws {
    let names = [
      "Harbour Readers Association", "Union of Example Printers", "Example Book Society",
      "Lantern Street Library Fund", "Sample Archive Network",
    ]
    for style in ["%.", "%)", "(%)", "  %. "] {
      let list = names.enumerated().map {
        "\(style.replacing("%", with: "\($0 + 1)")) \($1)"
      }.joined(separator: "\n")
      try read(list).expectNames(names, here())
    }
  }

  @Test("bullets below a heading, with any of the usual bullets")
  func bulleted() throws {
    for bullet in ["*", "-", "•", "◦", "  * ", "·"] {
      let list = "Signatories\n\n\(bullet) Harbour Readers\n\(bullet) quiet pages\n\(bullet) QRST\n"
      try read(list).expectNames(["Harbour Readers", "quiet pages", "QRST"], here())
    }
  }

  @Test("one name per line below a heading, until a blank line and other matter")
  func lines() throws {
    let reading = try read(
      """
      Signed by:
      Harbour Readers
      Lantern Street Library
      Sample Archive Network

      Contact: press@example.org
      """)
    reading.expectNames(
      ["Harbour Readers", "Lantern Street Library", "Sample Archive Network"], here())
    #expect(reading.statement.paragraphs.count == 2)
  }

  @Test("names set apart by blank lines; a footer of close lines is not taken")
  func apart() throws {
    let reading = try read(
      """
      This statement is endorsed by the following:

      Harbour Readers

      Lantern Street Library

      Sample Archive Network

      Harbour Readers
      More articles
      Sign up
      Copyright Harbour Readers
      """)
    reading.expectNames(
      ["Harbour Readers", "Lantern Street Library", "Sample Archive Network"], here())
  }

  @Test("names separated by commas or semicolons in one paragraph")
  func series() throws {
    try read("Signatories: Harbour Readers, Lantern Street Library and Sample Archive Network.")
      .expectNames(["Harbour Readers", "Lantern Street Library", "Sample Archive Network"], here())
    try read(
      """
      Signed by

      Harbour Readers; Lantern, Street and Library Group; and Sample Archive Network
      """
    ).expectNames(
      ["Harbour Readers", "Lantern, Street and Library Group", "Sample Archive Network"], here())
    try read(
      """
      Supporting organisations:
      Harbour Readers, Lantern Street Library, Sample Archive Network, Example Book Society
      """
    ).expectNames(
      [
        "Harbour Readers", "Lantern Street Library", "Sample Archive Network",
        "Example Book Society",
      ],
      here())
  }

  @Test("columns separated by tabs, with heads and numbers")
  func columns() throws {
    try read(
      """
      Signatories

      Organization\tCountry
      Harbour Readers\tKenya
      Lantern Street Library\tUnited Kingdom
      Sample Archive Network\tCôte d’Ivoire
      """
    ).expectParties(
      [
        .organization("Harbour Readers", "KE", stated: "Kenya"),
        .organization("Lantern Street Library", "GB", stated: "United Kingdom"),
        .organization("Sample Archive Network", "CI", stated: "Côte d’Ivoire"),
      ], here())
    try read(
      """
      Signatories
      1.\tHarbour Readers\tKenya
      2.\tLantern Street Library\tPeru
      """
    ).expectParties(
      [
        .organization("Harbour Readers", "KE", stated: "Kenya"),
        .organization("Lantern Street Library", "PE", stated: "Peru"),
      ], here())
  }

  @Test("a country after a dash, where the list does so as a rule")
  func dashes() throws {
    try read(
      """
      Signatories
      Harbour Readers – Kenya
      Lantern Street Library — Peru
      Sample Archive - New Zealand
      Readers – Writers – Printers
      """
    ).expectParties(
      [
        .organization("Harbour Readers", "KE", stated: "Kenya"),
        .organization("Lantern Street Library", "PE", stated: "Peru"),
        .organization("Sample Archive", "NZ", stated: "New Zealand"),
        .organization("Readers – Writers – Printers"),
      ], here())
  }

  @Test("a country in parentheses or after a comma; other parentheses belong to the name")
  func parentheses() throws {
    try read(
      """
      Endorsed by
      1. Harbour Readers (Kenya)
      2. Lantern Street Library (LSL)
      3. Sample Archive Network (SAN), Brasil
      4. Example Book Society, Oslo, Norway
      5. Pages, Prints & Papers
      """
    ).expectParties(
      [
        .organization("Harbour Readers", "KE", stated: "Kenya"),
        .organization("Lantern Street Library (LSL)"),
        .organization("Sample Archive Network (SAN)", "BR", stated: "Brasil"),
        .organization("Example Book Society", "NO", stated: "Norway"),
        .organization("Pages, Prints & Papers"),
      ], here())
  }

  @Test("subheadings part a list, and those that are countries state them")
  func subheadings() throws {
    try read(
      """
      Signatories

      Global

      1. Harbour Readers
      2. Sample Archive Network

      National

      3. Lantern Street Library
      """
    ).expectNames(["Harbour Readers", "Sample Archive Network", "Lantern Street Library"], here())
    try read(
      """
      Signatories

      Kenya
      Harbour Readers
      Example Book Society

      Peru
      Lantern Street Library
      """
    ).expectParties(
      [
        .organization("Harbour Readers", "KE", stated: "Kenya"),
        .organization("Example Book Society", "KE", stated: "Kenya"),
        .organization("Lantern Street Library", "PE", stated: "Peru"),
      ], here())
  }

  @Test("individuals with titles, roles and affiliations, beside organizations")
  func individuals() throws {
    try read(
      """
      Signed,

      Organizations:
      * Harbour Readers
      * Sample Archive Network

      Individuals:
      * Dr. Ann Sample, Professor of Printing, University of Example
      * Bo de Vries, Director, Lantern Street Library
      * Chidi Example on behalf of Example Book Society
      * Dora Mock – Chair of Harbour Readers
      * Eve Nobody
      """
    ).expectParties(
      [
        .organization("Harbour Readers"),
        .organization("Sample Archive Network"),
        .person("Ann Sample", "Professor of Printing", "University of Example"),
        .person("Bo de Vries", "Director", "Lantern Street Library"),
        .person("Chidi Example", nil, "Example Book Society"),
        .person("Dora Mock", "Chair", "Harbour Readers"),
        .person("Eve Nobody"),
      ], here())
  }

  @Test("a letter's closing, and a name with its role and organization on lines of their own")
  func groups() throws {
    try read(
      """
      Yours sincerely,

      Ann Sample
      Executive Director
      Lantern Street Library

      Bo Example
      Chair, Harbour Readers
      """
    ).expectParties(
      [
        .person("Ann Sample", "Executive Director", "Lantern Street Library"),
        .person("Bo Example", "Chair", "Harbour Readers"),
      ], here())
  }

  @Test("headings in several languages")
  func languages() throws {
    for heading in [
      "Signatories", "Signed:", "Endorsed by:", "Organizaciones firmantes:", "Firmantes",
      "Signataires :", "Unterzeichner:", "Unterzeichnende Organisationen", "Firmatari:",
      "Assinam:", "Ondertekend door:", "İmzalayan kuruluşlar:", "Подписали:", "签署组织：",
      "連署團體", "الموقعون:", "ئىمزا قويغان تەشكىلاتلار:", "མིང་རྟགས་འགོད་མཁན།", "## Signatories",
      "**Signatories**",
    ] {
      let reading = try read("\(heading)\n\nHarbour Readers\nSample Archive Network\n")
      #expect(
        reading.statement.signatories.map { reading.statement.string(at: $0.name) }
          == ["Harbour Readers", "Sample Archive Network"], "\(heading)")
    }
  }

  @Test("names in other scripts")
  func scripts() throws {
    try read("签署组织：\n1. 港口读者协会\n2. 灯笼街图书馆\n").expectNames(["港口读者协会", "灯笼街图书馆"], here())
    try read("الموقعون:\n- جمعية قراء الميناء\n- مكتبة شارع الفانوس\n")
      .expectNames(["جمعية قراء الميناء", "مكتبة شارع الفانوس"], here())
    try read("ئىمزا قويغانلار:\n- پورت ئوقۇرمەنلەر جەمئىيىتى\n- فانۇس كۈتۈپخانىسى\n")
      .expectNames(["پورت ئوقۇرمەنلەر جەمئىيىتى", "فانۇس كۈتۈپخانىسى"], here())
    try read("མིང་རྟགས་འགོད་མཁན།\n- གྲུ་ཁའི་ཀློག་པ་པོའི་ཚོགས་པ།\n- སྒྲོན་མེ་དཔེ་མཛོད་ཁང་།\n")
      .expectNames(["གྲུ་ཁའི་ཀློག་པ་པོའི་ཚོགས་པ", "སྒྲོན་མེ་དཔེ་མཛོད་ཁང་"], here())
  }

  @Test("invisible characters and line ends of Windows are no part of names")
  func invisible() throws {
    let list =
      "Signatories\r\n\r\n1. Harbour\u{200B} Readers\u{FEFF}\r\n2. \u{200E}Sample Archive\r\n"
    let reading = try read(list)
    #expect(
      reading.statement.signatories.map { reading.statement.string(at: $0.name) }
        == ["Harbour Readers", "Sample Archive"])
    #expect(reading.slice(reading.statement.signatories[1].name) == "Sample Archive")
  }

  @Test("demands, notes, contacts, navigation, contents and footers are no signatories")
  func others() throws {
    let reading = try Reading(
      """
      * Home
      * About us
      * Contact

      Open letter on the harbour library

      Contents
      1. The Closing
      2. The Demands
      3. The Signatories

      We, the undersigned organisations, are alarmed by what was decided about the library.

      We call on the town council to:

      1. Open the library again at once;
      2. Publish the minutes of its meeting; and
      3. Ask the readers before it closes a library.

      Signatories
      1. Harbour Readers
      2. Sample Archive Network

      Notes
      1. The library was opened in 1921.
      2. See https://library.example.org/closing

      For more information, contact:
      Ann Sample, 555 0100

      © Harbour Readers
      """)
    reading.expectNames(
      ["Harbour Readers", "Sample Archive Network"], from: "Signatories\n1. H", here())
    #expect(
      reading.statement.title.map(reading.slice) == "Open letter on the harbour library")
    #expect(reading.statement.paragraphs.count == 5)
  }

  @Test("a wrapped name is one name")
  func wrapped() throws {
    try read(
      """
      Signatories:
      1. Association of the Readers of the Harbour and of All
         the Streets Beside It
      2. Sample Archive Network
      """
    ).expectNames(
      [
        "Association of the Readers of the Harbour and of All the Streets Beside It",
        "Sample Archive Network",
      ], here())
  }
}

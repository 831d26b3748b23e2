import Bytes
import Markup
import Testing

@testable import Statements

@Suite("Language")
struct LanguageTests {
  private func language(_ text: String) throws -> [String?] {
    let statement = try Statement.read(Array(text.utf8))
    return [statement.language, statement.direction.rawValue]
  }

  @Test("script and small words tell the language where it is plain")
  func plain() throws {
    #expect(
      try language(
        "We are the readers of the library, and we ask that it be opened.")
        == ["en", "ltr"])
    #expect(
      try language(
        "Nous sommes les lecteurs de la ville et nous demandons que le port soit ouvert."
      ) == ["fr", "ltr"])
    #expect(
      try language(
        "Wir sind die Leser der Stadt und fordern, dass das Haus nicht für immer zu ist."
      ) == ["de", "ltr"])
    #expect(try language("我们要求立即重新开放港口图书馆，让所有读者都能回来。") == ["zh", "ltr"])
    #expect(
      try language("نطالب بإعادة فتح مكتبة الميناء فورا لجميع القراء في المدينة.") == ["ar", "rtl"])
    #expect(
      try language("بىز پورت كۈتۈپخانىسىنى دەرھال قايتا ئېچىشنى تەلەپ قىلىمىز.") == ["ug", "rtl"])
    #expect(try language("ང་ཚོས་དཔེ་མཛོད་ཁང་སྒོ་འབྱེད་དགོས།") == ["bo", "ltr"])
    #expect(
      try language("Lorem ipsum dolor sit amet consectetur adipiscing elit sed tempor.") == [
        nil, "ltr",
      ])
    #expect(try language("") == [nil, "ltr"])
  }

  @Test(
    "verbs of speaking of many languages tie a quotation to its speaker",
    arguments: [
      "a plaidé", "ha precisato", "recalcó", "frisou", "merkt an", "merkte op", "zauważyła",
      "kaydetti", "уточнила", "наголошує", "подчерта", "изјавио", "naglasila", "poudarila",
      "upozornila", "berättade", "udtalte", "legger til", "korosti", "hozzátette", "a subliniat",
      "τονίζει", "ujarnya", "va afegir", "dixo", "esan du", "nhấn mạnh", "تابعت", "اظهار داشت",
    ])
  func verbs(verb: String) throws {
    let reading = try read(
      "A text on the harbour\n\n“All readers need the library in winter,” \(verb) Ana Petrova.\n")
    #expect(reading.quotations.count == 1)
    let speaker = reading.quotations.first?.speaker
    #expect(speaker.map { reading.text.string(in: $0) } == "Ana Petrova")
  }

  @Test(
    "months of many languages are read",
    arguments: [
      ("4 septembrie 2024", 9), ("4. lokakuuta 2024", 10), ("4 юни 2024", 6),
      ("4 września 2024", 9),
      ("4. září 2024", 9), ("4 de setembre de 2024", 9), ("4. kolovoza 2024", 8),
      ("4 maret 2024", 3),
      ("4. новембра 2024", 11), ("4 листопада 2024", 11), ("4 נובמבר 2024", 11), ("4 ژوئن 2024", 6),
    ])
  func months(date: String, month: Int) throws {
    let statement = try read(
      "A text on the harbour\n\n\(date)\n\nAll readers of the town need the library in winter.\n")
    #expect(statement.publishedOn == CalendarDate(year: 2024, month: month, day: 4))
  }

  private func read(_ text: String) throws -> Statement {
    try Statement.read(Array(text.utf8), as: .plain)
  }
}

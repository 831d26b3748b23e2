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
}

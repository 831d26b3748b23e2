import Testing

@testable import Statements

/// Small stages, each alone.
@Suite("Lines, blocks, words, sentences")
struct BlockTests {
  private func blocks(_ text: String) -> [String] {
    let utf8 = Array(text.utf8)
    return Block.joined(Block.lines(of: utf8), of: utf8).map {
      String(decoding: utf8[$0.range], as: UTF8.self)
    }
  }

  @Test("a line ends at LF, CRLF, CR and the separators of Unicode, and is trimmed")
  func lines() {
    #expect(blocks("a\nb\r\n c \rd\u{2028}e\u{2029}f") == ["a", "b", "c", "d", "e", "f"])
    #expect(blocks("\n\n \u{FEFF}\n").isEmpty)
  }

  @Test("wrapped paragraphs are one block, lists of lines are not")
  func wrapped() {
    let wrapped = """
      The readers of the harbour library have met and have agreed on what
      they will do about it.
      """
    #expect(blocks(wrapped) == [wrapped])
    #expect(blocks("Harbour Readers\nLantern Street Library\nBook Friends").count == 3)
  }

  @Test("markers and numbers of lists are read, dates and decimals are none")
  func markers() {
    func first(_ text: String) -> String {
      Block.lines(of: Array(text.utf8)).map { "\($0.marker) \($0.number)" }.joined()
    }
    #expect(first("12. a") == "number 12")
    #expect(first("(3) a") == "number 3")
    #expect(first("3) a") == "number 3")
    #expect(first("* a") == "bullet 0")
    #expect(first("•a") == "bullet 0")
    #expect(first("## a") == "hash 0")
    for text in ["12.5 a", "12", "1.", "-a", "12. März 2024", "1234567. a", "**a**", "#a"] {
      #expect(first(text) == "none 0", "\(text)")
    }
  }

  @Test("blank lines before a block are counted")
  func gaps() {
    #expect(Block.lines(of: Array("a\nb\n\n\nc".utf8)).map(\.gap) == [0, 0, 2])
  }

  @Test("words lose the punctuation around them and keep that of abbreviations")
  func words() {
    let utf8 = Array("“Dr. Ann” (U.K.), said: J. Doe; 50+ – Inc. end.".utf8)
    let words = Word.all(utf8, 0..<utf8.count)
    #expect(
      words.map { String(decoding: utf8[$0.range], as: UTF8.self) } == [
        "Dr.", "Ann", "U.K.", "said", "J.", "Doe", "50+", "–", "Inc.", "end",
      ])
    #expect(
      words.map(\.trail) == [
        .none, .none, .comma, .colon, .none, .semicolon, .none, .none, .none, .stop,
      ])
    #expect(words[2].isOpened)
  }

  @Test("a sentence ends at its stop, not at an abbreviation or inside a word")
  func sentences() {
    func first(_ text: String) -> String {
      let utf8 = Array(text.utf8)
      return String(decoding: utf8[..<Sentence.end(utf8, from: 0, to: utf8.count)], as: UTF8.self)
    }
    #expect(first("He met Dr. Doe at example.org. Then left.") == "He met Dr. Doe at example.org.")
    #expect(first("“Stop!” she said. Then.") == "“Stop!”")
    #expect(first("我们说。然后") == "我们说。")
    #expect(first("no stop") == "no stop")
  }

  @Test("lexicons ignore case, accents, full stops and kinds of apostrophes")
  func lexicon() {
    let lexicon = Lexicon("états-unis,u.k.,côte d'ivoire,the hague")
    for text in ["ETATS-UNIS", "UK", "U.K.", "Côte d’Ivoire", "The  Hague"] {
      let utf8 = Array(text.utf8)
      #expect(lexicon.contains(Word.all(utf8, 0..<utf8.count)[...]), "\(text)")
    }
    let other = Array("the".utf8)
    #expect(!lexicon.contains(Word.all(other, 0..<other.count)[...]))
  }
}

@Suite("Countries")
struct CountriesTests {
  private func inferred(_ name: String) -> String? {
    let utf8 = Array(name.utf8)
    return Countries.inferred(Word.all(utf8, 0..<utf8.count))?.description
  }

  @Test("every row of the table has a code and a name, 249 in all")
  func table() {
    #expect(Countries.names.count == 249)
    #expect(CountryCode("CH".utf8).flatMap(Countries.name(of:)) == "Switzerland")
    #expect(CountryCode("ch".utf8) == nil && CountryCode("CHE".utf8) == nil)
  }

  @Test("names in other languages and short forms")
  func names() {
    for (name, code) in [
      ("U.S.A.", "US"), ("the Netherlands", "NL"), ("Deutschland", "DE"), ("México", "MX"),
      ("المغرب", "MA"), ("日本", "JP"), ("Kyrgyz Republic", "KG"), ("VIET NAM", "VN"),
    ] {
      let utf8 = Array(name.utf8)
      #expect(Countries.whole(utf8, 0..<utf8.count)?.description == code, "\(name)")
    }
  }

  @Test("a country is inferred only from a name where it is plain")
  func inference() {
    #expect(inferred("Belgium Example Association") == "BE")
    #expect(inferred("Example Readers Australia") == "AU")
    #expect(inferred("Example Union in Germany") == "DE")
    #expect(inferred("Example U.K. Readers") == "GB")
    for name in [
      "Stop China Example", "Institute of China Studies", "East Turkistan Federation",
      "Georgia Readers Association", "Australian Readers Association", "Free Norway",
      "Friends of Norway", "Campaign for Norway", "Norway", "Norway Example Quartet",
      "Solidarity with Norway",
    ] {
      #expect(inferred(name) == nil, "\(name)")
    }
  }
}

@Suite("Role and affiliation")
struct AppositionTests {
  private func read(_ text: String) -> [String?] {
    let utf8 = Array(text.utf8)
    let found = Apposition(utf8, Word.all(utf8, 0..<utf8.count)[...])
    return [found.role, found.affiliation].map { range in
      range.map { String(decoding: utf8[$0], as: UTF8.self) }
    }
  }

  @Test("role and organization are parted in every order")
  func parted() {
    for (text, role, affiliation) in [
      ("Chair of Test Society", "Chair", "Test Society"),
      ("Test Society Chair", "Chair", "Test Society"),
      ("Test Society’s Deputy Director", "Deputy Director", "Test Society"),
      ("Chair, Test Society", "Chair", "Test Society"),
      ("Test Society, Chair", "Chair", "Test Society"),
      ("Legal Officer at the Test Society", "Legal Officer", "Test Society"),
      ("Director of Legal Advocacy at Test Society", "Director of Legal Advocacy", "Test Society"),
      ("Director of Policy, Test Society", "Director of Policy", "Test Society"),
      ("President of the Centre for Tests", "President", "Centre for Tests"),
      ("a volunteer at TestNet and a founder of Books", "volunteer", "TestNet"),
      ("Secretary General of Test Society", "Secretary General", "Test Society"),
      (
        "co-founder and Executive Director of Test Union", "co-founder and Executive Director",
        "Test Union"
      ),
    ] as [(String, String, String)] {
      #expect(read(text) == [role, affiliation], "\(text)")
    }
  }

  @Test("roles of countries and fields, prizes and bare organizations")
  func whole() {
    #expect(
      read("former Prime Minister of the United Kingdom") == [
        "former Prime Minister of the United Kingdom", nil,
      ])
    #expect(read("Nobel Peace Prize Laureate") == ["Nobel Peace Prize Laureate", nil])
    #expect(read("head of communications") == ["head of communications", nil])
    #expect(read("from the Test Society") == [nil, "Test Society"])
    #expect(read("who leads Test Society") == [nil, nil])
  }
}

@Suite("Quotation marks")
struct QuotedSpanTests {
  private func spans(_ text: String, singles: Bool = false) -> [String] {
    let utf8 = Array(text.utf8)
    return QuotationMarks.spans(utf8, 0..<utf8.count, singles: singles).map {
      String(decoding: utf8[$0.content], as: UTF8.self) + ($0.isClosed ? "" : "…")
    }
  }

  @Test("marks pair at the outermost level, of whatever family")
  func pairs() {
    #expect(spans("a “b ‘c’ d” e \"f\" «g»") == ["b ‘c’ d", "f", "g"])
    #expect(spans("\"a \"b\" c\"") == ["a \"b\" c"])
    #expect(spans("“a\" b \"c”") == ["a", "c"])
    #expect(spans("「a『b』c」") == ["a『b』c"])
    #expect(spans("“a") == ["a…"])
    #expect(spans("a” b").isEmpty)
    #expect(spans("5\" of rain and 6\" of snow").isEmpty)
  }

  @Test("single marks count only when asked for, apostrophes never")
  func singles() {
    #expect(spans("‘a,’ b").isEmpty)
    #expect(spans("‘It’s the readers’ right,’ b", singles: true) == ["It’s the readers’ right,"])
  }
}

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
    #expect(try language("ང་ཚོས་དཔེ་མཛོད་ཁང་ཡང་བསྐྱར་སྒོ་འབྱེད་དགོས་པའི་རེ་འདུན་ཞུ་གི་ཡོད།") == ["bo", "ltr"])
    #expect(
      try language("Lorem ipsum dolor sit amet consectetur adipiscing elit sed tempor.") == [
        nil, "ltr",
      ])
    #expect(try language("") == [nil, "ltr"])
  }
}

@Suite("Checks")
struct ChecksTests {
  private func messages(_ text: String) throws -> [String] {
    try Statement.read(Array(text.utf8)).diagnostics.map { diagnostic in
      "\(diagnostic.place?.line ?? 0):\(diagnostic.place?.column ?? 0) \(diagnostic.message)"
    }
  }

  private static let body =
    "\n\nThe readers of the harbour library have met and have agreed on what they will do.\n\n"

  @Test("gaps in numbers and names that sign twice")
  func lists() throws {
    #expect(
      try messages(
        "Readers ask" + Self.body
          + "Signatories\n1. Harbour Readers\n2. Book Friends\n4. HARBOUR readers\n"
      ) == [
        "8:4 number 4 where 3 was expected",
        "8:4 `HARBOUR readers` has signed already, as number 1",
      ])
  }

  @Test("a count in the title that the list contradicts, and none that it does not")
  func counts() throws {
    let list = Self.body + "Signatories\n1. Harbour Readers\n2. Book Friends\n"
    #expect(
      try messages("3 organizations ask" + list) == ["1:1 the title counts 3, the list has 2"])
    #expect(try messages("Over 5 reader groups ask" + list).count == 1)
    for title in ["2 groups ask", "Over 2 groups ask", "Readers ask 3 times", "1+ groups ask"] {
      #expect(try messages(title + list).isEmpty, "\(title)")
    }
  }

  @Test("quotations without a speaker, marks without a partner")
  func quotations() throws {
    #expect(
      try messages("Readers ask" + Self.body + "“Nobody asked us about it.”\n") == [
        "5:2 quotation without a speaker"
      ])
    #expect(
      try messages("Readers ask" + Self.body + "They said it was “all over and went home.\n") == [
        "5:18 quotation mark opens and never closes"
      ])
  }

  @Test("letters that changed places, and no other difference")
  func misspellings() throws {
    let usual = "Harbour Harbour Harbour people met."
    #expect(
      try messages("Readers" + Self.body + usual + "\n\nHarbuor folk met.\n") == [
        "7:1 `Harbuor` is probably `Harbour`"
      ])
    for other in ["Harbours", "Harbor", "Hardour", "Arhbour"] {
      #expect(try messages("Readers" + Self.body + usual + "\n\n\(other) folk met.\n").isEmpty)
    }
  }
}

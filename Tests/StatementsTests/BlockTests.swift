import Testing

@testable import Statements

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

import Markup
import Testing

@testable import Statements

@Suite("Words, sentences, lexicons")
struct WordTests {
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

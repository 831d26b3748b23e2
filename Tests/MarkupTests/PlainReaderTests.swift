import Testing

@testable import Markup

@Suite("Plain text")
struct PlainReaderTests {
  private func pieces(_ text: String) -> [String] {
    let utf8 = Array(text.utf8)
    return PlainReader.pieces(of: utf8).map {
      String(decoding: utf8[$0.range], as: UTF8.self)
    }
  }

  @Test("a line ends at LF, CRLF, CR and the separators of Unicode, and is trimmed")
  func lines() {
    #expect(pieces("a\nb\r\n c \rd\u{2028}e\u{2029}f") == ["a", "b", "c", "d", "e", "f"])
    #expect(pieces("\n\n \u{FEFF}\n").isEmpty)
  }

  @Test("wrapped paragraphs are one piece, lists of lines are not")
  func wrapped() {
    let wrapped = """
      The readers of the harbour library have met and have agreed on what
      they will do about it.
      """
    #expect(pieces(wrapped) == [wrapped])
    #expect(pieces("Harbour Readers\nLantern Street Library\nBook Friends").count == 3)
  }

  @Test("markers and numbers of lists are read, decimals are none")
  func markers() {
    func first(_ text: String) -> String {
      PlainReader.lines(of: Array(text.utf8)).map { "\($0.marker) \($0.number)" }.joined()
    }
    #expect(first("12. a") == "number 12")
    #expect(first("(3) a") == "number 3")
    #expect(first("3) a") == "number 3")
    #expect(first("* a") == "bullet 0")
    #expect(first("•a") == "bullet 0")
    #expect(first("## a") == "hash 0")
    for text in ["12.5 a", "12", "1.", "-a", "1234567. a", "**a**", "#a"] {
      #expect(first(text) == "none 0", "\(text)")
    }
  }

  @Test("blank lines before a piece are counted")
  func gaps() {
    #expect(PlainReader.lines(of: Array("a\nb\n\n\nc".utf8)).map(\.gap) == [0, 0, 2])
  }

  @Test("the marks of answered mail belong to no line")
  func mail() {
    #expect(
      pieces("> > We met.\n> >\n>> - a\n>> - b\n> so be it") == ["We met.", "a", "b", "so be it"])
    #expect(PlainReader.lines(of: Array("> a\n>\n> b\n".utf8)).map(\.gap) == [0, 1])
    let wrapped = """
      > The readers of the harbour library have met and have agreed on what
      > they will do about it.
      """
    #expect(pieces(wrapped) == [String(wrapped.dropFirst(2))])
    // `>50` is more than fifty.
    #expect(pieces(">50 readers") == [">50 readers"])
  }
}

import Testing

@testable import Statements

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

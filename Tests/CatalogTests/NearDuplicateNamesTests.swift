import Bytes
import Statements
import Testing

@testable import Catalog

struct TwinsTests {
  private func twins(_ names: [String]) throws -> [[String]] {
    let list = names.enumerated().map { "\($0 + 1). \($1)\n" }.joined()
    let text = "Statement\n\nWe call for calm, and we mean it.\n\nSignatories:\n\n\(list)"
    let source = StatementSource(id: "a", statement: try Statement.read(Array(text.utf8)))
    let organizations = Snapshot([source]).organizations
    return NearDuplicateNames.pairs(in: organizations).map { pair in
      [pair.0, pair.1].map { String(decoding: organizations.ids.key($0), as: UTF8.self) }
    }
  }

  @Test("names two spellings of one word")
  func spellings() throws {
    #expect(
      try twins(["Uighur Reading Circle", "Lake Society", "Uyghur Reading Circle"])
        == [["uighur-reading-circle", "uyghur-reading-circle"]])
    #expect(
      try twins(["Free Turkestan Choir", "Free Turkistan Choir"])
        == [["free-turkestan-choir", "free-turkistan-choir"]])
    #expect(
      try twins(["River Friends Forum", "River Friend Forum"])
        == [["river-friend-forum", "river-friends-forum"]])
  }

  @Test("leaves alone what only looks alike: other places, other endings, short words, two words")
  func others() throws {
    #expect(
      try twins([
        "Austria River Circle", "Australia River Circle", "Austrian River Circle",
        "Circle Canada", "Circle Japan", "North Lake Forum", "South Lake Forum",
        "Uighur Turkestan Choir", "Uyghur Turkistan Choir",
      ]) == [])
  }

  @Test("does not compare the names of a long series with each other")
  func series() throws {
    let series = (0...NearDuplicateNames.groupMax).map { "Circle Number\(1_000 + $0)" }
    #expect(try twins(series).isEmpty)
    #expect(try !twins(Array(series.prefix(10))).isEmpty)
  }
}

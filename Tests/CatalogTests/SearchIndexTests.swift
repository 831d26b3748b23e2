import Markup
import Statements
import Testing

@testable import Catalog

struct SearchIndexTests {
  private static let words = ["aspen", "acorn", "arbor", "birch", "cedar"]

  /// Each statement has one of the words in its last paragraph, and a number.
  private let snapshot: Snapshot

  init() throws {
    snapshot = Snapshot(
      try (0..<400).map { number in
        let word = Self.words[number % Self.words.count]
        let text = "Title \(number)\n\nWe meet below the old \(word) and speak.\n\nAll of us go.\n"
        return StatementSource(id: "s\(number)", statement: try Statement.read(Array(text.utf8)))
      })
  }

  private func found(_ query: String) -> Set<Int32> {
    let found = snapshot.search.find(SearchQuery(query), in: [.statement])
    return Set(found.documents(at: 0..<found.count))
  }

  private func having(_ words: String...) -> Set<Int32> {
    let all = snapshot.statements.indices.filter { index in
      let text = String(decoding: snapshot.statements[index].statement.text.utf8, as: UTF8.self)
      return words.contains { text.contains($0) }
    }
    return Set(all.map { Int32($0) })
  }

  @Test("finds by a beginning that most texts have what its words find one by one")
  func denseBeginnings() {
    #expect(found("a*").count == 400)
    #expect(found("as*") == having("aspen"))
    #expect(found("ac* old") == having("acorn"))
    #expect(found("b* old") == having("birch", "below"))
    #expect(found("aspen a*") == having("aspen"))
  }

  @Test("finds phrases only where the words follow each other")
  func phrases() {
    #expect(found("\"old cedar\"") == having("cedar"))
    #expect(found("\"the old birch and speak\"") == having("birch"))
    #expect(found("\"cedar old\"").isEmpty)
    #expect(found("\"old speak\"").isEmpty)
  }

  @Test("marks what was found within one line, with a few words before it")
  func snippets() throws {
    let index = snapshot.search
    let found = index.find(SearchQuery("speak us"), in: [.statement])
    let text = snapshot.statements[Int(try #require(found.documents(at: 0..<1).first))].statement
      .text.utf8
    let snippet = SearchSnippet(text, found, index)
    let shown = String(decoding: text[snippet.range], as: UTF8.self)
    #expect(shown.hasPrefix("We meet below the old ") && shown.hasSuffix(" and speak."))
    #expect(snippet.marks.map { String(decoding: text[$0], as: UTF8.self) } == ["speak"])
  }
}

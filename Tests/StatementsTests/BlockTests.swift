import Markup
import Testing

@testable import Statements

@Suite("Blocks")
struct BlockTests {
  @Test("a number before a month begins a date, and no item")
  func dates() throws {
    func first(_ text: String) throws -> String {
      Block.all(of: try Document(Array(text.utf8), as: .plain)).map { block in
        "\(block.marker) \(block.number) \(block.body)"
      }.joined()
    }
    #expect(try first("12. März 2024") == "none 0 0")
    #expect(try first("12. Märchen") == "number 12 4")
  }
}

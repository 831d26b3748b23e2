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

  @Test("a line that leads a list is a paragraph, and names a speaker only over quotations")
  func leads() throws {
    func paragraphs(_ list: String) throws -> [String] {
      let text = "The harbour library\n\nWe have read in it for all of forty years.\n\n" + list
      let statement = try Statement.read(Array(text.utf8), as: .plain)
      return statement.paragraphs.map { statement.text.string(in: $0) }.dropFirst().map(\.self)
    }
    let demands = "• Open the doors in winter as well.\n• Heat all the rooms of the house."
    for lead in [
      "We therefore ask the council:",
      "Anna Brook of the Watch asks the council to say again whether it:",
      "The Order No 40-3/2020-DM-I(A) under Section 10(2)(I) of the Harbour Act 2005 of the Town "
        + "of Lakeside says in Two Places:",
    ] {
      #expect(try paragraphs("\(lead)\n\n\(demands)").first == lead)
    }
    #expect(
      try paragraphs("Anna Brook, chair, said:\n\n“We will open the doors.”").count == 1)
  }
}

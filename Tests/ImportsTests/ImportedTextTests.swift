import Imports
import Testing

@Suite("Markdown of what other programs write")
struct ImportedTextTests {
  /// A line of words, each as wide as its letters, from `left` on; `|` begins the next column.
  private func line(_ text: String, _ top: Int, left: Int = 50, height: Int = 12, column: Int = 200)
    -> String
  {
    var words = ""
    for (number, cell) in text.split(separator: "|").enumerated() {
      var x = left + number * column
      for word in cell.split(separator: " ") {
        let shown = word.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
        words +=
          "    <word xMin=\"\(x)\" yMin=\"\(top)\" xMax=\"\(x + word.count * 6)\" "
          + "yMax=\"\(top + height)\">\(shown)</word>\n"
        x += word.count * 6 + 3
      }
    }
    return words
  }

  private func page(_ lines: [String]) -> String {
    "<page width=\"595\" height=\"842\">\n\(lines.joined())</page>\n"
  }

  private func body(_ pages: [String]) throws -> String {
    let markdown = try ImportedText(pdf: Array(pages.joined().utf8)).markdown
    let text = String(decoding: markdown, as: UTF8.self)
    return text.split(separator: "---\n\n", maxSplits: 1).last.map(String.init) ?? ""
  }

  @Test("larger lines are headings, lines close to each other paragraphs, bullets items")
  func layout() throws {
    let text = try body([
      page([
        line("Calm for every", 40, height: 24), line("quiet river", 66, height: 24),
        line("We ask for calm on every", 110), line("river that there is.", 123),
        line("• close the quarries", 150), line("• plant willows", 163), line("2) and wait", 176),
      ])
    ])
    #expect(
      text == """
        # Calm for every quiet river

        We ask for calm on every
        river that there is.

        - close the quarries

        - plant willows

        2. and wait

        """)
  }

  @Test("columns are a table, over the end of a page too, and nothing in a cell is markup")
  func table() throws {
    let rows = ["Name|Country", "Test Society|Norway", "A*B & <C>|Chile", "River League|Fiji"]
    let first = page(rows.enumerated().map { line($1, 50 + $0 * 13) })
    let second = page(
      ["Pier Union|Kenya", "Lamp Guild|Japan", "Oak Trust|Peru"].enumerated().map {
        line($1, 50 + $0 * 13)
      })
    let text = try body([first, second])
    #expect(
      text == """
        | Name | Country |
        | --- | --- |
        | Test Society | Norway |
        | A\\*B \\& \\<C\\> | Chile |
        | River League | Fiji |
        | Pier Union | Kenya |
        | Lamp Guild | Japan |
        | Oak Trust | Peru |

        """)
  }

  @Test("names that begin with the same word are no table")
  func names() throws {
    let names = ["Uyghur Academy Europe", "Uyghur Center", "Uyghur Rights Group", "Uyghur Union"]
    let text = try body([page(names.enumerated().map { line($1, 50 + $0 * 13) })])
    #expect(text == names.joined(separator: "\n") + "\n")
  }

  @Test("hyphens of line ends go unless the word has one elsewhere; page numbers go")
  func hyphens() throws {
    let text = try body([
      page([
        line("Head of the letter", 20), line("we ask for co-operation and under-", 60),
        line("standing of co-", 73), line("operation by Anglo-", 86),
        line("Saxon people and so", 99), line("1", 800),
      ]), page([line("Head of the letter", 20), line("on for long.", 60), line("2", 800)]),
    ])
    #expect(
      text.contains("we ask for co-operation and\nunderstanding of\nco-operation by\nAnglo-Saxon"))
    #expect(!text.contains("1\n") && text.components("Head of the letter") == 1)
  }

  @Test("a title that pandoc keeps apart becomes the heading, and front matter says what is read")
  func pandoc() throws {
    let given =
      "---\ntitle: \"Calm: a *statement*\"\nlang: en\n---\n\nWe ask for calm, 17 May 2024.\n"
    let text = String(
      decoding: try ImportedText(pandoc: Array(given.utf8)).markdown, as: UTF8.self)
    #expect(text.hasPrefix("---\ntitle: \"Calm: a *statement*\"\n"))
    #expect(text.contains("language: en\n---\n\n# Calm: a \\*statement\\*\n\nWe ask for calm"))
  }

  @Test("what is no page of words gives no words, and does no harm")
  func odd() throws {
    for text in [
      "", "<page>", "<word xMin=\"1\" yMin=\"2\" xMax=\"3\" yMax=\"4\">x</word>",
      "<page >\n<word xMin=\"nan\" yMin=\"2\" xMax=\"3\" yMax=\"4\">x</word>",
      "<page >\n<word xMin=\"1\" yMin=\"4\" xMax=\"3\" yMax=\"4\">x</word>",
      "<page >\n<word xMin=\"1e999\" yMin=\"2\" xMax=\"3\" yMax=\"4\">x</word>", "<page >\n<word >",
      "<page >\n<word xMin=\"1\" yMin=\"2\" xMax=\"3\" yMax=\"4\">\u{202E}</word>",
    ] { #expect(ImportedText(pdf: Array(text.utf8)).isEmpty, "\(text)") }
    _ = try ImportedText(pandoc: [])
    _ = try ImportedText(pandoc: Array("---\n".utf8))
  }
}

extension String {
  fileprivate func components(_ part: String) -> Int { ranges(of: part).count }
}

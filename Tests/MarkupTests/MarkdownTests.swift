import Bytes
import Testing

@testable import Markup

@Suite("Markdown")
struct MarkdownTests {
  private func document(_ markdown: String) throws -> Document {
    try Document(Array(markdown.utf8), as: .markdown)
  }

  private func text(_ markdown: String) throws -> String {
    String(decoding: try document(markdown).text.utf8, as: UTF8.self)
  }

  @Test(
    "the text is what a reader would read",
    arguments: [
      ("# A title {#anchor}\n\nWords *in* **it**.", "A title\n\nWords in it."),
      ("A\n=\n\nB\n-\n\nC", "A\n\nB\n\nC"),
      ("[a link](http://x.example \"t\") and <http://y.example>", "a link and http://y.example"),
      ("before ![an image](x.png) behind", "before behind"),
      ("~~gone~~ here", "here"), ("`a * b`", "a * b"),
      (
        "\\\"Quoted\\\" \\* &amp; &eacute; &#8220;x&#x201D; &unknown;",
        "\"Quoted\" * & é “x” &unknown;"
      ),
      ("a < b & c > d", "a < b & c > d"),
      ("<!-- a comment -->\nA", "A"), ("A <b>bold</b> <br> B", "A bold\nB"),
      ("7<sup>th</sup> day", "7th day"),
      ("{{< figure src=\"x\" >}}\n\nA {{ site.url }} b\n\n{% include x %}\n", "A b"),
      ("A\n{: .lead}\n", "A"),
      ("{not an attribute} stays, {#as} this", "{not an attribute} stays, {#as} this"),
      ("> quoted\n> words\n\nbehind", "quoted\nwords\n\nbehind"),
      ("***\n\nA\n\n---\n\nB", "A\n\nB"),
      ("    set in, no code\n", "set in, no code"),
      ("<script>alert(1)</script>\n\nA\n\n<nav><a href=\"/\">Home</a></nav>\n\nB", "A\n\nB"),
      ("", ""), ("\n\n", ""),
    ])
  func reads(markdown: String, expected: String) throws {
    #expect(try text(markdown) == expected)
  }

  @Test("lines of a paragraph are joined where they were wrapped, and entries stay apart")
  func lines() throws {
    let wrapped = """
      There was simply no qualified majority (possibly not even
      a simple majority) in the Council for
      [this
      text](http://example.org/archives/000994.html), which is why
      it was put off.
      """
    #expect(
      try text(wrapped)
        == "There was simply no qualified majority (possibly not even a simple majority) in the "
        + "Council for this text, which is why it was put off.")
    let bySense = """
      **We ask the council of the Harbour
      Town to open the library** in winter.
      We know of no reason against it
      Since all readers of the coast agree.
      """
    #expect(try text(bySense).contains("Harbour Town to open the library in winter. We know"))
    let sentences = "We ask for a warm room.\nWe ask for open doors.\nWe ask for new books."
    #expect(try text(sentences) == sentences)
    let names = "Signed,\nAnna Brook, chair of the Quiet Rivers League of the North\nOtto Lund"
    #expect(try text(names) == names)
    #expect(
      try text("Signed,\\\n\\\nAnna Brook\\\nOtto Lund") == "Signed,\n\nAnna Brook\nOtto Lund")
    #expect(try text("Signed,  \nAnna Brook  \nOtto Lund") == "Signed,\nAnna Brook\nOtto Lund")
  }

  @Test("whatever a file ends with, nothing behind its end is read")
  func ends() throws {
    let ends = [
      "<!-", "<!--", "<!--\0\0-", "<![CDATA", "<?", "</scrip", "&am", "\\", "[a](", "``", "~~",
      "|-",
    ]
    for end in ends {
      for lead in ["", "# A # ", "A\n\n", "| a |\n|---|\n"] {
        for count in 0..<24 {
          _ = try text(lead + end + String(repeating: "\0", count: count))
          _ = try text(lead + String(repeating: "a", count: count) + end)
          _ = try text(lead + end + "\n" + String(repeating: "5", count: count))
        }
      }
    }
  }

  @Test("items and rows are pieces, with their markers and columns")
  func pieces() throws {
    let markdown = """
      ## Signed

      3. One
      4. Two
         wrapped

      * A
        * B

      | Name | Post |
      | --- | --- |
      | Anna | chair |
      | Otto | |
      """
    let document = try document(markdown)
    #expect(
      String(decoding: document.text.utf8, as: UTF8.self)
        == "Signed\n\n3. One\n4. Two wrapped\n\n• A\n• B\n\nName\tPost\nAnna\tchair\nOtto")
    #expect(
      document.pieces.map(\.kind) == [.heading] + .init(repeating: .item, count: 4)
        + .init(repeating: .row, count: 3))
    #expect(document.pieces.map(\.number) == [0, 3, 4, 0, 0, 0, 0, 0])
    #expect(
      document.pieces.map(\.marker) == [
        .hash, .number, .number, .bullet, .bullet, .none, .none, .none,
      ])
    #expect(document.pieces.map(\.gap) == [0, 1, 0, 1, 0, 1, 0, 0])
    #expect(document.pieces.first?.level == 2)
    #expect(
      document.pieces.map { String(decoding: document.text.utf8[$0.range], as: UTF8.self) } == [
        "Signed", "One", "Two wrapped", "A", "B", "Name\tPost", "Anna\tchair", "Otto",
      ])
  }

  @Test("each byte of the text has its place in the file")
  func places() throws {
    let markdown =
      "---\nid: x\n---\n# *Ää* title\n\n- one\n- tw&ouml; \\* [three](x)\n\n<p>four</p>\n"
    let document = try document(markdown)
    #expect(document.file.bytes(with: document.text) == Array(markdown.utf8))
    let lines = markdown.split(separator: "\n", omittingEmptySubsequences: false)
    let bytes = document.text.utf8
    for word in ["Ää", "title", "one", "tw", "*", "three", "four"] {
      let byte = try #require(bytes.indices.first { bytes[$0...].starts(with: word.utf8) })
      let place = document.places.place(ofByte: byte)
      let line = lines[place.line - 1]
      let found = line.index(line.startIndex, offsetBy: place.column - 1)
      #expect(line[found...].hasPrefix(word), "\(word) at \(place)")
    }
  }

  @Test("markup that would grow out of bounds is an error, and takes no time")
  func growth() {
    let columns =
      String(repeating: "|a", count: 2_000) + "|\n" + String(repeating: "|---", count: 2_000)
    let rows = String(repeating: "\n|a|", count: 20_000)
    #expect(throws: SourceTextError.self) { try document(columns + "|" + rows) }
    #expect(throws: SourceTextError.self) { try document(String(repeating: "<b>", count: 5_000)) }
    #expect(throws: SourceTextError.self) {
      try document(String(repeating: "> ", count: 5_000) + "a")
    }
  }
}

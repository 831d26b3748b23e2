import Bytes
import Testing

@testable import Markup

@Suite("HTML")
struct HTMLTests {
  private func document(_ html: String) throws -> Document {
    try Document(Array(html.utf8), as: .html)
  }

  @Test(
    "the text is what a browser would show of it to a reader",
    arguments: [
      (
        "<!doctype html><title>x</title><h1>A <em>title</em></h1><p>One\n two.</p>",
        "A title\n\nOne two."
      ),
      ("<p>A<br>B<br/>\nC<br><br>D", "A\nB\nC\n\nD"), ("<div>A<div>B</div>C</div>", "A\n\nB\n\nC"),
      (
        "<nav>Home</nav><header>Site</header><main>A</main><aside>x</aside><footer>x</footer>",
        "Site\n\nA"
      ),
      (
        "<blockquote><p>“So it is.”</p><footer>— Anna</footer></blockquote>",
        "“So it is.”\n\n— Anna"
      ),
      ("A<script>x</script><style>x</style><noscript>x</noscript><template>x</template> B", "A B"),
      ("<form>A <input value=x><select><option>x</select><button>x</button></form>", "A"),
      ("<p hidden>x</p><p aria-hidden=true>x</p><p style='display: none'>x</p>A", "A"),
      ("<del>x</del><s>x</s>A<!-- x -->", "A"), ("<pre>a\n  b</pre>", "a\nb"),
      ("&lt;p&gt; &amp;amp; &nbsp;&eacute;&#x201c;", "<p> &amp; \u{A0}é“"),
      ("<p>unclosed <b>and <i>crossed</b> tags</i>", "unclosed and crossed tags"), ("", ""),
    ])
  func reads(html: String, expected: String) throws {
    #expect(String(decoding: try document(html).text.utf8, as: UTF8.self) == expected)
  }

  @Test(
    "a page in an encoding that browsers read is read in it, and an editor is told",
    arguments: [
      ("<meta charset=Windows-1251><p>", [0xC4, 0xE0], "Да", "windows-1251"),
      ("<meta charset='latin1'><p>", [0x93, 0xE9, 0x94], "“é”", "latin1"),
      ("<meta charset=iso-8859-9><p>", [0xFE, 0x80], "ş€", "iso-8859-9"),
      ("<meta charset=iso-8859-2><p>", [0xB3], "ł", "iso-8859-2"),
      ("<meta charset=\"gbk\"><p>", [0xCE, 0xAC, 0xCE], "维\u{FFFD}", "gbk"),
      ("<meta content='text/html; charset=koi8-r'><p>", [0xC4, 0xC1], "да", "koi8-r"),
    ] as [(String, [UInt8], String, String)])
  func encodings(head: String, bytes: [UInt8], expected: String, name: String) throws {
    let document = try Document(Array(head.utf8) + bytes, as: .html)
    #expect(String(decoding: document.text.utf8, as: UTF8.self) == expected)
    let told = document.diagnostics.map(\.message)
    #expect(told.count == 1, "\(told)")
    #expect(told.allSatisfy { $0.contains("the page is in \(name),") }, "\(told)")
    #expect(told.allSatisfy { $0.contains("save it as UTF-8") }, "\(told)")
    #expect(throws: SourceTextError.self) { try Document(Array(head.utf8) + bytes, as: .markdown) }
  }

  @Test("a mark of byte order tells UTF-16, whichever end comes first")
  func utf16() throws {
    let units = Array("\u{FEFF}<meta charset=koi8-r><p>Так“".utf16)
    for page in [
      units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] },
      units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] },
    ] {
      let text = try Document(page, as: .html).text.utf8
      #expect(String(decoding: text, as: UTF8.self) == "Так“")
    }
  }

  @Test(
    "a page that is no UTF-8 is refused where it names no encoding that browsers read",
    arguments: [
      "", "utf-8", "utf-7", "utf-16", "utf-32", "ibm037", "iso-2022-kr", "//translit", "x",
      "no-such-charset",
    ])
  func unreadEncodings(name: String) {
    #expect(throws: SourceTextError.self) {
      try Document(Array("<meta charset=\(name)><p>".utf8) + [0xE9, 0x2B], as: .html)
    }
  }

  @Test("lists and tables are read as in Markdown")
  func likeMarkdown() throws {
    let html = """
      <h2>Signed</h2><ol start="3"><li>One<li value=7><p>Two</p></ol><ul><li>A<ul><li>B</ul></ul>
      <table><thead><tr><th>Name<th>Post</thead><tr><td>Anna<td><p>chair</p></table>
      """
    let markdown =
      "## Signed\n\n3. One\n\n<ol start=7><li>Two</ol>\n\n* A\n  * B\n\n"
      + "|Name|Post|\n|---|---|\n|Anna|chair|"
    let page = try document(html)
    let other = try Document(Array(markdown.utf8), as: .markdown)
    #expect(page.pieces.map(\.kind) == other.pieces.map(\.kind))
    #expect(page.pieces.map(\.number) == other.pieces.map(\.number))
    #expect(page.pieces.map(\.marker) == other.pieces.map(\.marker))
    #expect(
      String(decoding: page.text.utf8, as: UTF8.self)
        == "Signed\n\n3. One\n7. Two\n\n• A\n• B\n\nName\tPost\nAnna\tchair")
  }

  @Test("pages that are laid out by tables are read cell by cell")
  func layout() throws {
    let html = "<table><tr><td><h1>A</h1><p>One.</p></td><td><p>Two.</p></td></tr></table>"
    #expect(String(decoding: try document(html).text.utf8, as: UTF8.self) == "A\n\nOne.\n\nTwo.")
  }

  @Test("each byte of the text has its place in the file, entities and line ends before it or not")
  func places() throws {
    let html = "<!doctype html>\r\n<p>&Uuml;ber &amp; <b>one</b>\r\n two\r\n</p>\r\n  <p>three"
    let document = try document(html)
    let text = String(decoding: document.text.utf8, as: UTF8.self)
    #expect(text == "Über & one two\n\nthree")
    let bytes = document.text.utf8
    for (word, place) in [
      ("one", Place(line: 2, column: 23)), ("two", Place(line: 3, column: 2)),
      ("three", Place(line: 5, column: 6)), ("ber", Place(line: 2, column: 10)),
    ] {
      let byte = try #require(bytes.indices.first { bytes[$0...].starts(with: word.utf8) })
      #expect(document.places.place(ofByte: byte) == place, "\(word)")
    }
  }

  @Test("the language of the page is that of its element")
  func language() throws {
    #expect(try document("<html lang=\"pt-BR\"><p>A").language == "pt-BR")
    #expect(try document("<p>A").language == nil)
  }

  @Test("what would be slow or deep to parse is an error with its place")
  func limits() {
    for unit in ["<div>", "<b>", "<table><tr><td>", "<b></i>", "<a><b>", "<ul><li>"] {
      #expect(throws: SourceTextError.self) {
        try document(String(repeating: unit, count: 50_000))
      }
    }
    let attributes = (0..<50_000).map { "a\($0)" }.joined(separator: " ")
    #expect(throws: SourceTextError.self) { try document("<p \(attributes)>") }
    let wide = "<div></div><p>a<li>b<br><img src='x y z'>"
    #expect(throws: Never.self) { try document(String(repeating: wide, count: 20_000)) }
  }

  /// A page whose text is in windows-1252.
  private func page(_ charset: String, _ text: [UInt8]) -> [UInt8] {
    Array("<html><head><meta charset=\"\(charset)\"></head><body><p>Caf".utf8) + text
      + Array(" here</p></body></html>".utf8)
  }

  @Test(
    "another encoding is read whole, past what means nothing in it, and only where it is needed")
  func charset() throws {
    let many = [UInt8](repeating: 0xE9, count: 70_001)
    #expect(
      try Document(page("windows-1252", many), as: .html).text.utf8.count == many.count * 2 + 8)
    let broken = try Document(page("windows-1252", [0x81, 0xE9]), as: .html)
    #expect(String(decoding: broken.text.utf8, as: UTF8.self) == "Caf\u{FFFD}é here")
    let utf8 = try Document(page("windows-1252", Array("é".utf8)), as: .html)
    #expect(String(decoding: utf8.text.utf8, as: UTF8.self) == "Café here")
    #expect(utf8.diagnostics.isEmpty)
  }
}

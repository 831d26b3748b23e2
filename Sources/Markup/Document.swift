internal import Bytes

/// A file as its reader sees it. Offsets are bytes of `text.utf8`.
package struct Document: Sendable {
  package let format: FileFormat
  package let frontMatter: FrontMatter
  package let file: SourceFile
  /// What a reader would read. Of a plain file everything behind the front matter, byte for byte.
  package let text: SourceText
  /// Headings, paragraphs, items, cells: what the text is made of, in its order, none of them empty
  /// and none within another. Bytes between them are blank, or markers and rules.
  package let pieces: [Piece]
  /// BCP 47, where the file names the language of its text outside its front matter.
  package let language: String?
  /// What an editor should look at in the file itself, in its order.
  package let diagnostics: [Diagnostic]
  /// Where in the file the bytes of the text came from.
  package let places: PlaceMap

  /// Reads a file.
  ///
  /// `isChecked` tells whether an editor is to be told what looks wrong in it.
  ///
  /// - Throws: `SourceTextError` when its bytes are no text, or too many; nothing else can fail.
  /// - Complexity: O(count).
  package init(_ given: [UInt8], as format: FileFormat, isChecked: Bool = true)
    throws(SourceTextError)
  {
    var bytes = given
    var foreign: [Diagnostic] = []
    let codePoints: Int
    do throws(SourceTextError) {
      codePoints = try UTF8Text.codePoints(in: bytes)
    } catch {
      guard format == .html, let page = Charset.decoded(bytes) else { throw error }
      bytes = page.utf8
      codePoints = try UTF8Text.codePoints(in: bytes)
      foreign = [
        Diagnostic(
          severity: .warning, place: Place(line: 1, column: 1),
          message: "the page is in \(page.name), and is read as that: save it as UTF-8")
      ]
    }
    let header = FrontMatter.read(bytes)
    let hidden = isChecked ? HiddenCharacters.find(bytes) : []
    self.format = format
    if format == .plain {
      frontMatter = header.frontMatter
      text = SourceText(bytes, codePoints: codePoints, from: header.textStart)
      pieces = PlainReader.pieces(of: text.utf8)
      language = nil
      file = SourceFile(bytes, textStart: header.textStart)
      places = PlaceMap(bytes, [PlaceMap.Run(text: 0, file: header.textStart)])
      diagnostics =
        header.diagnostics + hidden + (isChecked ? ForeignMarkup.find(text.utf8, places) : [])
      return
    }
    diagnostics = header.diagnostics + foreign + hidden
    guard bytes.count <= MarkupLimits.fileBytesMax else {
      throw SourceTextError(reason: .tooMuchMarkup, place: Place(line: 1, column: 1))
    }
    let page: HTMLReader
    if format == .markdown {
      page = try MarkdownReader.read(bytes, from: header.textStart)
    } else {
      let origin = PlaceMap(bytes, [PlaceMap.Run(text: 0, file: header.textStart)])
      page = try HTMLReader(Array(bytes[header.textStart...]), from: origin)
    }
    text = SourceText(utf8: page.builder.utf8)
    pieces = page.builder.pieces
    language = page.language
    frontMatter = header.frontMatter
    file = SourceFile(bytes)
    places = PlaceMap(bytes, page.builder.runs)
  }
}

/// How a file is written, as its name's ending tells.
package enum FileFormat: String, CaseIterable, Sendable {
  case plain, markdown, html

  /// `.md` is Markdown, `.html` and `.htm` are HTML; everything else is plain text.
  package init(path: String) {
    let name = path.lowercased()
    self =
      name.hasSuffix(".md")
      ? .markdown
      : name.hasSuffix(".html") || name.hasSuffix(".htm") ? .html : .plain
  }
}

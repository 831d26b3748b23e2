internal import Bytes

/// Reads Markdown: as HTML, so that both are read alike, tags within Markdown included.
enum MarkdownReader {
  /// The file from `start` on. It is valid UTF-8.
  static func read(_ file: [UInt8], from start: Int) throws(SourceTextError) -> HTMLReader {
    var body = Array(file[start...])
    MarkdownExtensions.blank(&body)
    let parser = MarkdownParser(body)
    guard parser.isWhole else {
      throw SourceTextError(reason: .tooMuchMarkup, place: Place(line: 1, column: 1))
    }
    let runs = parser.runs.map { PlaceMap.Run(text: $0.text, file: $0.file + start) }
    return try HTMLReader(parser.html, from: PlaceMap(file, runs), isMarkdown: true)
  }
}

/// Imports: what other programs make of Word, OpenDocument, PDF and HTML files, as Markdown with
/// front matter.
///
/// `ImportedText` is the whole; `PDFPage` reads the words of a PDF with their places on the page,
/// of which `PDFLine` makes lines and `PDFMarkdown` headings, paragraphs, lists and tables.
internal import Bytes
internal import JSON5
package import Markup
internal import Statements

/// A text that was imported: what a reader understands of it is said in its front matter, to be
/// corrected there.
package struct ImportedText {
  private let body: String
  private let title: String?
  private let language: String?

  /// Markdown as pandoc writes it, perhaps with its own front matter.
  package init(pandoc: [UInt8]) throws(SourceTextError) {
    let header = try Document(pandoc, as: .markdown, isChecked: false).frontMatter
    var lines = String(decoding: pandoc, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)[...]
    if lines.first == "---", let end = lines.dropFirst().firstIndex(of: "---") {
      lines = lines[(end + 1)...]
    }
    let rest = lines.joined(separator: "\n").trimmed
    title = header.title
    language = header.language
    // A title that the format keeps apart from its text is a part of ours.
    if let title, !rest.contains(title) {
      body = "# \(PDFMarkdown.escaped(title))\n\n\(rest)"
    } else {
      body = rest
    }
  }

  /// The words of a PDF, as `pdftotext -bbox` writes them.
  package init(pdf: [UInt8]) {
    body = PDFMarkdown.text(PDFPage.all(in: pdf)).trimmed
    title = nil
    language = nil
  }

  /// Whether there are no words in it, as in a PDF of pictures.
  package var isEmpty: Bool { body.isEmpty }

  package var markdown: [UInt8] {
    get throws(SourceTextError) {
      let read = Reading(try Document(Array(body.utf8), as: .markdown)).read
      let found = read.title.map { read.string(at: $0) } ?? title
      // What is not known stands there as a comment, to be filled in.
      var header = "---\n"
      header += found.map { "title: \(JSON5.quoted($0))\n" } ?? "# title: \"\"\n"
      header += read.publishedOn.map { "publishedOn: \($0.iso)\n" } ?? "# publishedOn: 2024-05-17\n"
      header += (language ?? read.language).map { "language: \($0)\n" } ?? "# language: en\n"
      return Array("\(header)---\n\n\(body)\n".utf8)
    }
  }
}

extension String {
  /// Without blank lines around it.
  fileprivate var trimmed: String {
    let utf8 = Array(self.utf8)
    return String(decoding: utf8[Display.trim(utf8, 0..<utf8.count)], as: UTF8.self)
  }
}

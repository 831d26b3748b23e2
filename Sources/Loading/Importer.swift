package import Host
internal import Imports
internal import Markup

/// Has other programs read what Signatory does not, and gives it as Markdown.
package enum Importer {
  /// What a file is, as its first bytes tell.
  enum Format: Equatable {
    case pdf
    /// In pandoc's name.
    case document(String)
  }

  private static let zip: [UInt8] = [0x50, 0x4B, 0x03, 0x04]
  private static let oldWord: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0]

  static func format(of bytes: [UInt8]) -> Format? {
    func begins(_ text: String, at offset: Int = 0) -> Bool {
      bytes.dropFirst(offset).starts(with: text.utf8)
    }
    if begins("%PDF-") { return .pdf }
    if begins("{\\rtf") { return .document("rtf") }
    if bytes.starts(with: zip) {
      // The first entry of an OpenDocument file is not compressed, and says what it is.
      return .document(
        begins("mimetypeapplication/vnd.oasis.opendocument.text", at: 30) ? "odt" : "docx")
    }
    if bytes.starts(with: oldWord) || bytes.contains(0) { return nil }
    return .document("html")
  }

  /// What an editor should know of how such a file is read.
  package static func warning(of bytes: [UInt8]) -> String? {
    guard format(of: bytes) == .document("rtf"), bytes.contains("\\fldrslt".utf8) else {
      return nil
    }
    return "this RTF has links, whose words pandoc may leave out: rather save it as .docx or .odt"
  }

  /// The bytes of the file called `name` as Markdown with front matter.
  package static func markdown(of bytes: [UInt8], name: String) throws(Failure) -> [UInt8] {
    guard let format = format(of: bytes) else {
      throw Failure(
        code: .failure,
        message: "\(name) is no .docx, .odt, .rtf, .pdf or HTML file; save it as one of these")
    }
    let input = ChildProcess.inputPath
    do {
      let text: ImportedText
      switch format {
      case .pdf:
        let pdftotext = try program("pdftotext", package: "poppler-utils")
        text = ImportedText(
          pdf: try pdftotext.output(["-bbox", "-enc", "UTF-8", input, "-"], input: bytes))
      case .document(let reader):
        let pandoc = try program("pandoc", package: "pandoc")
        text = try ImportedText(
          pandoc: try pandoc.output(
            [
              "--sandbox", "--from=\(reader)", "--to=gfm", "--standalone", "--wrap=none", input,
            ], input: bytes))
      }
      guard !text.isEmpty else {
        throw Failure(
          code: .failure, message: "\(name) has no words; of pictures, none can be read")
      }
      return try text.markdown
    } catch let error as Failure {
      throw error
    } catch {
      throw Failure(code: .failure, message: "\(name): \(error)")
    }
  }

  private static func program(_ name: String, package: String) throws(Failure) -> ChildProcess {
    guard let program = ChildProcess(named: name) else {
      throw Failure(
        code: .failure,
        message: "import needs \(name), which is not on the path: install the package \(package)")
    }
    return program
  }
}

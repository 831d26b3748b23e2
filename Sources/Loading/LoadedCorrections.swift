internal import Bytes
internal import Corrections
package import Host
internal import JSON5
internal import Markup
internal import Statements

/// The corrections beside a text, as they were read.
package struct LoadedCorrections: Sendable {
  package let path: String
  package let bytes: [UInt8]
  /// In seconds since 1970.
  package let modified: Int64?
  private let corrections: CorrectionsFile

  init(_ file: FileContent, path: String) throws(JSON5.DocumentError) {
    self.path = path
    bytes = file.bytes
    modified = file.modified
    corrections = try CorrectionsFile(file.bytes)
  }

  /// Those beside the text at `path`; `nil` where there are none.
  static func read(besideTextAt path: String) throws(Failure) -> LoadedCorrections? {
    guard let file = try file(besideTextAt: path) else { return nil }
    return try read(file, path: Self.path(ofTextAt: path))
  }

  static func read(_ file: FileContent, path: String) throws(Failure) -> LoadedCorrections {
    do throws(JSON5.DocumentError) {
      return try LoadedCorrections(file, path: path)
    } catch {
      throw Failure(code: .failure, message: "\(path):\(error.line)")
    }
  }

  /// The file of corrections beside the text at `path`; `nil` where there is none.
  static func file(besideTextAt path: String) throws(Failure) -> FileContent? {
    let place = Self.path(ofTextAt: path)
    guard path != "-", Directory.state(of: place) != nil else { return nil }
    return try FileContent(path: place)
  }

  /// Where the corrections of the text at `path` are.
  package static func path(ofTextAt path: String) -> String {
    let text = Directory.name(of: path)
    return path.dropLast(text.utf8.count) + name(ofText: FileName(text)).description
  }

  /// The name of the corrections of a text, by the name of its file.
  package static func name(ofText name: FileName) -> FileName {
    let end = name.bytes.lastIndex(of: 0x2E) ?? name.bytes.endIndex
    return FileName(name.bytes[..<end] + Array(CorrectionsFile.ending.utf8))
  }

  /// The name of a text with that ending, by the name of its corrections.
  package static func name(ofCorrections name: FileName, ending: String) -> FileName {
    FileName(name.bytes.dropLast(CorrectionsFile.ending.utf8.count) + Array(ending.utf8))
  }

  /// Whether the file is one of corrections, by its name.
  package static func isName(_ name: FileName) -> Bool {
    name.bytes.first != 0x2E && name.hasSuffix(CorrectionsFile.ending)
  }

  /// Corrects what was read, and gives what is to be told of it, each with its place here.
  func apply(to reading: inout Reading) -> [Diagnostic] {
    corrections.apply(to: &reading)
  }
}

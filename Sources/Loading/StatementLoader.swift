internal import Bytes
package import Catalog
package import Host
internal import JSON5
package import Markup
package import Statements

/// The statement that is in the binary, and how any text becomes a source of the catalog.
package enum StatementLoader {
  /// The id of the statement built in: the name of its file.
  static let builtInID = "joint-statement"
  /// When the text built in was last changed: 2026-11-24T00:00:00Z, in seconds since 1970. It
  /// stands here because a binary has no honest file time.
  static let builtInModified: Int64 = 1_795_478_400

  /// The snapshot of the statement built in.
  static func builtIn() throws(Failure) -> Snapshot {
    let source = try source(
      of: PackageResources.joint_statement_txt, path: "\(builtInID).txt", modified: builtInModified)
    return Snapshot([source])
  }

  /// The file at `path`, or standard input for `-`, as a source, with the corrections beside it.
  package static func source(path: String) throws(Failure) -> StatementSource {
    let file = try FileContent(path: path)
    return try source(
      of: file.bytes, path: path == "-" ? "statement" : path, modified: file.modified,
      corrections: try LoadedCorrections.read(besideTextAt: path))
  }

  /// The file at `path`, or standard input for `-`, as a document.
  package static func document(path: String) throws(Failure) -> Document {
    try document(of: try FileContent(path: path).bytes, path: path)
  }

  /// The file at `path` as an editor reviews it: as it was read and corrected, what is to be told
  /// of its corrections, and where those are. What is wrong in them as a whole is told too.
  package static func review(path: String) throws(Failure) -> (
    reading: Reading, corrections: String, told: [Diagnostic]
  ) {
    var reading = Reading(try document(path: path))
    let place = LoadedCorrections.path(ofTextAt: path)
    let name = Directory.name(of: place)
    guard let file = try LoadedCorrections.file(besideTextAt: path) else {
      return (reading, name, [])
    }
    do {
      let told = try LoadedCorrections(file, path: place).apply(to: &reading)
      return (reading, name, told)
    } catch {
      let whole = Diagnostic(severity: .error, place: error.place, message: error.message)
      return (reading, name, [whole])
    }
  }

  private static func document(of bytes: [UInt8], path: String, isChecked: Bool = true)
    throws(Failure) -> Document
  {
    do throws(SourceTextError) {
      return try Document(bytes, as: FileFormat(path: path), isChecked: isChecked)
    } catch {
      throw failure(path, error)
    }
  }

  private static func failure(_ path: String, _ error: SourceTextError) -> Failure {
    let place = "\(error.place.line):\(error.place.column)"
    return Failure(code: .failure, message: "\(path):\(place): error: \(error.message)")
  }

  /// A text as a source: its id is that of its front matter, else its file's name without
  /// extension. Throws where its corrections do not fit it: nothing is served half corrected.
  package static func source(
    of bytes: [UInt8], path: String, modified: Int64?, corrections: LoadedCorrections? = nil
  ) throws(Failure) -> StatementSource {
    var reading = Reading(try document(of: bytes, path: path, isChecked: false))
    if let corrections, let error = corrections.apply(to: &reading).first(where: \.isError) {
      let place = error.place.map { ":\($0.line):\($0.column)" } ?? ""
      throw Failure(
        code: .failure, message: "\(corrections.path)\(place): error: \(error.message)")
    }
    let statement = reading.statement
    let id = statement.frontMatter.id ?? stem(of: path)
    if let fault = FrontMatterValue.fault(ofID: id) {
      throw Failure(code: .failure, message: "\(path):1:1: error: \(idFault(fault))")
    }
    var changed = [modified, corrections?.modified].compactMap(\.self).max()
    // To whoever asks, a text changes when its embargo ends.
    if case .from(let end) = statement.frontMatter.release {
      changed = max(changed ?? .min, end.secondsSinceEpoch)
    }
    return StatementSource(
      id: id, statement: statement, corrections: corrections?.bytes, modified: changed)
  }

  /// That the name of a file gives no id.
  package static func idFault(_ fault: String) -> String {
    "the id that its name gives \(fault); say another one in front matter (id: …)"
  }

  /// The name of a file without its folder and last extension.
  package static func stem(of path: String) -> String {
    let name = path.split(separator: "/").last ?? "statement"
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return String(name) }
    return String(name[..<dot])
  }
}

internal import Markup
internal import Bytes
internal import Catalog
internal import Statements

/// `signatory check`: what an editor should look at in texts, before they are published.
enum Check {
  enum Format: String {
    case human, json
  }

  /// One finding, at a place of a file.
  struct Finding: Equatable {
    var file: String
    var place: Place
    var severity: Diagnostic.Severity
    var message: String

    /// `FILE:LINE:COLUMN: severity: message`.
    var line: String {
      "\(file):\(place.line):\(place.column): \(severity.rawValue): \(message)"
    }
  }

  /// Checks the files at `paths`, and those of folders among them; throws when an error was found.
  static func run(_ paths: [String], format: Format) throws(Failure) {
    let findings = try findings(paths)
    switch format {
    case .human: try StandardOutput.write(findings.map { $0.line + "\n" }.joined())
    case .json: try StandardOutput.write(json(findings) + [0x0A])
    }
    let errors = findings.count { $0.severity == .error }
    guard errors == 0 else {
      let noun = errors == 1 ? "error" : "errors"
      throw Failure(code: .failure, message: "\(errors) \(noun) found")
    }
  }

  static func findings(_ paths: [String]) throws(Failure) -> [Finding] {
    var findings: [Finding] = []
    var files: [Text] = []
    var directory = OrganizationDirectory.empty
    var owners: [String: String] = [:]
    for path in try expand(paths, &findings) {
      let file = try FileContent(path: path)
      if CertificateCheck.isCertificate(path) {
        findings += CertificateCheck.findings(path, file.bytes)
        continue
      }
      if path.hasSuffix(OrganizationsFile.name) {
        do {
          directory = try OrganizationsFile.read(file.bytes)
        } catch {
          findings.append(
            Finding(file: path, place: error.place, severity: .error, message: error.message))
        }
        continue
      }
      do {
        let document = try Document(file.bytes)
        let statement = Statement.read(document)
        findings += statement.diagnostics.map { Finding(path, $0) }
        if statement.text.utf8.isEmpty {
          findings.append(Finding(path, StatementFolder.emptiness, .warning))
        }
        let id = statement.frontMatter.id ?? Library.stem(of: path)
        if let fault = FrontMatterValue.fault(ofID: id) {
          findings.append(Finding(path, Library.idFault(fault)))
        }
        let identity = StatementFolder.identity(of: id)
        if let owner = owners[identity] {
          findings.append(Finding(path, StatementFolder.clash(id, owner)))
          continue
        }
        owners[identity] = path
        files.append(
          Text(
            path: path, source: StatementSource(id: id, statement: statement),
            places: document.places))
      } catch {
        findings.append(
          Finding(file: path, place: error.place, severity: .error, message: error.message))
      }
    }
    return (findings + twins(files, directory)).sorted(by: Finding.isBefore)
  }

  /// The files to check: folders are replaced by the texts and the declarations in them. What a
  /// folder has that looks like one of these and is not served is a finding.
  private static func expand(
    _ paths: [String], _ findings: inout [Finding]
  ) throws(Failure) -> [String] {
    var files: [String] = []
    for path in paths {
      guard Directory.isFolder(path) else {
        files.append(path)
        continue
      }
      let folder = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
      for entry in try Directory.entries(of: folder, where: StatementFolder.isMeant) {
        let file = "\(folder)/\(entry.name)"
        if let fault = StatementFolder.fault(of: entry) {
          findings.append(Finding(file, "\(fault); it is left out"))
        } else {
          files.append(file)
        }
      }
    }
    return files
  }

  /// A text that could be read.
  private struct Text {
    var path: String
    var source: StatementSource
    var places: PlaceMap
  }

  /// Names that are likely one organization's.
  private static func twins(_ files: [Text], _ directory: OrganizationDirectory) -> [Finding] {
    let snapshot = Snapshot(files.map(\.source), directory: directory)
    let texts = Dictionary(files.map { ($0.source.id, $0) }) { first, _ in first }
    let organizations = snapshot.organizations
    return Twins.pairs(in: organizations).compactMap { pair in
      guard let first = organizations.names[pair.0].first,
        let second = organizations.names[pair.1].first
      else { return nil }
      let names = (
        snapshot.text(of: first).string(in: first.range),
        snapshot.text(of: second).string(in: second.range)
      )
      let text = { (place: TextPlace) in texts[snapshot.statements[Int(place.statement)].id] }
      guard let other = text(first), let file = text(second) else { return nil }
      let otherLine = other.places.place(ofByte: Int(first.range.utf8Start)).line
      return Finding(
        file: file.path, place: file.places.place(ofByte: Int(second.range.utf8Start)),
        severity: .warning,
        message:
          "“\(names.1)” may be “\(names.0)” of \(other.path):\(otherLine); if so, declare it among "
          + "its otherNames in \(OrganizationsFile.name)")
    }
  }

  private static func json(_ findings: [Finding]) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginArray()
    for finding in findings {
      writer.beginObject()
      writer.key("file")
      writer.string(finding.file)
      writer.key("line")
      writer.number(finding.place.line)
      writer.key("column")
      writer.number(finding.place.column)
      writer.key("severity")
      writer.string(finding.severity.rawValue)
      writer.key("message")
      writer.string(finding.message)
      writer.endObject()
    }
    writer.endArray()
    return writer.bytes
  }
}

extension Check.Finding {
  fileprivate init(_ file: String, _ diagnostic: Diagnostic) {
    self.init(
      file: file, place: diagnostic.place ?? Place(line: 1, column: 1),
      severity: diagnostic.severity, message: diagnostic.message)
  }

  /// About the whole file.
  fileprivate init(
    _ file: String, _ message: String, _ severity: Diagnostic.Severity = .error
  ) {
    self.init(
      file: file, place: Place(line: 1, column: 1), severity: severity, message: message)
  }

  fileprivate static func isBefore(_ left: Self, _ right: Self) -> Bool {
    (left.file, left.place.line, left.place.column, left.message)
      < (right.file, right.place.line, right.place.column, right.message)
  }
}

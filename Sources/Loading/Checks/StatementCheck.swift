internal import JSON5
internal import Bytes
internal import Catalog
internal import Glibc
package import Host
internal import Markup
internal import Statements

/// What an editor should look at in texts, declarations and certificates before they are published.
package enum StatementCheck {
  /// What is found in the files at `paths`, and in those of folders among them.
  package static func findings(_ paths: [String]) throws(Failure) -> [CheckFinding] {
    var findings: [CheckFinding] = []
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
            CheckFinding(file: path, place: error.place, severity: .error, message: error.message))
        }
        continue
      }
      do {
        let document = try Document(file.bytes, as: FileFormat(path: path))
        let statement = Statement.read(document)
        findings += statement.diagnostics.map { CheckFinding(path, $0) }
        if let message = release(of: statement) {
          findings.append(CheckFinding(path, message, .warning))
        }
        if statement.text.utf8.isEmpty {
          findings.append(CheckFinding(path, StatementFolder.emptiness, .warning))
        }
        let id = statement.frontMatter.id ?? StatementLoader.stem(of: path)
        if let fault = FrontMatterValue.fault(ofID: id) {
          findings.append(CheckFinding(path, StatementLoader.idFault(fault)))
        }
        let identity = StatementFolder.identity(of: id)
        if let owner = owners[identity] {
          findings.append(CheckFinding(path, StatementFolder.clash(id, owner)))
          continue
        }
        owners[identity] = path
        files.append(
          Text(
            path: path, source: StatementSource(id: id, statement: statement),
            places: document.places))
      } catch {
        findings.append(
          CheckFinding(file: path, place: error.place, severity: .error, message: error.message))
      }
    }
    return (findings + twins(files, directory)).sorted(by: CheckFinding.isBefore)
  }

  /// That a text is not served yet, or is although its day is to come.
  private static func release(of statement: Statements.Statement) -> String? {
    let now = Instant(secondsSinceEpoch: Int64(time(nil)))
    let today = CalendarDate(daysSinceEpoch: Int(now.secondsSinceEpoch / 86_400))
    switch statement.frontMatter.release {
    case .never: return "a draft: it is not served"
    case .from(let end) where end > now: return "under embargo: it is not served before its end"
    case .atOnce:
      guard let date = statement.publishedOn, date > today else { return nil }
      return "publishedOn is to come, and is no embargo: the text is served at once; is "
        + "`embargoedUntil: 2026-12-09T10:00:00Z` meant?"
    default: return nil
    }
  }

  /// The files to check: folders are replaced by the texts and the declarations in them. What a
  /// folder has that looks like one of these and is not served is a finding.
  private static func expand(
    _ paths: [String], _ findings: inout [CheckFinding]
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
          findings.append(CheckFinding(file, "\(fault); it is left out"))
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
  private static func twins(_ files: [Text], _ directory: OrganizationDirectory) -> [CheckFinding] {
    let snapshot = Snapshot(files.map(\.source), directory: directory)
    let texts = Dictionary(files.map { ($0.source.id, $0) }) { first, _ in first }
    let organizations = snapshot.organizations
    return NearDuplicateNames.pairs(in: organizations).compactMap { pair in
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
      return CheckFinding(
        file: file.path, place: file.places.place(ofByte: Int(second.range.utf8Start)),
        severity: .warning,
        message:
          "“\(names.1)” may be “\(names.0)” of \(other.path):\(otherLine); if so, declare it among "
          + "its otherNames in \(OrganizationsFile.name)")
    }
  }
}

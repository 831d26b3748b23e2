internal import JSON5
internal import Bytes
internal import Catalog
internal import Glibc
package import Host
internal import Markup
internal import Statements

/// What an editor should look at in texts, their corrections, declarations and certificates before
/// they are published.
package struct StatementCheck {
  private var findings: [CheckFinding] = []
  private var texts: [Text] = []
  private var declarations = Declarations()
  /// By what an id is taken for, the file that has it.
  private var owners: [String: String] = [:]

  /// A text that could be read.
  private struct Text {
    var path: String
    var source: StatementSource
    var places: PlaceMap
  }

  /// What is found in the files at `paths`, and in those of folders among them.
  package static func findings(_ paths: [String]) throws(Failure) -> [CheckFinding] {
    var check = StatementCheck()
    let files = try check.expand(paths)
    let corrections = Set(files.map { LoadedCorrections.path(ofTextAt: $0) })
    for path in files {
      // Corrections are read with their text.
      if !corrections.contains(path) { try check.look(at: path) }
    }
    check.findTwins()
    return check.findings.sorted(by: CheckFinding.isBefore)
  }

  private mutating func look(at path: String) throws(Failure) {
    let file = try FileContent(path: path)
    if CertificateCheck.isCertificate(path) {
      findings += CertificateCheck.findings(path, file.bytes)
    } else if LoadedCorrections.isName(FileName(Directory.name(of: path))) {
      findings.append(CheckFinding(path, StatementFolder.orphan))
    } else if let declared = DeclarationsFile(path: path) {
      do {
        let directory = try declared.read(file.bytes)
        switch declared {
        case .organizations: declarations.organizations = directory
        case .people: declarations.people = directory
        }
      } catch {
        findings.append(CheckFinding(path, error))
      }
    } else {
      let document: Document
      do {
        document = try Document(file.bytes, as: FileFormat(path: path))
      } catch {
        findings.append(
          CheckFinding(file: path, place: error.place, severity: .error, message: error.message))
        return
      }
      try look(at: document, path)
    }
  }

  private mutating func look(at document: Document, _ path: String) throws(Failure) {
    var reading = Reading(document)
    if let file = try LoadedCorrections.file(besideTextAt: path) {
      let place = LoadedCorrections.path(ofTextAt: path)
      do {
        findings += try LoadedCorrections(file, path: place).apply(to: &reading)
          .map { CheckFinding(place, $0) }
      } catch {
        findings.append(CheckFinding(place, error))
      }
    }
    let statement = reading.checked
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
      return
    }
    owners[identity] = path
    texts.append(
      Text(
        path: path, source: StatementSource(id: id, statement: statement), places: document.places))
  }

  /// That a text is not served yet, or is although its day is to come.
  private func release(of statement: Statements.Statement) -> String? {
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
  private mutating func expand(_ paths: [String]) throws(Failure) -> [String] {
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

  /// Names that are likely one organization's, or one person's.
  private mutating func findTwins() {
    let snapshot = Snapshot(texts.map(\.source), declarations: declarations)
    let byID = Dictionary(texts.map { ($0.source.id, $0) }) { first, _ in first }
    for kind in [PartyKind.organization, .person] { findTwins(kind, in: snapshot, byID) }
  }

  private mutating func findTwins(_ kind: PartyKind, in snapshot: Snapshot, _ byID: [String: Text])
  {
    let parties = snapshot.parties(kind)
    let file: DeclarationsFile = kind == .organization ? .organizations : .people
    for pair in NearDuplicateNames.pairs(in: parties) {
      guard let first = parties.names[pair.0].first, let second = parties.names[pair.1].first,
        let other = byID[snapshot.statements[Int(first.statement)].id],
        let text = byID[snapshot.statements[Int(second.statement)].id]
      else { continue }
      let names = (
        snapshot.text(of: first).string(in: first.range),
        snapshot.text(of: second).string(in: second.range)
      )
      let otherLine = other.places.place(ofByte: Int(first.range.utf8Start)).line
      findings.append(
        CheckFinding(
          file: text.path, place: text.places.place(ofByte: Int(second.range.utf8Start)),
          severity: .warning,
          message:
            "“\(names.1)” may be “\(names.0)” of \(other.path):\(otherLine); if so, declare it "
            + "among its otherNames in \(file.name)"))
    }
  }
}

internal import Bytes
package import Catalog
package import Host
internal import Markup
internal import Statements

/// What can be served of the folder, and what an editor or operator should mend.
extension StatementFolder {
  /// A file whose present content is not served as it is, and why.
  package struct FileProblem: Equatable {
    /// What comes of it.
    package enum Consequence: String {
      case lastGoodStays = "its last good version stays"
      case leftOut = "it is left out"
      case servedAsIs = "it is served as it is"
      case servedWithout = "it is served without that"
      case heldBack = "it is held back"
    }

    package var name: FileName
    /// `FILE:LINE:COLUMN: error: …`
    package var reason: String
    package var consequence: Consequence
  }

  /// What the folder's `organizations.json5` and `people.json5` declare.
  package var declarations: Declarations {
    Declarations(
      organizations: declared[.organizations]?.content ?? .empty,
      people: declared[.people]?.content ?? .empty)
  }

  /// All statements that can be served, one for each id: where files have the same id, that of the
  /// first by the bytes of its name.
  package var sources: [StatementSource] {
    var ids: Set<String> = []
    return inOrder.compactMap { heldBack.contains($0.name) ? nil : $0.file.source }.filter {
      ids.insert(Self.identity(of: $0.id)).inserted
    }
  }

  private var inOrder: [(name: FileName, file: File)] {
    // Names are sorted without the files, which are large to move.
    files.keys.sorted().compactMap { name in files[name].map { (name: name, file: $0) } }
  }

  /// Ids that people take for the same are: those that differ in case, or in whether an accent is a
  /// character of its own. (`String` compares by canonical equivalence.)
  package static func identity(of id: String) -> String { id.lowercased() }

  package var problems: [FileProblem] {
    var problems: [FileProblem] = []
    for (file, aside) in declared {
      if let reason = aside.problem { problems.append(unread(FileName(file.name), reason)) }
    }
    let corrected =
      corrections.isEmpty ? [] : Set(files.keys.map { LoadedCorrections.name(ofText: $0) })
    for (name, aside) in corrections {
      if let reason = aside.problem {
        problems.append(unread(name, reason))
      } else if !corrected.contains(name) {
        let reason = "\(place(of: name)):1:1: error: \(Self.orphan)"
        problems.append(FileProblem(name: name, reason: reason, consequence: .leftOut))
      }
    }
    for (name, reason) in skipped {
      problems.append(unread(name, "\(place(of: name)): error: \(reason)"))
    }
    for name in silent {
      let reason =
        "\(place(of: name)): error: a program keeps it open for writing, and has not written for "
        + "\(Resting.silenceMilliseconds / 1_000) s"
      problems.append(unread(name, reason))
    }
    var owners: [String: FileName] = [:]
    for (name, file) in inOrder { problems += self.problems(of: name, file, &owners) }
    return problems.sorted { ($0.name, $0.reason) < ($1.name, $1.reason) }
  }

  private func problems(
    of name: FileName, _ file: File, _ owners: inout [String: FileName]
  ) -> [FileProblem] {
    var problems: [FileProblem] = []
    if let reason = file.problem { problems.append(unread(name, reason)) }
    guard let source = file.source else { return problems }
    if source.statement.text.utf8.isEmpty {
      let reason = "\(place(of: name)):1:1: warning: \(Self.emptiness)"
      problems.append(FileProblem(name: name, reason: reason, consequence: .servedAsIs))
    }
    for diagnostic in source.statement.diagnostics where diagnostic.severity == .error {
      let at = diagnostic.place ?? Place(line: 1, column: 1)
      let reason = "\(place(of: name)):\(at.line):\(at.column): error: \(diagnostic.message)"
      let consequence: FileProblem.Consequence =
        heldBack.contains(name) ? .heldBack : .servedWithout
      problems.append(FileProblem(name: name, reason: reason, consequence: consequence))
    }
    guard !heldBack.contains(name) else { return problems }
    let identity = Self.identity(of: source.id)
    if let owner = owners[identity] {
      let reason = "\(place(of: name)): error: \(Self.clash(source.id, owner.description))"
      problems.append(FileProblem(name: name, reason: reason, consequence: .leftOut))
    } else {
      owners[identity] = name
    }
    return problems
  }

  package static let emptiness = "the text is empty"

  /// That corrections correct nothing.
  package static let orphan = "there is no text beside it that it corrects"

  /// That the id of a file is taken.
  package static func clash(_ id: String, _ owner: String) -> String {
    "its id “\(id)” is that of \(owner) already"
  }

  /// That what a file holds now cannot be read.
  private func unread(_ name: FileName, _ reason: String) -> FileProblem {
    let wasRead =
      if let file = Self.declarations(name) {
        declared[file]?.content != nil
      } else {
        files[name]?.source != nil || corrections[name]?.content != nil
      }
    return FileProblem(
      name: name, reason: reason, consequence: wasRead ? .lastGoodStays : .leftOut)
  }
}

internal import Catalog
internal import Dispatch
internal import Locks

/// A folder of statement texts, as far as it has been read: every `*.txt` and `*.md` file in it.
///
/// Only files that changed are read again. A file that cannot be read, or is no text any more,
/// keeps its last good version; it goes when its file goes.
struct StatementFolder {
  /// A file whose present content is not served, and why.
  struct Problem: Equatable {
    var name: String
    /// `FILE:LINE:COLUMN: error: …`
    var reason: String
    /// Whether an older version of it is served.
    var hasLastGood: Bool

    var consequence: String { hasLastGood ? "its last good version stays" : "it is left out" }
  }

  private struct File {
    var state: Directory.FileState
    var source: StatementSource?
    var problem: String?
  }

  let path: String
  private var files: [String: File] = [:]
  private var declarations = Declarations()

  private struct Declarations {
    var state: Directory.FileState?
    var directory = OrganizationDirectory.empty
    var problem: String?
  }

  init(path: String) {
    self.path = path
  }

  /// The folder at `path`, read.
  static func read(_ path: String) throws(Failure) -> StatementFolder {
    var folder = StatementFolder(path: path)
    _ = try folder.refresh()
    return folder
  }

  static func isText(_ name: String) -> Bool {
    name.hasSuffix(".txt") || name.hasSuffix(".md")
  }

  /// Reads what changed since the last time; whether anything did.
  mutating func refresh() throws(Failure) -> Bool {
    let entries = try Directory.files(in: path, where: Self.isText)
    let changed = entries.filter { files[$0.name]?.state != $0.state }
    let names = Set(entries.map(\.name))
    let gone = files.keys.filter { !names.contains($0) }
    for name in gone { files[name] = nil }
    for (entry, result) in zip(changed, read(changed)) {
      var file = File(state: entry.state, source: files[entry.name]?.source)
      switch result {
      case .success(let source): file.source = source
      case .failure(let failure): file.problem = failure.message
      }
      files[entry.name] = file
    }
    let declaresAnew = refreshDeclarations()
    return !changed.isEmpty || !gone.isEmpty || declaresAnew
  }

  private mutating func refreshDeclarations() -> Bool {
    let file = "\(path)/\(OrganizationsFile.name)"
    let state = Directory.state(of: file)
    guard state != declarations.state else { return false }
    declarations.state = state
    declarations.problem = nil
    guard state != nil else {
      declarations.directory = .empty
      return true
    }
    do throws(Failure) {
      let bytes = try FileContent(path: file).bytes
      do throws(JSON5.Problem) {
        declarations.directory = try OrganizationsFile.read(bytes)
      } catch {
        declarations.problem = "\(file):\(error.line)"
      }
    } catch {
      declarations.problem = "\(file): error: \(error.message)"
    }
    return true
  }

  /// What the folder's `organizations.json5` declares.
  var directory: OrganizationDirectory { declarations.directory }

  /// Reads the files on all cores.
  private func read(_ entries: [Directory.Entry]) -> [Result<StatementSource, Failure>] {
    let results = Guarded<[Int: Result<StatementSource, Failure>]>([:])
    let path = path
    DispatchQueue.concurrentPerform(iterations: entries.count) { index in
      let result = Result { () throws(Failure) in
        try Library.source(path: "\(path)/\(entries[index].name)")
      }
      results.withLock { $0[index] = result }
    }
    let read = results.withLock { $0 }
    return entries.indices.map {
      read[$0] ?? .failure(Failure(code: .failure, message: "\(entries[$0].name) was not read"))
    }
  }

  /// All statements that can be served, one for each id: where two files have the same id, the
  /// first by name.
  var sources: [StatementSource] {
    let inOrder = files.sorted { $0.key < $1.key }.compactMap(\.value.source)
    var ids: Set<String> = []
    return inOrder.filter { ids.insert($0.id).inserted }
  }

  /// What an editor or operator should mend.
  var problems: [Problem] {
    var problems: [Problem] = []
    if let reason = declarations.problem {
      problems.append(
        Problem(name: OrganizationsFile.name, reason: reason, hasLastGood: true))
    }
    var owners: [String: String] = [:]
    for (name, file) in files.sorted(by: { $0.key < $1.key }) {
      if let reason = file.problem {
        problems.append(
          Problem(name: name, reason: reason, hasLastGood: file.source != nil))
      }
      guard let id = file.source?.id else { continue }
      if let owner = owners[id] {
        let reason = "\(path)/\(name): error: its id “\(id)” is that of \(owner) already"
        problems.append(Problem(name: name, reason: reason, hasLastGood: false))
      } else {
        owners[id] = name
      }
    }
    return problems
  }
}

internal import Bytes
package import Catalog
internal import EventLoop
package import Host
internal import Markup
internal import Statements

/// A folder of statement texts, as far as it has been read: every `*.txt`, `*.md` and `*.html` file
/// in it with the corrections beside it, and what `organizations.json5` and `people.json5` declare.
///
/// Only files that changed are read again, once they rest. A file that cannot be read, or is no
/// text any more, keeps its last good version; it goes when its file goes.
package struct StatementFolder {
  package struct File {
    package var source: StatementSource?
    /// What is wrong with its present content.
    package var problem: String?
    /// When its present content may be served, where that is not what `source` is of.
    var release: FrontMatter.Release?
  }

  /// A file beside the texts: what was read of it last, `nil` where nothing was, and what is wrong
  /// with its present content.
  package struct Aside<Content: Sendable>: Sendable {
    var content: Content?
    var problem: String?
  }

  package let path: String
  var resting: Resting
  package var files: [FileName: File] = [:]
  package var declared: [DeclarationsFile: Aside<PartyDirectory>] = [:]
  package var corrections: [FileName: Aside<LoadedCorrections>] = [:]
  /// Entries that cannot be served, and why.
  package var skipped: [FileName: String] = [:]
  /// Texts that are not served yet: drafts, and those under embargo.
  package private(set) var heldBack: Set<FileName> = []
  /// When the first embargo ends, in milliseconds of the steady clock, as far as the clock of the
  /// day tells now.
  private var release: UInt64?
  /// Files that a program keeps open and has not written to for long.
  package var silent: [FileName] = []
  private var links: [FileName] = []
  private var wasMountPoint = false

  package init(path: String, restMilliseconds: UInt64) {
    self.path = path
    resting = Resting(restMilliseconds: restMilliseconds)
  }

  /// The folder at `path`, read as it is now.
  package static func read(_ path: String, restMilliseconds: UInt64) throws(Failure)
    -> StatementFolder
  {
    var folder = StatementFolder(path: path, restMilliseconds: restMilliseconds)
    _ = try folder.refresh(FolderLook(now: ReloadDriver.now, isTold: false), atOnce: true)
    return folder
  }

  // MARK: Names

  static let endings = [".txt", ".md", ".html", ".htm"]
  package static func isText(_ name: FileName) -> Bool {
    name.bytes.first != 0x2E && endings.contains { name.hasSuffix($0) }
  }

  /// Whether whoever made this file may believe that it is served.
  package static func isMeant(_ name: FileName) -> Bool {
    let small = FileName(name.bytes.map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 })
    return isServed(small)
  }

  static func isServed(_ name: FileName) -> Bool {
    isText(name) || declarations(name) != nil || LoadedCorrections.isName(name)
  }

  /// Which declarations a file holds, by its name.
  static func declarations(_ name: FileName) -> DeclarationsFile? {
    DeclarationsFile.allCases.first { FileName($0.name) == name }
  }

  /// Why the entry is not served, whatever it holds; `nil` where it may be.
  package static func fault(of entry: Directory.Entry) -> String? {
    if case .skipped(let reason) = entry.content { return reason }
    return isServed(entry.name)
      ? nil : "its name is not in small letters, as .txt, .md and .html are"
  }

  // MARK: Reading

  /// Reads what changed since the last time and rests; whether anything did.
  ///
  /// Throws where the folder cannot be read; then everything stays as it was.
  mutating func refresh(_ look: FolderLook, atOnce: Bool = false) throws(Failure) -> Bool {
    let isMountPoint = Directory.isMountPoint(path)
    let entries = try Directory.entries(of: path, where: Self.isMeant)
    let faults = entries.map(Self.fault)
    if wasMountPoint, !isMountPoint, !faults.contains(nil) {
      throw Failure(
        code: .failure,
        message: "the file system that was mounted at the statements folder \(path) is gone")
    }
    wasMountPoint = isMountPoint
    links = entries.filter(\.isLink).map(\.name)
    let before = problems
    skipped = [:]
    var present: [FileName: Resting.Presence] = [:]
    for (entry, fault) in zip(entries, faults) {
      if let fault { skipped[entry.name] = fault }
      if case .file(let state) = entry.content, fault == nil {
        present[entry.name] = .file(state)
      } else {
        present[entry.name] = .unreadable
      }
    }
    if look.isAnew { resting.readAll() }
    for name in resting.held where OpenWriters.hasAny(place(of: name)) == false {
      resting.release(name)
    }
    let verdict = resting.look(present, at: look.now, isTold: look.isTold, atOnce: atOnce)
    var hasChanged = false
    for name in verdict.gone { hasChanged = drop(name) || hasChanged }
    hasChanged = read(verdict, present, at: look.now) || hasChanged
    silent = resting.silent(at: look.now)
    hasChanged = holdBack(at: look.now) || hasChanged
    return hasChanged || problems != before
  }

  /// Finds the texts that are not served yet; whether they are others than before.
  private mutating func holdBack(at now: UInt64) -> Bool {
    let wall = Clock.wallNow()
    let milliseconds = wall.seconds * 1_000 + Int64(wall.milliseconds)
    var held: Set<FileName> = []
    var next: Int64?
    for (name, file) in files {
      switch file.release ?? file.source?.statement.frontMatter.release {
      case .never: held.insert(name)
      case .from(let end) where end.secondsSinceEpoch * 1_000 > milliseconds:
        held.insert(name)
        next = min(next ?? .max, end.secondsSinceEpoch * 1_000)
      default: break
      }
    }
    release = next.map { now + UInt64($0 - milliseconds) }
    let hasChanged = held != heldBack
    heldBack = held
    return hasChanged
  }

  /// When to look next, in milliseconds of the steady clock; `nil` where nothing is awaited.
  package var due: UInt64? { [resting.due, release].compactMap(\.self).min() }

  package func place(of name: FileName) -> String { "\(path)/\(name)" }

  /// Whether the file, or the text that it corrects, is not to be known of yet.
  func isSecret(_ name: FileName) -> Bool {
    heldBack.contains(name) || Self.texts(correctedBy: name).contains(where: heldBack.contains)
  }

  /// The folder and the way to it, and where its links lead.
  package var plan: WatchPlan {
    var plan = WatchPlan()
    guard let end = plan.add(path) else { return plan }
    plan.addContents(of: end)
    for name in links { plan.add(name.description, from: end, for: name) }
    return plan
  }

  private mutating func drop(_ name: FileName) -> Bool {
    if let file = Self.declarations(name) { return declared.removeValue(forKey: file) != nil }
    // The text is read again without them.
    if LoadedCorrections.isName(name) { return corrections.removeValue(forKey: name) != nil }
    return files.removeValue(forKey: name)?.source != nil
  }
}

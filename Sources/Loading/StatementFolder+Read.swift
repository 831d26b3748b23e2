internal import Catalog
internal import Dispatch
internal import Glibc
internal import Host
internal import JSON5
internal import Locks
internal import Markup
internal import Statements

/// Reading the files that rest.
extension StatementFolder {
  private enum Found {
    case statement(StatementSource)
    case declarations(PartyDirectory)
    case corrections(LoadedCorrections)
  }

  /// What came of reading a file: as what it was read, and what it holds.
  private struct Reading {
    var state: Directory.FileState?
    var found: Result<Found, Failure>
    /// When a text may be served that does not fit its corrections.
    var release: FrontMatter.Release?
  }

  private typealias Rested = [(name: FileName, state: Directory.FileState)]

  /// Reads the files on all cores; whether they hold anything else than before. What stands beside
  /// texts comes first: a text whose corrections changed is read again, and one whose corrections
  /// still rest waits for them.
  mutating func read(
    _ verdict: Resting.Verdict, _ present: [FileName: Resting.Presence], at now: UInt64
  ) -> Bool {
    var beside: Rested = []
    var texts: Rested = []
    for name in verdict.ready {
      guard case .file(let state) = present[name] else { continue }
      if isBeingWritten(name, state) {
        resting.hold(name)
      } else if Self.isText(name) {
        texts.append((name, state))
      } else {
        beside.append((name, state))
      }
    }
    var hasChanged = read(beside, at: now)
    texts.removeAll { name, _ in
      let waits = resting.isPending(LoadedCorrections.name(ofText: name))
      if waits { resting.changed(name, at: now) }
      return waits
    }
    let listed = Set(texts.map(\.name))
    for name in (verdict.gone + beside.map(\.name)).flatMap(Self.texts) where !listed.contains(name)
    {
      guard case .file(let state) = present[name], !resting.isPending(name) else { continue }
      texts.append((name, state))
    }
    hasChanged = read(texts, at: now) || hasChanged
    return hasChanged
  }

  /// The names that a text can have which a file corrects.
  static func texts(correctedBy name: FileName) -> [FileName] {
    guard LoadedCorrections.isName(name) else { return [] }
    return endings.map { LoadedCorrections.name(ofCorrections: name, ending: $0) }
  }

  private mutating func read(_ rested: Rested, at now: UInt64) -> Bool {
    var hasChanged = false
    for ((name, state), reading) in zip(rested, readings(of: rested.map(\.name))) {
      if reading.state == state {
        resting.took(name, state)
      } else if reading.state != nil || Directory.state(of: place(of: name)) != state {
        // It changed since it was looked at: it has not rested.
        resting.changed(name, at: now)
        continue
      } else {
        // The disk or the descriptors may be there again soon.
        resting.changed(name, at: now + ReloadDriver.retryMilliseconds)
      }
      hasChanged = take(name, reading.found) || hasChanged
      if case .failure = reading.found { files[name]?.release = reading.release }
    }
    return hasChanged
  }

  /// Whether a program has the file open for writing, where no event told of it: from before the
  /// folder was watched. Asked of files that changed in the last hour only: it takes a few calls.
  private func isBeingWritten(_ name: FileName, _ state: Directory.FileState) -> Bool {
    guard state.changed.seconds > time(nil) - 3_600 else { return false }
    return OpenWriters.hasAny(place(of: name)) == true
  }

  private func readings(of names: [FileName]) -> [Reading] {
    let results = Guarded<[Int: Reading]>([:])
    let places = names.map(place)
    let corrections = names.map { self.corrections[LoadedCorrections.name(ofText: $0)] }
    DispatchQueue.concurrentPerform(iterations: names.count) { index in
      let reading = Self.reading(names[index], at: places[index], corrections[index])
      results.withLock { $0[index] = reading }
    }
    let read = results.withLock { $0 }
    return names.indices.map { index in
      let failure = Failure(code: .failure, message: "\(places[index]) was not read")
      return read[index] ?? Reading(found: .failure(failure))
    }
  }

  private static func reading(
    _ name: FileName, at place: String, _ corrections: Aside<LoadedCorrections>?
  ) -> Reading {
    var state: Directory.FileState?
    var bytes: [UInt8] = []
    let found = Result { () throws(Failure) -> Found in
      let file = try FileContent(file: place)
      state = file.state
      bytes = file.bytes
      if LoadedCorrections.isName(name) {
        return .corrections(try LoadedCorrections.read(file, path: place))
      }
      guard let declarations = declarations(name) else {
        if let corrections, corrections.content == nil {
          throw Failure(code: .failure, message: "\(place): error: its corrections cannot be read")
        }
        return .statement(
          try StatementLoader.source(
            of: file.bytes, path: place, modified: file.modified,
            corrections: corrections?.content))
      }
      do throws(JSON5.DocumentError) {
        return .declarations(try declarations.read(file.bytes))
      } catch {
        throw Failure(code: .failure, message: "\(place):\(error.line)")
      }
    }
    guard case .failure = found, corrections != nil,
      let document = try? Document(bytes, as: FileFormat(path: place), isChecked: false)
    else { return Reading(state: state, found: found) }
    return Reading(state: state, found: found, release: document.frontMatter.release)
  }

  /// Takes what a file holds; whether that is anything else than before.
  private mutating func take(_ name: FileName, _ found: Result<Found, Failure>) -> Bool {
    switch found {
    case .success(.statement(let source)):
      let old = files[name]
      files[name] = File(source: source)
      guard let before = old?.source else { return true }
      return !before.isSame(as: source)
    case .success(.declarations(let directory)):
      guard let file = Self.declarations(name) else { return false }
      let old = declared.updateValue(Aside(content: directory), forKey: file)
      return directory.parties != old?.content?.parties ?? []
    case .success(.corrections(let read)):
      // They show in the text, which is read after them.
      corrections[name] = Aside(content: read)
    case .failure(let failure):
      if let file = Self.declarations(name) {
        declared[file, default: Aside()].problem = failure.message
      } else if LoadedCorrections.isName(name) {
        corrections[name, default: Aside()].problem = failure.message
      } else {
        files[name, default: File()].problem = failure.message
      }
    }
    return false
  }
}

extension StatementSource {
  /// Whether another reading gave the same.
  fileprivate func isSame(as other: StatementSource) -> Bool {
    id == other.id && modified == other.modified && sha256 == other.sha256
      && correctionsDigest == other.correctionsDigest
      && statement.frontMatter == other.statement.frontMatter
      && statement.diagnostics == other.statement.diagnostics
  }
}

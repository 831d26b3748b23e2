internal import Catalog
internal import Dispatch
internal import Glibc
package import Host
internal import JSON5
internal import Locks
internal import Markup
internal import Statements

/// Reading the files that rest.
extension StatementFolder {
  private enum Found {
    case statement(StatementSource)
    case declarations(OrganizationDirectory)
  }

  /// What came of reading a file: as what it was read, and what it holds.
  private struct Reading {
    var state: Directory.FileState?
    var found: Result<Found, Failure>
  }

  /// Reads the files on all cores; whether they hold anything else than before.
  package mutating func read(
    _ names: [FileName], _ present: [FileName: Resting.Presence], at now: UInt64
  ) -> Bool {
    var rested: [(name: FileName, state: Directory.FileState)] = []
    for name in names {
      guard case .file(let state) = present[name] else { continue }
      if isBeingWritten(name, state) { resting.hold(name) } else { rested.append((name, state)) }
    }
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
    DispatchQueue.concurrentPerform(iterations: names.count) { index in
      let reading = Self.reading(names[index], at: places[index])
      results.withLock { $0[index] = reading }
    }
    let read = results.withLock { $0 }
    return names.indices.map { index in
      let failure = Failure(code: .failure, message: "\(places[index]) was not read")
      return read[index] ?? Reading(found: .failure(failure))
    }
  }

  private static func reading(_ name: FileName, at place: String) -> Reading {
    var state: Directory.FileState?
    let found = Result { () throws(Failure) -> Found in
      let file = try FileContent(file: place)
      state = file.state
      guard name == declarationsName else {
        return .statement(
          try StatementLoader.source(of: file.bytes, path: place, modified: file.modified))
      }
      do throws(JSON5.DocumentError) {
        return .declarations(try OrganizationsFile.read(file.bytes))
      } catch {
        throw Failure(code: .failure, message: "\(place):\(error.line)")
      }
    }
    return Reading(state: state, found: found)
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
      let hasChanged = directory.organizations != self.directory.organizations
      declarations = Declarations(directory: directory)
      return hasChanged
    case .failure(let failure) where name == Self.declarationsName:
      declarations.problem = failure.message
    case .failure(let failure):
      files[name, default: File()].problem = failure.message
    }
    return false
  }
}

extension StatementSource {
  /// Whether another reading gave the same.
  fileprivate func isSame(as other: StatementSource) -> Bool {
    id == other.id && modified == other.modified && sha256 == other.sha256
      && statement.frontMatter == other.statement.frontMatter
      && statement.diagnostics == other.statement.diagnostics
  }
}

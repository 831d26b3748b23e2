/// Decides when files may be read: once the writer has closed the file, and it has rested.
///
/// A machine of states, without files and without a clock: events and looks come in with their
/// time, in milliseconds of a steady clock, and out comes what may be read. For each file:
///
/// | state | left by |
/// | --- | --- |
/// | read | an event, or a look that finds it different → resting |
/// | held: a writer has it open | `closed`, `removed`, `left` → resting |
/// | resting | `written` → held; any other event, another difference → rests anew; time → read |
///
/// It rests longer where a half is likely: where it is empty or smaller than what was read last,
/// where nothing told of its change (another machine wrote it, or memory that is mapped), and where
/// with it the last file would go.
package struct Resting {
  /// How many times as long as others such a file rests.
  package static let longRestFactor: UInt64 = 4
  /// A writer that has been silent for so long is told of.
  package static let silenceMilliseconds: UInt64 = 30_000

  /// A file as a look finds it.
  package enum Presence: Equatable {
    case file(Directory.FileState)
    /// It is there, and cannot be read; what was read of it stays.
    case unreadable
  }

  /// What may be done now.
  package struct Verdict: Equatable {
    /// Files to read, in order of names.
    package var ready: [FileName] = []
    /// Files that were read once and are no more.
    package var gone: [FileName] = []

    package var isEmpty: Bool { ready.isEmpty && gone.isEmpty }
  }

  private struct File {
    var seen: Directory.FileState?
    var read: Directory.FileState?
    /// When it changed last, as far as is known.
    var since: UInt64
    /// Whether it may differ from what was read.
    var isDue = true
    /// Whether an event told of it since the last look.
    var isTold = false
    /// Whether it changed and nothing told so.
    var isSilent = false
    var isUnreadable = false
  }

  package var restMilliseconds: UInt64
  private var files: [FileName: File] = [:]
  /// Files that a writer has open. Others than those looked for are among them: they may be moved.
  private var writers: Set<FileName> = []
  /// Files that came empty: whoever made one is about to write to it.
  private var born: Set<FileName> = []
  /// Whether a writer has the file that has left, until it arrives.
  private var moved: [UInt32: Bool] = [:]
  /// Whether events since the last look may be missing.
  private var hasLostEvents = false

  package init(restMilliseconds: UInt64) {
    self.restMilliseconds = restMilliseconds
  }

  // MARK: Events

  /// Something befell `name`. `matters` tells whether it is one to read, or only one that may be
  /// moved to such a name.
  package mutating func note(_ event: FileEvent, _ name: FileName, matters: Bool, at now: UInt64) {
    switch event {
    case .created: born.insert(name)
    case .written: writers.insert(name)
    case .closed, .removed: release(name)
    case .left(let number):
      moved[number] = writers.contains(name)
      release(name)
    case .arrived(let number):
      release(name)
      if moved.removeValue(forKey: number) == true { writers.insert(name) }
    case .touched: break
    }
    guard matters else { return }
    var file = files[name] ?? File(since: now)
    file.since = now
    file.isDue = true
    file.isTold = true
    if event == .closed { file.isSilent = false }
    files[name] = file
  }

  /// Events were lost, or another folder is where this one was: who writes is not known any more,
  /// nor when what the next look finds different was changed.
  package mutating func forgetWriters() {
    writers = []
    born = []
    moved = [:]
    for name in files.keys { files[name]?.isTold = false }
    hasLostEvents = true
  }

  /// Every file is to be read again, whatever it looks like.
  package mutating func readAll() {
    for name in files.keys { files[name]?.isDue = true }
  }

  /// A writer has `name` open, though no event told so: it may differ from what was read.
  package mutating func hold(_ name: FileName) {
    writers.insert(name)
    files[name]?.isDue = true
  }

  /// No writer has `name` open, though no event told so.
  package mutating func release(_ name: FileName) {
    writers.remove(name)
    born.remove(name)
  }

  // MARK: Looks

  /// Takes in how files look now. With `isTold` false nothing tells of changes between looks, so
  /// that none is strange; with `atOnce` nothing has to rest.
  package mutating func look(
    _ present: [FileName: Presence], at now: UInt64, isTold: Bool = true, atOnce: Bool = false
  ) -> Verdict {
    moved = [:]
    let isTold = isTold && !hasLostEvents
    hasLostEvents = false
    for name in present.keys where files[name] == nil { files[name] = File(since: now) }
    var verdict = Verdict()
    for (name, file) in files {
      files[name] = update(file, by: present[name], at: now, isTold: isTold)
    }
    let isLast = hasNone
    for (name, file) in files {
      guard file.isDue, atOnce || isRested(name, file, isLast: isLast, at: now) else { continue }
      if file.seen != nil {
        verdict.ready.append(name)
      } else {
        if file.read != nil { verdict.gone.append(name) }
        files[name] = nil
      }
    }
    verdict.ready.sort()
    verdict.gone.sort()
    return verdict
  }

  private func update(
    _ file: File, by presence: Presence?, at now: UInt64, isTold: Bool
  ) -> File {
    var file = file
    file.isUnreadable = presence == .unreadable
    if file.isUnreadable { return file }
    var state: Directory.FileState?
    if case .file(let found) = presence { state = found }
    if state != file.seen {
      if !file.isTold, isTold, file.read != nil { file.isSilent = true }
      // An event is a better witness of when than a look is.
      if !file.isTold { file.since = now }
      file.isDue = true
    }
    file.seen = state
    file.isTold = false
    return file
  }

  private func isRested(_ name: FileName, _ file: File, isLast: Bool, at now: UInt64) -> Bool {
    !isHeld(name, file) && !file.isUnreadable && now >= file.since + rest(file, isLast: isLast)
  }

  private func isHeld(_ name: FileName, _ file: File) -> Bool {
    guard let seen = file.seen else { return false }
    return writers.contains(name) || (seen.size == 0 && born.contains(name))
  }

  private func rest(_ file: File, isLast: Bool) -> UInt64 {
    let isLikelyHalf =
      if let seen = file.seen {
        seen.size == 0 || seen.size < (file.read?.size ?? 0)
      } else {
        isLast
      }
    let factor = isLikelyHalf || file.isSilent ? Self.longRestFactor : 1
    return restMilliseconds * factor
  }

  /// `name` was read as it was in `state`.
  package mutating func took(_ name: FileName, _ state: Directory.FileState) {
    files[name]?.read = state
    files[name]?.isDue = false
    files[name]?.isSilent = false
  }

  /// `name` changed while it was read, which is no use: it rests again.
  package mutating func changed(_ name: FileName, at now: UInt64) {
    files[name]?.since = now
  }

  private var hasNone: Bool {
    !files.contains { $0.value.seen != nil || $0.value.isUnreadable }
  }

  // MARK: Time

  /// When to look next, as far as is known; `nil` where nothing rests.
  package var due: UInt64? {
    let isLast = hasNone
    return files.compactMap { name, file in
      file.isDue && !isHeld(name, file) && !file.isUnreadable
        ? file.since + rest(file, isLast: isLast) : nil
    }.min()
  }

  /// When every file that may have changed has rested; `nil` where none has changed, or a writer
  /// has one of them open.
  package var stillDue: UInt64? {
    guard held.isEmpty else { return nil }
    let isLast = hasNone
    return files.values.compactMap { file in
      file.isDue && !file.isUnreadable ? file.since + rest(file, isLast: isLast) : nil
    }.max()
  }

  /// Whether the file is there and may differ from what was read.
  package func isPending(_ name: FileName) -> Bool {
    guard let file = files[name] else { return false }
    return file.isDue && file.seen != nil && !file.isUnreadable
  }

  /// Whether every file that may have changed has rested.
  package func isStill(at now: UInt64) -> Bool { held.isEmpty && now >= stillDue ?? 0 }

  /// Files that a writer keeps open and has not written to for long, in order of names.
  package func silent(at now: UInt64) -> [FileName] {
    files.filter { name, file in
      file.isDue && isHeld(name, file) && now >= file.since + Self.silenceMilliseconds
    }.keys.sorted()
  }

  /// Files that a writer keeps open.
  package var held: [FileName] {
    files.filter { $0.value.isDue && isHeld($0.key, $0.value) }.keys.sorted()
  }
}

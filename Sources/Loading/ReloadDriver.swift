internal import Metrics
package import Dispatch
internal import EventLoop
internal import Glibc
package import Host
package import Logging

/// What is followed: files by a plan, read by whoever keeps what is in them.
package protocol ReloadedFiles: AnyObject {
  /// The paths that are followed, as the operator knows them.
  var places: [String] { get }
  /// What to watch, as the paths lead now.
  var plan: WatchPlan { get }
  /// Something befell a file of the plan.
  func note(_ event: FileEvent, _ name: FileName, at now: UInt64)
  /// Events were lost, or a folder is another one.
  func forgetWriters()
  /// Looks, and reads what may be read; whether anything changed.
  func look(_ look: FolderLook) throws(Failure) -> Bool
  /// When to look next, in milliseconds of the steady clock.
  var due: UInt64? { get }
}

/// How to look at files.
package struct FolderLook {
  /// Milliseconds of the steady clock.
  package var now: UInt64
  /// Whether changes since the last look were told by events.
  package var isTold: Bool
  /// Whether what stands at the paths may be others than before: reads everything again.
  var isAnew = false
}

/// Follows files for their reloader: watches the ways to them, has them looked at when something
/// changes, rests or went wrong, and every half minute, for what no event tells of (a mount,
/// another machine that writes). What is wrong is told once, for as long as it lasts.
///
/// Used on its queue only. It ends with the process.
package final class ReloadDriver: @unchecked Sendable {
  /// How long until what failed is tried again, and what cannot be watched is looked at.
  static let retryMilliseconds: UInt64 = 1_000
  private static let watchConsequence = "until then it is read every second"
  /// How often is looked at what is watched.
  static let lookMilliseconds: UInt64 = 30_000
  /// How long after a change of the way to files they are looked at: changes often come in pairs.
  /// Little, since nothing tells who writes in a folder until it is watched.
  static let settleMilliseconds: UInt64 = 5
  /// From one look to the next at least, whatever asks for it: looks list the folder, and a storm
  /// of events is not to take a core.
  static let gapMilliseconds: UInt64 = 20
  /// How often a plan that changes while it is carried out is made again.
  private static let plansMax = 4

  package let reloads: ReloadMetrics
  private let queue: DispatchQueue
  /// What goes on meanwhile, in the operator's words.
  private let consequence: String
  /// How trouble is called in the log.
  private let event: LogEvent.Name
  private weak var followed: (any ReloadedFiles)?
  private var inotify: Inotify?
  private var appointment: UInt64?
  /// When to look in any case; the way to the files changed at most so long before.
  private var lookDue: UInt64 = 0
  private var lookedAt: UInt64 = 0
  private var wayDue: UInt64?
  /// Why reading failed the last time.
  private(set) var trouble: Failure?
  /// Why the folders cannot be watched.
  private(set) var watchTrouble: String?
  /// Called when one of the two has changed.
  private var tell: (@Sendable ([String]) -> Void)?

  package init(
    queue: DispatchQueue, consequence: String, event: LogEvent.Name,
    reloads: ReloadMetrics = ReloadMetrics()
  ) {
    self.reloads = reloads
    self.queue = queue
    self.consequence = consequence
    self.event = event
  }

  package static var now: UInt64 { Clock.nanosecondsNow() / 1_000_000 }

  /// From now on, looks at each change and once soon, and tells what is wrong whenever that
  /// changes.
  package func start(
    _ followed: any ReloadedFiles & Sendable, tell: @escaping @Sendable ([String]) -> Void
  ) {
    queue.async { [self] in
      self.followed = followed
      self.tell = tell
      look()
    }
  }

  /// Looks now. `anew` has everything read, whatever it looks like. Folders are watched anew at
  /// each look: those at the paths now, however they came there.
  package func look(anew: Bool = false) {
    guard let followed else { return }
    takeEvents()
    var look = FolderLook(now: Self.now, isTold: false, isAnew: anew)
    var plan = followed.plan
    for _ in 0..<Self.plansMax {
      look.isTold = watch(plan, followed)
      look.now = Self.now
      attempt { () throws(Failure) in try followed.look(look) }
      look.isAnew = false
      // What was looked at may lead elsewhere than what was watched.
      let after = followed.plan
      if after == plan || watchTrouble != nil { break }
      plan = after
    }
    reloads.set(isUnavailable: trouble != nil, isPolled: watchTrouble != nil)
    let isTroubled = trouble != nil || watchTrouble != nil
    wayDue = nil
    lookedAt = look.now
    lookDue = look.now + (isTroubled ? Self.retryMilliseconds : Self.lookMilliseconds)
    appoint()
  }

  /// Watches what the plan says; whether all of it was watched before.
  private func watch(_ plan: WatchPlan, _ followed: any ReloadedFiles) -> Bool {
    do throws(SystemError) {
      let inotify = try openInotify()
      let isNew = try inotify.watch(plan)
      if isNew { followed.forgetWriters() }
      setWatchTrouble(nil)
      return !isNew
    } catch {
      // That a folder is not there or closed to us, whoever reads it tells.
      let isOfFolder = [ENOENT, ENOTDIR, EACCES].contains(error.code)
      setWatchTrouble(isOfFolder ? nil : error.watchProblem(of: followed.places))
      return false
    }
  }

  private func openInotify() throws(SystemError) -> Inotify {
    if let inotify { return inotify }
    let opened = try Inotify(queue: queue) { [self] in
      takeEvents()
      appoint()
    }
    inotify = opened
    return opened
  }

  private func attempt(_ body: () throws(Failure) -> Bool) {
    do throws(Failure) {
      let hasChanged = try body()
      if hasChanged { reloads.changed.add() } else { reloads.unchanged.add() }
      if trouble != nil {
        trouble = nil
        Log.write(.filesAvailable, "files can be read again")
        tellTroubles()
      }
    } catch {
      reloads.failed.add()
      guard trouble != error else { return }
      trouble = error
      Log.write(event, "\(consequence): \(error.message)", ["reason": error.message])
      tellTroubles()
    }
  }

  private func setWatchTrouble(_ problem: String?) {
    guard problem != watchTrouble else { return }
    watchTrouble = problem
    if let problem {
      Log.write(
        .watchUnavailable, "\(problem); \(Self.watchConsequence)", ["reason": problem])
    }
    tellTroubles()
  }

  private func tellTroubles() {
    let reading = trouble.map { "\($0.message); \(consequence)" }
    let watching = watchTrouble.map { "\($0); \(Self.watchConsequence)" }
    tell?([reading, watching].compactMap(\.self))
  }

  private func takeEvents() {
    guard let inotify, let followed else { return }
    let now = Self.now
    for told in inotify.take() {
      switch told {
      case .file(let name, let event): followed.note(event, name, at: now)
      case .way(let name):
        if name != WatchPlan.root { followed.note(.touched, name, at: now) }
        wayDue = wayDue ?? now + Self.settleMilliseconds
      case .lost:
        followed.forgetWriters()
        wayDue = now
      }
    }
  }

  /// When there is a reason to look next.
  private var due: UInt64 {
    // A file that is due stays so while the folder cannot be read: that is tried again in its time.
    let fileDue = trouble == nil ? followed?.due : nil
    guard let early = [wayDue, fileDue].compactMap(\.self).min() else { return lookDue }
    return min(lookDue, max(early, lookedAt + Self.gapMilliseconds))
  }

  /// Sees to it that somebody looks when it is due.
  private func appoint() {
    let time = due
    if let appointment, appointment <= time { return }
    appointment = time
    let now = Self.now
    let wait = DispatchTimeInterval.milliseconds(Int(clamping: time > now ? time - now : 0))
    queue.asyncAfter(deadline: .now() + wait) { [self] in
      // An earlier one has taken its place.
      guard appointment == time else { return }
      appointment = nil
      // What is due has become later where events came meanwhile.
      if due <= Self.now { look() } else { appoint() }
    }
  }
}

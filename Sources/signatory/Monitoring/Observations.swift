internal import Markup
internal import Catalog
internal import EventLoop
internal import Locks
internal import Statements

/// What loading has to tell whoever watches. Written on the control queue, read anywhere.
final class Observations: Sendable {
  /// The size of what is served.
  struct Served: Sendable {
    var statements = 0
    var organizations = 0
    var people = 0
    var quotations = 0
    var textBytes = 0
    /// Files that are not served as they should be.
    var problems = 0
    /// When it was taken up, on the steady clock.
    var sinceNanoseconds: UInt64 = 0
  }

  private let current = Guarded(Served())

  var served: Served { current.withLock { $0 } }

  /// `snapshot` is served from now on.
  func adopted(_ snapshot: Snapshot) {
    let served = Served(
      statements: snapshot.statements.count, organizations: snapshot.organizations.count,
      people: snapshot.people.count, quotations: snapshot.quotations.count,
      textBytes: snapshot.statements.reduce(0) { $0 + $1.statement.text.utf8.count },
      problems: snapshot.problems.count, sinceNanoseconds: Clock.nanosecondsNow())
    current.withLock { $0 = served }
  }
}

internal import Markup
package import Catalog
internal import EventLoop
internal import Locks
internal import Statements

/// What loading has to tell whoever watches. Written on the control queue, read anywhere.
package final class SnapshotMetrics: Sendable {
  /// The size of what is served.
  package struct Served: Sendable {
    package var statements = 0
    package var organizations = 0
    package var people = 0
    package var quotations = 0
    package var textBytes = 0
    /// Files that are not served as they should be.
    package var problems = 0
    /// When it was applied, on the steady clock.
    package var sinceNanoseconds: UInt64 = 0
  }

  /// What something may be amiss with, beside single texts.
  package enum Subject: String, CaseIterable, Sendable {
    case statements, certificates, settings
  }

  private let current = Guarded(Served())
  private let amiss = Guarded<[Subject: [SourceProblem]]>([:])

  package init() {}

  package var served: Served { current.withLock { $0 } }

  /// How many things are amiss with `subject`.
  package func problems(_ subject: Subject) -> Int { amiss.withLock { $0[subject]?.count ?? 0 } }

  /// These are all the problems with `subject` now. Gives those of all subjects.
  package func adopted(_ problems: [SourceProblem], about subject: Subject) -> [SourceProblem] {
    amiss.withLock { amiss in
      amiss[subject] = problems
      return Subject.allCases.flatMap { amiss[$0] ?? [] }
    }
  }

  /// `snapshot` is served from now on.
  package func adopted(_ snapshot: Snapshot) {
    let served = Served(
      statements: snapshot.statements.count, organizations: snapshot.organizations.count,
      people: snapshot.people.count, quotations: snapshot.quotations.count,
      textBytes: snapshot.statements.reduce(0) { $0 + $1.statement.text.utf8.count },
      problems: snapshot.problems.count, sinceNanoseconds: Clock.nanosecondsNow())
    current.withLock { $0 = served }
  }
}

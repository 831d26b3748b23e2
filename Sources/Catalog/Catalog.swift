/// Catalog: the in-memory store: one immutable snapshot of all statements, organizations, people
/// and quotations, with ids, joins, indexes and queries.
///
/// How a text is understood is told in `Statements`; how a thing is shown is told in `API`. Read
/// `Snapshot` first, then `SnapshotBuilder`, which makes one; `Orders` sorts, `Search` finds.

/// Calls the second argument with 0, 1, … up to the first, in any order, at the same time where it
/// can, and returns when all calls have returned.
package typealias Concurrently = (_ count: Int, _ task: @Sendable (Int) -> Void) -> Void

/// Catalog: the in-memory store: one immutable snapshot of all statements, organizations, people
/// and quotations, with ids, joins, indexes and queries.
///
/// How a text is understood is told in `Statements`; how a thing is shown is told in `API`.

/// Statements: from the text of a joint statement to a value: title, date, paragraphs, quotations,
/// signatories, each with its place in the text, and diagnostics of what could not be placed.
///
/// Pure, and never inventing: whatever is a name or somebody's words is a range of the source text.
/// The way from bytes to the value is `Statement.read`, a row of named stages, each in its own
/// file; `Statements.docc/Rules.md` tells the rules of each.
/// Identity across statements, ids and URLs live in `Catalog` and `API`.

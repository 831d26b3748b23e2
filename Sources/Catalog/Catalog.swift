package import Markup

/// Catalog: the in-memory store: one immutable snapshot of all statements, organizations, people
/// and quotations, with ids, joins, indexes and queries.
///
/// How a text is understood is told in `Statements`; how a thing is shown is told in `API`. Read
/// `Snapshot` first, then `SnapshotBuilder`, which makes one.
internal import Digest
package import Statements

/// Calls the second argument with 0, 1, … up to the first, in any order, at the same time where it
/// can, and returns when all calls have returned.
package typealias Concurrently = (_ count: Int, _ task: @Sendable (Int) -> Void) -> Void

/// One statement as it was loaded.
package struct StatementSource: Sendable {
  /// From the front matter, else the stem of the file's name.
  package var id: String
  package var statement: Statements.Statement
  /// When the text was last changed, in seconds since 1970; `nil` where nobody knows.
  package var modified: Int64?
  /// The digest of the text, in 64 hexadecimal digits.
  package let sha256: String

  /// O(text), for the digest: sources are made where texts are read, on all cores.
  package init(id: String, statement: Statements.Statement, modified: Int64? = nil) {
    self.id = id
    self.statement = statement
    self.modified = modified
    sha256 = SHA256.hex(statement.text.utf8)
  }
}

/// A stretch of one statement's text.
package struct TextPlace: Hashable, Sendable {
  /// Index into `Snapshot.statements`.
  package var statement: Int32
  package var range: TextRange

  package init(statement: Int32, range: TextRange) {
    self.statement = statement
    self.range = range
  }
}

/// A party by its kind and its index into `Snapshot.organizations` or `Snapshot.people`.
package struct PartyReference: Hashable, Sendable {
  package var kind: PartyKind
  package var index: Int32

  package init(kind: PartyKind, index: Int32) {
    self.kind = kind
    self.index = index
  }
}

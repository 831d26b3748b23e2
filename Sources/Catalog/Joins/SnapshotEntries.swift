package import Statements

/// One statement. A class, so that passing one around copies nothing.
package final class StatementEntry: Sendable {
  package let id: String
  package let statement: Statements.Statement
  /// In seconds since 1970.
  package let modified: Int64?
  /// The digest of the text, in 64 hexadecimal digits.
  package let sha256: String

  init(_ source: StatementSource) {
    id = source.id
    statement = source.statement
    modified = source.modified
    sha256 = source.sha256
  }
}

/// A quotation with what its names refer to.
package struct QuotationEntry: Sendable {
  package let statement: Int32
  package let speaker: PartyReference?
  /// Index of the organization.
  package let affiliation: Int32?
}

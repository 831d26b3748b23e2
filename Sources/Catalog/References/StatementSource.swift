internal import Digest
internal import Markup
package import Statements

/// One statement as it was loaded.
package struct StatementSource: Sendable {
  /// From the front matter, else the stem of the file's name.
  package var id: String
  package var statement: Statements.Statement
  /// When the text was last changed, in seconds since 1970; `nil` where nobody knows.
  package var modified: Int64?
  /// The digest of the text, in 64 hexadecimal digits.
  package let sha256: String
  /// The digest of the corrections that were applied to it; `nil` where there are none.
  package let correctionsDigest: String?

  /// O(text), for the digest: sources are made where texts are read, on all cores.
  package init(
    id: String, statement: Statements.Statement, corrections: [UInt8]? = nil, modified: Int64? = nil
  ) {
    self.id = id
    self.statement = statement
    self.modified = modified
    sha256 = SHA256.hex(statement.text.utf8)
    correctionsDigest = corrections.map { SHA256.hex($0) }
  }
}

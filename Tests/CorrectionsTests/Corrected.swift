import Bytes
import Corrections
import JSON5
import Markup
import Statements

/// A text of our own, corrected: what came of it, and what was told.
struct Corrected {
  var statement: Statements.Statement
  var findings: [Diagnostic]

  static let text = """
    Joint Statement on Quiet Rivers

    17 May 2024

    We, the undersigned, ask for quiet rivers. The rivers have become loud, and nobody listens to
    them any more.

    “The water remembers every stone that was taken,” said Ada Field, chair of the Test Society.
    “Nobody asked the fish about any of these plans at all,” she added.

    Somebody else wrote that “small streams carry great ships when nobody looks at them” and left.

    Signed by:

    Test Society
    River League, Norway
    Friends of Stones
    Quiet Water Union
    Bridge Keepers of the
    Upper Valley

    Note: the Lantern Guild joined by letter.
    """

  /// Reads `text` and corrects it so.
  init(_ corrections: String, of text: String = Self.text) throws {
    var reading = Reading(try Document(Array(text.utf8), as: .plain))
    try self.init(&reading, corrections)
  }

  init(_ reading: inout Reading, _ corrections: String) throws {
    findings = try CorrectionsFile(Array(corrections.utf8)).apply(to: &reading)
    statement = reading.statement
  }

  var names: [String] { statement.signatories.map { statement.string(at: $0.name) } }

  /// `LINE:COLUMN severity message`.
  var told: [String] {
    findings.map { finding in
      let place = finding.place.map { "\($0.line):\($0.column)" } ?? "-"
      return "\(place) \(finding.severity.rawValue) \(finding.message)"
    }
  }

  func string(_ range: TextRange?) -> String? { range.map { statement.string(at: $0) } }
}

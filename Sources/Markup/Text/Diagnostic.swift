package import Bytes

/// Something in a text that an editor should look at.
package struct Diagnostic: Equatable, Sendable {
  package enum Severity: String, Sendable { case warning, error }

  package var severity: Severity
  /// The place, in the text after the front matter; `nil` when it concerns the front matter or
  /// the whole text.
  package var range: TextRange?
  /// The place in the file; `nil` when it concerns the whole text.
  package var place: Place?
  package var message: String

  package var isError: Bool { severity == .error }

  package init(severity: Severity, range: TextRange? = nil, place: Place?, message: String) {
    self.severity = severity
    self.range = range
    self.place = place
    self.message = message
  }
}

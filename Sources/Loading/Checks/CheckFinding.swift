package import Bytes
internal import JSON5
package import Markup

/// One finding, at a place of a file.
package struct CheckFinding: Equatable {
  package var file: String
  package var place: Place
  package var severity: Diagnostic.Severity
  package var message: String

  /// `FILE:LINE:COLUMN: severity: message`.
  package var line: String {
    VisibleText.of("\(file):\(place.line):\(place.column): \(severity.rawValue): \(message)")
  }
}

extension CheckFinding {
  init(_ file: String, _ diagnostic: Diagnostic) {
    self.init(
      file: file, place: diagnostic.place ?? Place(line: 1, column: 1),
      severity: diagnostic.severity, message: diagnostic.message)
  }

  init(_ file: String, _ error: JSON5.DocumentError) {
    self.init(file: file, place: error.place, severity: .error, message: error.message)
  }

  /// About the whole file.
  init(
    _ file: String, _ message: String, _ severity: Diagnostic.Severity = .error
  ) {
    self.init(
      file: file, place: Place(line: 1, column: 1), severity: severity, message: message)
  }

  static func isBefore(_ left: Self, _ right: Self) -> Bool {
    (left.file, left.place.line, left.place.column, left.message)
      < (right.file, right.place.line, right.place.column, right.message)
  }
}

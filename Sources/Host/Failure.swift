/// How the process ends.
package enum ExitCode: Int32, Sendable {
  case clean = 0
  /// A failure at run time: an address taken, a file that cannot be read.
  case failure = 1
  /// A command line or configuration that makes no sense.
  case usage = 2
}

/// A reason to end, in words for whoever started the process.
package struct Failure: Error, Equatable {
  package var code: ExitCode
  package var message: String
  /// What is wrong at which place of a file: `FILE:LINE:COLUMN: error: …`.
  package var findings: [String]

  package init(code: ExitCode, message: String, findings: [String] = []) {
    self.code = code
    self.message = message
    self.findings = findings
  }
}

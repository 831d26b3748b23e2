/// A file that is not served as it is now, and why.
package struct SourceProblem: Equatable, Sendable {
  package var file: String
  package var detail: String

  package init(file: String, detail: String) {
    self.file = file
    self.detail = detail
  }
}

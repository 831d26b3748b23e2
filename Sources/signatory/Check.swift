internal import JSON5
internal import Bytes
internal import Catalog
internal import Host
internal import Loading
internal import Markup
internal import Statements

/// `signatory check`: what an editor should look at in texts, before they are published.
enum Check {
  enum Format: String {
    case human, json
  }

  /// Checks the files at `paths`, and those of folders among them; throws when an error was found.
  static func run(_ paths: [String], format: Format) throws(Failure) {
    let findings = try StatementCheck.findings(paths)
    switch format {
    case .human: try StandardOutput.write(findings.map { $0.line + "\n" }.joined())
    case .json: try StandardOutput.write(json(findings) + [0x0A])
    }
    let errors = findings.count { $0.severity == .error }
    guard errors == 0 else {
      let noun = errors == 1 ? "error" : "errors"
      throw Failure(code: .failure, message: "\(errors) \(noun) found")
    }
  }

  private static func json(_ findings: [CheckFinding]) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginArray()
    for finding in findings {
      writer.beginObject()
      writer.key("file")
      writer.string(finding.file)
      writer.key("line")
      writer.number(finding.place.line)
      writer.key("column")
      writer.number(finding.place.column)
      writer.key("severity")
      writer.string(finding.severity.rawValue)
      writer.key("message")
      writer.string(finding.message)
      writer.endObject()
    }
    writer.endArray()
    return writer.bytes
  }
}

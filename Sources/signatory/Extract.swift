internal import API
internal import Bytes
internal import Catalog
internal import Configuration
internal import Host
internal import Loading
internal import Markup
internal import Statements

/// `signatory extract`: what was understood of one text.
enum Extract {
  static func run(_ path: String, isExplained: Bool) throws(Failure) {
    let output = isExplained ? try explanation(of: path) : try json(of: path)
    try StandardOutput.write(output)
  }

  private static func json(of path: String) throws(Failure) -> [UInt8] {
    let source = try StatementLoader.source(path: path)
    let document = StatementDocument.json(
      source, settings: APISettings(version: ProgramVersion.text))
    return document + [0x0A]
  }

  /// A line for each block: where it begins, what it was taken for, what speaks for each label that
  /// is weighed, and the beginning of its text.
  private static func explanation(of path: String) throws(Failure) -> [UInt8] {
    let document = try StatementLoader.document(path: path)
    var lines: [UInt8] = []
    for block in Explanation.all(of: document) {
      let line = "\(path):\(block.place.line): \(block.label): \(block.text.prefix(60))"
      lines += "\(VisibleText.of(line))\n".utf8
      for (label, score, reasons) in block.scores {
        let why = reasons.joined(separator: ", ")
        lines += "  \(label) \(Explanation.hundredths(score)): \(why)\n".utf8
      }
    }
    return lines
  }
}

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
    let paint: (Colour, String) -> String =
      StandardOutput.isColoured ? { "\u{1B}[\($0.rawValue)m\($1)\u{1B}[0m" } : { $1 }
    var lines: [UInt8] = []
    for block in Explanation.all(of: document) {
      let place = VisibleText.of("\(path):\(block.place.line)")
      let label = paint(Colour(ofLabel: block.label), block.label)
      lines += "\(place): \(label): \(VisibleText.of(String(block.text.prefix(60))))\n".utf8
      for (label, score, reasons) in block.scores {
        let why = paint(.faint, reasons.joined(separator: ", "))
        let weight = paint(score > 0 ? .green : .faint, Explanation.hundredths(score))
        lines += "  \(label) \(weight): \(why)\n".utf8
      }
    }
    return lines
  }

  /// Colours of a terminal (ECMA-48, select graphic rendition).
  private enum Colour: Int {
    case bold = 1
    case faint = 2
    case green = 32
    case yellow = 33
    case blue = 34

    init(ofLabel label: String) {
      switch label {
      case "title": self = .bold
      case "paragraph", "item": self = .green
      case "signatory", "memberLine": self = .blue
      case "dateline", "attribution": self = .yellow
      default: self = .faint
      }
    }
  }
}

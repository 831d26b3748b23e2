/// Prints the blocks of texts with their features, a line of JSON for each text: what
/// `Scripts/learn` learns weights from.
import Bytes
import Glibc
import Markup
import Statements

@main enum Features {
  static func main() throws {
    for path in CommandLine.arguments.dropFirst() {
      guard let file = unsafe fopen(path, "rb") else { exit(1) }
      var bytes: [UInt8] = []
      while true {
        let byte = unsafe getc(file)
        guard byte >= 0 else { break }
        bytes.append(UInt8(truncatingIfNeeded: byte))
      }
      unsafe fclose(file)
      let document = try Document(bytes, as: FileFormat(path: path))
      let blocks = BlockEvidence.all(of: document).map { block in
        let text = String(decoding: document.text.utf8[block.range], as: UTF8.self)
        let features = block.features.map(quoted).joined(separator: ",")
        return "{\"text\":\(quoted(text)),\"features\":[\(features)]}"
      }
      unsafe puts("{\"path\":\(quoted(path)),\"blocks\":[\(blocks.joined(separator: ","))]}")
    }
  }

  private static func quoted(_ text: String) -> String {
    var line = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": line += "\\\""
      case "\\": line += "\\\\"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        line += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: line.unicodeScalars.append(scalar)
      }
    }
    return line + "\""
  }
}

/// Fuzzing of settings and declarations: any bytes give a value that is read again as it was
/// written, or a typed error at a place of the document.
///
/// `Scripts/fuzz` builds and runs this.
import Bytes
import CFuzzer
import Glibc
import JSON5

@main enum FuzzJSON5 {
  static func main() {
    var count = CommandLine.argc
    var arguments = unsafe Optional(CommandLine.unsafeArgv)
    unsafe exit(
      LLVMFuzzerRunDriver(&count, &arguments) { start, count in
        unsafe FuzzJSON5.test([UInt8](UnsafeBufferPointer(start: start, count: count)))
      })
  }

  static func test(_ bytes: [UInt8]) -> CInt {
    let text = String(validating: bytes, as: UTF8.self)
    do {
      let value = try JSON5(bytes)
      precondition(text != nil, "invalid UTF-8 was taken")
      let written = written(value)
      guard let again = try? JSON5(Array(written.utf8)) else {
        fatalError("what was read is refused when it is written: \(written)")
      }
      precondition(self.written(again) == written, "read otherwise the second time: \(written)")
    } catch {
      let last = lastPlace(of: bytes)
      precondition(error.place.line >= 1 && error.place.column >= 1)
      precondition(
        error.place.line <= last.line, "a mistake behind the end: \(error.line), not \(last)")
      precondition(!error.reason.isEmpty)
    }
    return 0
  }

  /// Where the document ends, by the line ends of JSON5 (spec.json5.org, 5.3).
  private static func lastPlace(of bytes: [UInt8]) -> Place {
    var place = Place(line: 1, column: 1)
    var isAfterReturn = false
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      let endsLine = ["\n", "\r", "\u{2028}", "\u{2029}"].contains(scalar)
      if endsLine, !(scalar == "\n" && isAfterReturn) { place.line += 1 }
      isAfterReturn = scalar == "\r"
    }
    return place
  }

  private static func written(_ value: JSON5) -> String {
    switch value.content {
    case .string(let text): JSON5.quoted(text)
    case .array(let elements): "[" + elements.map(written).joined(separator: ",") + "]"
    case .object(let members):
      "{" + members.map { "\(JSON5.quoted($0.key)):\(written($0.value))" }.joined(separator: ",")
        + "}"
    case .number, .null, .boolean: value.description
    }
  }
}

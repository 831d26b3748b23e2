/// Fuzzing of settings and declarations: any bytes give a value that is read again as it was
/// written, or a typed error at a place of the document.
///
/// `Scripts/fuzz` builds and runs this.
import Bytes
import CFuzzer
import Glibc
import JSON5
import JSON5Testing

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
      let written = value.written
      guard let again = try? JSON5(Array(written.utf8)) else {
        fatalError("what was read is refused when it is written: \(written)")
      }
      precondition(again.written == written, "read otherwise the second time: \(written)")
    } catch {
      let last = lineCount(of: bytes)
      precondition(error.place.line >= 1 && error.place.column >= 1)
      precondition(error.place.line <= last, "a mistake behind the end: \(error.line), not \(last)")
      precondition(!error.reason.isEmpty)
    }
    return 0
  }

  /// How many lines the document has, by the line ends of JSON5 (spec.json5.org, 5.3).
  private static func lineCount(of bytes: [UInt8]) -> Int {
    var count = 1
    var isAfterReturn = false
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      let endsLine = ["\n", "\r", "\u{2028}", "\u{2029}"].contains(scalar)
      if endsLine, !(scalar == "\n" && isAfterReturn) { count += 1 }
      isAfterReturn = scalar == "\r"
    }
    return count
  }
}

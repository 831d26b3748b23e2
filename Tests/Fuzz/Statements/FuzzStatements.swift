/// Fuzzing of the reading of texts: any bytes give a statement that keeps its promises, or a typed
/// error when they are no UTF-8.
///
/// `Scripts/fuzz` builds and runs this.
import Bytes
import CFuzzer
import Glibc
import Markup
import Statements

@main enum FuzzStatements {
  static func main() {
    var count = CommandLine.argc
    var arguments = unsafe Optional(CommandLine.unsafeArgv)
    unsafe exit(
      LLVMFuzzerRunDriver(&count, &arguments) { start, count in
        unsafe FuzzStatements.test([UInt8](UnsafeBufferPointer(start: start, count: count)))
      })
  }

  static func test(_ bytes: [UInt8]) -> CInt {
    let isText = String(validating: bytes, as: UTF8.self) != nil
    do {
      let statement = try Statement.read(bytes)
      precondition(isText, "invalid UTF-8 was taken")
      Promises(statement).check()
    } catch {
      precondition(!isText && error.reason == .invalidUTF8, "a text was refused")
      precondition(error.place.line > 0 && error.place.column > 0)
    }
    return 0
  }
}

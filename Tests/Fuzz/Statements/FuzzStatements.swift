/// Fuzzing of the reading of texts: any bytes give a statement that keeps its promises, or a typed
/// error when they are no text, or their markup is out of bounds. FUZZ_TARGET names the format;
/// `frontmatter` is what stands between the fences of a plain text.
///
/// `Scripts/fuzz` builds and runs this.
import Bytes
import CFuzzer
import Glibc
import Markup
import Statements

@main enum FuzzStatements {
  private static let target = unsafe getenv("FUZZ_TARGET").map { unsafe String(cString: $0) }
  private static let format = FileFormat(rawValue: target ?? "") ?? .plain

  static func main() {
    var count = CommandLine.argc
    var arguments = unsafe Optional(CommandLine.unsafeArgv)
    unsafe exit(
      LLVMFuzzerRunDriver(&count, &arguments) { start, count in
        unsafe FuzzStatements.test([UInt8](UnsafeBufferPointer(start: start, count: count)))
      })
  }

  static func test(_ given: [UInt8]) -> CInt {
    var bytes = given
    if target == "frontmatter" {
      bytes = Array("---\n".utf8) + given + Array("\n---\nA text.\n".utf8)
    }
    let isText = String(validating: bytes, as: UTF8.self) != nil
    let isRead = isText || namesEncoding(bytes)
    do {
      let document = try Document(bytes, as: format)
      precondition(isRead, "invalid UTF-8 was taken")
      check(document, bytes)
      Promises(Statement.read(document)).check()
    } catch {
      precondition(!isText || format != .plain, "a text was refused")
      precondition(error.reason == .invalidUTF8 ? !isText : isRead)
      precondition(error.place.line > 0 && error.place.column > 0)
    }
    return 0
  }

  /// A page that is no UTF-8 may say what it is.
  private static func namesEncoding(_ bytes: [UInt8]) -> Bool {
    let head = String(decoding: bytes.prefix(2_048), as: UTF8.self).lowercased()
    return format == .html
      && (head.contains("charset=") || [[0xFF, 0xFE], [0xFE, 0xFF]].contains(bytes.prefix(2)))
  }

  /// Pieces stand in their order in a valid text, and each byte of it came from the file.
  private static func check(_ document: Document, _ file: [UInt8]) {
    precondition(String(validating: document.text.utf8, as: UTF8.self) != nil)
    var end = 0
    for piece in document.pieces {
      precondition(Int(piece.start) >= end && piece.body >= piece.start && piece.end > piece.body)
      end = Int(piece.end)
    }
    precondition(end <= document.text.utf8.count)
    let lines = file.count { $0 == 0x0A || $0 == 0x0D } + 1
    let offsets = Array(stride(from: 0, to: document.text.utf8.count, by: 7))
    for place in document.places.places(ofBytes: offsets) {
      precondition(1...lines ~= place.line && place.column > 0)
    }
  }
}

/// Fuzzing of the wire: whatever bytes come, nothing traps, and bytes that come in pieces are read
/// as the same bytes in one piece.
///
/// The environment's `FUZZ_TARGET` says what the bytes of libFuzzer stand for. `Scripts/fuzz`
/// builds and runs this.
import CFuzzer
import Glibc
import HTTP1
import Locks
import ServerTesting

/// What the bytes of the fuzzer stand for.
private enum Target: String {
  /// The first bytes of a connection, up to the end of one head.
  case head
  /// The content of a request that is chunked.
  case chunked
  /// All bytes of a connection.
  case connection
  /// The target in a request line.
  case target
  /// The value of one of the fields that the wire reads; the first byte says of which.
  case field
  /// What happens on three connections of one loop.
  case connections

  func connection(of input: [UInt8]) -> [UInt8] {
    switch self {
    case .head, .connection, .connections: input
    case .chunked:
      [UInt8]("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n".utf8) + input
    case .target:
      [UInt8]((input.first == 0x2A ? "OPTIONS " : "GET ").utf8) + input
        + [UInt8](" HTTP/1.1\r\nHost: a\r\n\r\n".utf8)
    case .field:
      [UInt8]("GET / HTTP/1.1\r\n\(Self.fields[Int(input.first ?? 0) % Self.fields.count]): ".utf8)
        + input.dropFirst() + [UInt8]("\r\n\r\n".utf8)
    }
  }

  private static let fields = [
    "Host", "Host: a\r\nContent-Length", "Host: a\r\nTransfer-Encoding", "Host: a\r\nConnection",
    "Host: a\r\nExpect", "Host: a\r\nAccept",
  ]
}

private let target: Target = {
  guard let name = unsafe getenv("FUZZ_TARGET") else { return .connection }
  guard let target = unsafe Target(rawValue: String(cString: name)) else {
    preconditionFailure("FUZZ_TARGET names no target")
  }
  return target
}()

@main enum FuzzWire {
  static func main() {
    var count = CommandLine.argc
    var arguments = unsafe Optional(CommandLine.unsafeArgv)
    unsafe exit(
      LLVMFuzzerRunDriver(&count, &arguments) { start, count in
        unsafe FuzzWire.test(UnsafeBufferPointer(start: start, count: count))
      })
  }

  private static func test(_ input: UnsafeBufferPointer<UInt8>) -> CInt {
    let bytes = target.connection(of: unsafe [UInt8](input))
    if target == .connections {
      compare(bytes)
      return 0
    }
    var random = Random(seed: bytes)
    var limits = Limits()
    if random.next(below: 4) == 0 { limits = .small }
    let parsers = HeadParsers()
    let apart = random.next(below: 8) == 0
    let whole = Feeding(bytes, limits, parsers, apart: apart) { _ in bytes.count }
    let cut = Feeding(bytes, limits, parsers, apart: apart) { random.next(below: $0 + 1) }
    precondition(cut == whole, "cut in pieces it is read otherwise")
    if random.next(below: 4) == 0 {
      let bytewise = Feeding(bytes, limits, parsers, apart: apart) { min($0, 1) }
      precondition(bytewise == whole, "byte by byte it is read otherwise")
    }
    return 0
  }

  /// Each input is a server's whole life.
  private static func compare(_ bytes: [UInt8]) {
    let left = Guarded([Comparison.Script(from: bytes, connections: 3)])
    let (_, wrong) = Comparison.run { left.withLock { $0.popLast() } }
    guard let wrong else { return }
    let text = Array("\(wrong)\n".utf8)
    unsafe text.withUnsafeBytes { bytes in unsafe _ = write(2, bytes.baseAddress, bytes.count) }
    preconditionFailure("a connection was not treated as if it were alone")
  }
}

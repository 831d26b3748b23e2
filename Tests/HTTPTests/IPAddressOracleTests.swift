import Bytes
import Glibc
import HTTP
import Testing

/// What the C library reads, we read the same; and made-up bytes never read beyond their end.
@Suite struct IPAddressOracleTests {
  /// The address that the C library makes of a text.
  private func libraryAddress(_ text: String) -> UInt128? {
    var short = in_addr()
    if unsafe inet_pton(AF_INET, text, &short) == 1 {
      return IPAddress.mappedPrefix | UInt128(UInt32(bigEndian: short.s_addr))
    }
    var long = in6_addr()
    guard unsafe inet_pton(AF_INET6, text, &long) == 1 else { return nil }
    return unsafe withUnsafeBytes(of: long) { bytes in
      UInt128(bigEndian: unsafe bytes.loadUnaligned(as: UInt128.self))
    }
  }

  private func address(_ text: String) -> UInt128? {
    let bytes = Array(text.utf8)
    return (IPAddress(dotted: bytes.span) ?? IPAddress(colons: bytes.span))?.number
  }

  @Test("Texts made up of the pieces of addresses are read as the C library reads them")
  func pieces() {
    let pieces = [
      "0", "1", "25", "255", "256", "01", "a", "F", "ffff", "12345", ":", ":", ":", "::", ".", ".",
      "1.2.3.4", "0.0.0.0", "g", "%", " ", "",
    ]
    var accepted = 0
    for _ in 0..<30_000 {
      var text = ""
      for _ in 0..<Int.random(in: 1...17) { text += pieces.randomElement() ?? "" }
      let expected = libraryAddress(text)
      if expected != nil { accepted += 1 }
      if address(text) != expected { Issue.record("“\(text)” is read otherwise") }
    }
    #expect(accepted > 50)
  }

  @Test("Fields of made-up bytes tell something or nothing")
  func madeUpFields() {
    let pieces = [
      "for", "=", ";", ",", "\"", "\\", "[", "]", ":", "::", "1.2.3.4", "10.0.0.1", "host=a", " ",
      "\t", "_x", "unknown", "\u{E9}", "proto=https",
    ]
    for _ in 0..<20_000 {
      var text = ""
      for _ in 0..<Int.random(in: 0...12) { text += pieces.randomElement() ?? "" }
      let bytes = Array(text.utf8)
      let head = RequestHead()
      for name in [FieldName.forwarded, .xForwardedFor] where Bool.random() {
        head.parts.add(
          FieldLine(name: name, nameBytes: .empty, value: ByteRange(0..<bytes.count)))
      }
      let request = Request(head: head, bytes: bytes.span, isFromTrustedProxy: true)
      let client = request.forwardedClient { $0.number >> 24 == 0xFFFF_0A }
      #expect((client == .none) == head.fields.isEmpty)
    }
  }
}

import EventLoop
import Testing

@testable import Server

@Suite struct ProxyHeaderTests {
  static let signature: [UInt8] = [13, 10, 13, 10, 0, 13, 10, 0x51, 0x55, 0x49, 0x54, 10]
  static let ports: [UInt8] = [0x12, 0x34, 0, 80]

  static func binary(_ command: UInt8, _ family: UInt8, _ content: [UInt8]) -> [UInt8] {
    let length = [UInt8(content.count >> 8), UInt8(truncatingIfNeeded: content.count)]
    return signature + [command, family] + length + content
  }

  static let short: [UInt8] = [192, 0, 2, 7, 10, 0, 0, 1] + ports
  static let long: [UInt8] =
    [0x20, 1, 0x0D, 0xB8] + Array(repeating: 0, count: 11) + [7] + Array(repeating: 0, count: 16)
    + ports
  static let client = ProxyHeader.Source.peer(.internet(0xFFFF_C000_0207))
  static let longClient = ProxyHeader.Source.peer(.internet(0x2001_0DB8 << 96 | 7))

  static let good: [([UInt8], ProxyHeader.Source)] = [
    (Array("PROXY TCP4 192.0.2.7 10.0.0.1 4660 80\r\n".utf8), client),
    (Array("PROXY TCP4 192.0.2.7 10.0.0.1 0 65535\r\n".utf8), client),
    (Array("PROXY TCP6 2001:db8::7 ::1 4660 80\r\n".utf8), longClient),
    (Array("PROXY UNKNOWN\r\n".utf8), .proxy),
    (Array("PROXY UNKNOWN ffff:f...f:ffff anything 65535 65535\r\n".utf8), .proxy),
    (binary(0x21, 0x11, short), client),
    (binary(0x21, 0x21, long), longClient),
    (binary(0x21, 0x11, short + [4, 0, 2, 1, 2] + [0xE0, 0, 0]), client),
    (binary(0x21, 0x11, short + [4, 0x04, 0x00] + Array(repeating: 9, count: 1024)), client),
    (binary(0x21, 0x31, Array(repeating: 0, count: 216)), .peer(.unix)),
    (binary(0x21, 0x00, []), .proxy),
    (binary(0x21, 0x00, [1, 2, 3]), .proxy),
    (binary(0x20, 0x00, []), .proxy),
    (binary(0x20, 0x11, short), .proxy),
  ]

  static let bad: [[UInt8]] =
    [
      "GET / HTTP/1.1\r\n", "PROXX", "proxy TCP4", "PROXY TCP4 192.0.2.7 10.0.0.1 1 2\n",
      "PROXY TCP4 192.0.2.7 10.0.0.1 1 2\rX", "PROXY TCP4 192.0.2.7  10.0.0.1 1 2\r\n",
      "PROXY TCP4 192.0.2.7 10.0.0.1 1\r\n", "PROXY TCP4 192.0.2.7 10.0.0.1 1 2 3\r\n",
      "PROXY TCP4 192.0.2.7 10.0.0.1 1 65536\r\n", "PROXY TCP4 192.0.2.7 10.0.0.1 01 2\r\n",
      "PROXY TCP4 192.0.2.07 10.0.0.1 1 2\r\n", "PROXY TCP4 ::1 ::1 1 2\r\n",
      "PROXY TCP6 192.0.2.7 10.0.0.1 1 2\r\n", "PROXY TCP5 192.0.2.7 10.0.0.1 1 2\r\n",
      "PROXY \r\n", "PROXY TCP4 192.0.2.7 10.0.0.1 1 2 \r\n",
      "PROXY UNKNOWN " + String(repeating: "x", count: 100),
    ].map { Array($0.utf8) } + [
      signature + [0x11, 0x11, 0, 12] + short, signature + [0x22, 0x11, 0, 12] + short,
      signature + [0x21, 0x12, 0, 12] + short, binary(0x21, 0x11, Array(short.dropLast())),
      binary(0x21, 0x21, short), binary(0x21, 0x31, short), binary(0x21, 0x41, short),
      binary(0x21, 0x11, short + [4, 0]), binary(0x21, 0x11, short + [4, 0, 2, 1]),
      signature + [0x21, 0x11, 0xFF, 0xFF], [13, 10, 13, 10, 1],
    ]

  private func read(_ bytes: [UInt8]) throws -> ProxyHeader? { try ProxyHeader.read(bytes.span) }

  @Test("A header tells whose connection it is, whole, in parts, and with bytes behind")
  func readsAll() throws {
    for (bytes, source) in Self.good {
      let expected = ProxyHeader(source: source, count: bytes.count)
      for count in 0..<bytes.count {
        #expect(try read(Array(bytes[..<count])) == nil)
      }
      #expect(try read(bytes) == expected)
      #expect(try read(bytes + Array("GET".utf8)) == expected)
    }
  }

  @Test("What is no header is refused, and none of its parts is taken for one")
  func refuses() {
    for bytes in Self.bad {
      #expect(throws: ProxyHeader.Malformed.self) { try read(bytes) }
      for count in 0..<bytes.count {
        let header = try? read(Array(bytes[..<count]))
        #expect(header == nil)
      }
    }
  }

  @Test("Changed bytes never read beyond themselves")
  func survivesChanges() {
    var random = SystemRandomNumberGenerator()
    for (bytes, _) in Self.good {
      for _ in 0..<2_000 {
        var changed = bytes
        for _ in 0..<Int.random(in: 1...3, using: &random) {
          changed[Int.random(in: 0..<changed.count)] = UInt8.random(in: 0...255)
        }
        changed.removeLast(Int.random(in: 0..<changed.count))
        if let header = try? read(changed) {
          #expect(header.count <= changed.count)
        }
      }
    }
  }
}

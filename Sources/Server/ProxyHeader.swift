internal import Bytes
internal import EventLoop
internal import HTTP

/// What a proxy says before a connection's own bytes: whose connection it passes on (the PROXY
/// protocol, versions 1 and 2, haproxy.org/download/2.6/doc/proxy-protocol.txt).
struct ProxyHeader: Equatable {
  /// Whose connection it is.
  enum Source: Equatable {
    /// The proxy's own, as for a health check; or it does not say.
    case proxy
    case peer(PeerAddress)
  }

  /// The longest header of version 1 (§2.1).
  static let lineBytesMax = 107
  /// The longest header of version 2 taken here: its addresses, and room for what else is told.
  static let binaryBytesMax = 4_096

  var source: Source
  /// Bytes of the header.
  var count: Int

  /// No header, or none that is taken.
  struct Malformed: Error, Equatable {}

  private static let signature: [UInt8] = [
    0x0D, 0x0A, 0x0D, 0x0A, 0x00, 0x0D, 0x0A, 0x51, 0x55, 0x49, 0x54, 0x0A,
  ]
  private static let word = [UInt8]("PROXY ".utf8)

  /// The header that `bytes` begin with; `nil` while it may still come. All bytes received are to
  /// be presented each time.
  static func read(_ bytes: Span<UInt8>) throws(Malformed) -> ProxyHeader? {
    guard !bytes.isEmpty else { return nil }
    if bytes[0] == word[0] {
      return try begins(bytes, word) ? readLine(bytes) : nil
    }
    return try begins(bytes, signature) ? readBinary(bytes) : nil
  }

  /// Whether `bytes` begin with `expected`; false while they hold only a part of it.
  private static func begins(_ bytes: Span<UInt8>, _ expected: [UInt8]) throws(Malformed) -> Bool {
    for index in 0..<min(bytes.count, expected.count) where bytes[index] != expected[index] {
      throw Malformed()
    }
    return bytes.count >= expected.count
  }

  // MARK: Version 1: one line of text (§2.1)

  private static func readLine(_ bytes: Span<UInt8>) throws(Malformed) -> ProxyHeader? {
    var end = word.count
    while end < bytes.count, bytes[end] != 0x0D {
      if bytes[end] == 0x0A { throw Malformed() }
      end += 1
    }
    guard end + 1 < bytes.count else {
      if end >= lineBytesMax - 1 { throw Malformed() }
      return nil
    }
    let count = end + 2
    guard count <= lineBytesMax, bytes[end + 1] == 0x0A else { throw Malformed() }
    var words = Words(bytes.extracting(word.count..<end))
    let family = words.next()
    if family.equals("UNKNOWN") { return ProxyHeader(source: .proxy, count: count) }
    let source = words.next()
    let destination = words.next()
    guard isPort(words.next()), isPort(words.next()), words.isOver else { throw Malformed() }
    let address: IPAddress?
    if family.equals("TCP4") {
      address = IPAddress(dotted: destination) == nil ? nil : IPAddress(dotted: source)
    } else if family.equals("TCP6") {
      address = IPAddress(colons: destination) == nil ? nil : IPAddress(colons: source)
    } else {
      address = nil
    }
    guard let address else { throw Malformed() }
    return ProxyHeader(source: .peer(.internet(address.number)), count: count)
  }

  /// Digits, up to 65535, without leading zeros.
  private static func isPort(_ text: Span<UInt8>) -> Bool {
    guard 1...5 ~= text.count, text.count == 1 || text[0] != 0x30 else { return false }
    var port = 0
    for index in 0..<text.count {
      guard 0x30...0x39 ~= text[index] else { return false }
      port = port * 10 + Int(text[index] - 0x30)
    }
    return port <= 65_535
  }

  // MARK: Version 2: binary (§2.2)

  private static func readBinary(_ bytes: Span<UInt8>) throws(Malformed) -> ProxyHeader? {
    guard bytes.count >= 16 else { return nil }
    let length = Int(bytes[14]) << 8 | Int(bytes[15])
    let count = 16 + length
    guard count <= binaryBytesMax else { throw Malformed() }
    guard bytes.count >= count else { return nil }
    let content = bytes.extracting(16..<count)
    switch bytes[12] {
    case 0x20: return ProxyHeader(source: .proxy, count: count)
    case 0x21: return ProxyHeader(source: try source(bytes[13], content), count: count)
    default: throw Malformed()
    }
  }

  /// Whose connection over a family of addresses it is. What else is told behind the addresses is
  /// skipped, but must be as long as it says.
  private static func source(
    _ family: UInt8, _ content: Span<UInt8>
  ) throws(Malformed) -> Source {
    switch family {
    case 0x00: return .proxy
    case 0x11:
      try skip(try behind(12, content))
      return .peer(.internet(IPAddress.mappedPrefix | number(content, 4)))
    case 0x21:
      try skip(try behind(36, content))
      return .peer(.internet(number(content, 16)))
    case 0x31:
      try skip(try behind(216, content))
      return .peer(.unix)
    default: throw Malformed()
    }
  }

  @_lifetime(copy content)
  private static func behind(
    _ count: Int, _ content: Span<UInt8>
  ) throws(Malformed) -> Span<UInt8> {
    guard content.count >= count else { throw Malformed() }
    return content.extracting(count...)
  }

  /// Steps over type-length-value triples (§2.2.6).
  private static func skip(_ triples: Span<UInt8>) throws(Malformed) {
    var index = 0
    while index < triples.count {
      guard index + 3 <= triples.count else { throw Malformed() }
      index += 3 + (Int(triples[index + 1]) << 8 | Int(triples[index + 2]))
    }
    guard index == triples.count else { throw Malformed() }
  }

  private static func number(_ bytes: Span<UInt8>, _ count: Int) -> UInt128 {
    var number: UInt128 = 0
    for index in 0..<count { number = number << 8 | UInt128(bytes[index]) }
    return number
  }

  /// Words with one space between them.
  private struct Words: ~Escapable {
    private let bytes: Span<UInt8>
    private var index = 0

    @_lifetime(copy bytes)
    init(_ bytes: Span<UInt8>) { self.bytes = bytes }

    var isOver: Bool { index > bytes.count }

    /// The next word; empty behind the last one.
    @_lifetime(copy self)
    mutating func next() -> Span<UInt8> {
      guard index <= bytes.count else { return bytes.extracting(bytes.count...) }
      let start = index
      while index < bytes.count, bytes[index] != 0x20 { index += 1 }
      let word = bytes.extracting(start..<index)
      index += 1
      return word
    }
  }
}

package import HTTP

/// Reads one request head, in one call or in many, and tells what it found as a `RequestHead`.
package final class HeadParser {
  package let head = RequestHead()
  private var scanner = HeadScanner()
  private(set) var content = Framing.Content.none

  package init() {}

  /// Makes ready for a head whose first byte is at `offset`.
  package func begin(at offset: Int) { scanner.begin(at: offset) }

  /// How many bytes were read.
  package var position: Int { scanner.position }

  /// Whether the peer wants the connection kept.
  var persists: Bool { scanner.framing.persists(scanner.version) }

  /// Whether the peer waits for an answer before it sends the content (RFC 9110 §10.1.1).
  var expectsContinue: Bool { scanner.framing.expectsContinue && scanner.version == .http11 }

  /// Reads on in `bytes`, which hold the head from its first byte. Returns whether `head` is whole.
  package func parse(
    _ bytes: Span<UInt8>, limits: Limits
  ) throws(WireError.Reason) -> Bool {
    try scanner.run(bytes, limits: limits)
    guard scanner.state == .whole else { return false }
    content = try scanner.framing.content(scanner.version, limits: limits)
    scanner.report(to: head)
    return true
  }
}

extension HeadScanner {
  /// Hands over what was found. The old storage of field lines comes back for the next head.
  mutating func report(to head: RequestHead) {
    head.method = method
    head.methodBytes = methodBytes
    head.version = version
    head.form = target.form
    head.target = target.whole
    head.path = target.path
    head.query = target.query
    head.authority = target.form == .origin || target.form == .asterisk ? host : target.authority
    swap(&head.fields, &fields)
  }
}

/// The parsers of one event loop: one that every connection uses in turn, and spare ones for it to be
/// replaced by while a connection that holds half a head keeps it. An idle connection holds none.
package final class HeadParsers {
  /// The parser whose `head` the last event told of.
  package private(set) var current = HeadParser()
  private var spare: [HeadParser] = []
  /// Spare parsers kept after many connections held one each; the others are given back.
  private static let sparesMax = 64

  package init() {}

  /// Gives the current parser away, and puts another in its place.
  func detach() -> HeadParser {
    let detached = current
    current = spare.popLast() ?? HeadParser()
    return detached
  }

  /// Takes a parser that was given away back as the current one.
  func attach(_ parser: HeadParser) {
    release(current)
    current = parser
  }

  func release(_ parser: HeadParser) {
    if spare.count < Self.sparesMax { spare.append(parser) }
  }
}

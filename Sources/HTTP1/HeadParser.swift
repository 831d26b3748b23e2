package import HTTP

/// Reads one request head, in one call or in many, and tells what it found as a `RequestHead`.
package final class HeadParser {
  package let head = RequestHead()
  private var scanner = HeadScanner()

  package init() {}

  /// Whether the head that is being read, or was read last, is known to be of a HEAD.
  var isHead: Bool { scanner.isHead }

  /// Reads on in `bytes`, which hold the head from its first byte: at `start`, or where that is
  /// `nil` at the start given before. Returns what the head means for the wire once it is whole in
  /// `head`.
  func parse(
    _ bytes: Span<UInt8>, from start: Int?, limits: Limits
  ) throws(WireError) -> HeadSummary? {
    try scanner.read(bytes, from: start, limits: limits, into: head)
  }
}

/// What a head means for the wire.
struct HeadSummary {
  var bytes: Int
  var version: Version
  var content: Framing.Content
  /// Whether the peer wants the connection kept.
  var persists: Bool
  /// Whether the peer waits for an answer before it sends the content (RFC 9110 §10.1.1).
  var awaitsContinue: Bool
}

extension HeadScanner {
  fileprivate mutating func read(
    _ bytes: Span<UInt8>, from start: Int?, limits: Limits, into head: RequestHead
  ) throws(WireError) -> HeadSummary? {
    if let start { begin(at: start, limits: limits) }
    do throws(WireError.Reason) {
      try run(bytes)
      guard state == .whole else { return nil }
      let version = parts.version
      let content = try framing.content(version, limits: limits)
      swap(&head.parts, &parts)
      return HeadSummary(
        bytes: position, version: version, content: content,
        persists: framing.persists(version),
        awaitsContinue: framing.expectsContinue && version == .http11 && content != .none)
    } catch {
      throw WireError(error, offset: position)
    }
  }
}

/// The parsers of one event loop: one that every connection uses in turn, and spare ones for it to
/// be replaced by while a connection that holds half a head keeps it. An idle connection holds
/// none.
package final class HeadParsers {
  /// What it holds is of whichever connection read last. Only the events of a reader tell of it.
  private(set) var current = HeadParser()
  private var spare: [HeadParser] = []
  /// Spare parsers kept after many connections held one each; the others are given back.
  private static let sparesMax = 8

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

import Bytes
import HTTP

/// The request line: method, target and version, one space between each (RFC 9112 §3).
extension HeadScanner {
  mutating func scanMethod(
    _ bytes: Span<UInt8>, _ end: Int
  ) throws(WireError.Reason) {
    if position == mark, end - position >= 4,
      bytes.extracting(position..<position + 4).equals("GET ")
    {
      parts.methodBytes = ByteRange(position..<position + 3)
      parts.method = .get
      position += 3
      advance(to: .targetStart)
      return
    }
    let bound = min(end, mark + limits.methodBytesMax)
    position = bytes.firstOffset(in: position..<bound, notIn: Grammar.token)
    guard position < end else { return }
    guard bytes[position] == ASCII.space, position > mark else {
      throw position == mark + limits.methodBytesMax ? .methodLength : .method
    }
    parts.methodBytes = marked
    parts.method = Method(bytes.extracting(mark..<position))
    isHead = parts.method == .head
    advance(to: .targetStart)
  }

  mutating func scanTarget(
    _ bytes: Span<UInt8>, _ end: Int
  ) throws(WireError.Reason) {
    let targetEnd = mark + limits.requestTargetBytesMax
    if position == targetEnd, bytes[position] != ASCII.space { throw .targetLength }
    let range = position..<min(end, targetEnd)
    switch state {
    case .path:
      position = bytes.firstOffset(in: range, notIn: Grammar.path)
    case .query, .otherTarget:
      position = bytes.firstOffset(in: range, notIn: Grammar.query)
    case .escapeFirst, .escapeSecond:
      guard ASCII.hexValue(bytes[position]) != nil else { throw .escape }
      position += 1
      state = state == .escapeFirst ? .escapeSecond : escaped
      return
    default:
      state = bytes[position] == 0x2F ? .path : .otherTarget
      position = bytes.firstOffset(in: range, notIn: state == .path ? Grammar.path : Grammar.query)
    }
    if position < range.upperBound || position < end && bytes[position] == ASCII.space {
      try endTargetRun(bytes)
    }
  }

  /// At a byte that is no part of a run of path or query: `%`, `?`, SP, or one that is refused.
  private mutating func endTargetRun(_ bytes: Span<UInt8>) throws(WireError.Reason) {
    switch bytes[position] {
    case 0x25:
      escaped = state
      state = .escapeFirst
      position += 1
    case 0x3F where state == .path:
      parts.path = marked
      state = .query
      position += 1
    case ASCII.space:
      try endTarget(bytes)
      advance(to: .version)
    case ASCII.carriageReturn, ASCII.lineFeed: throw .version
    default: throw .target
    }
  }

  private mutating func endTarget(_ bytes: Span<UInt8>) throws(WireError.Reason) {
    parts.target = marked
    switch state {
    case .otherTarget:
      guard parts.classifyTarget(bytes) else { throw .targetForm }
    case .query:
      parts.query = ByteRange(start: parts.path.end + 1, end: parts.target.end)
    default:
      parts.path = parts.target
    }
    if case .connect = parts.method, parts.form != .authority { throw .targetForm }
  }

  /// `HTTP/`, a digit, a dot, a digit, CR and LF (RFC 9112 §2.3); anything above 1.1 is read as
  /// 1.1.
  mutating func scanVersion(_ bytes: Span<UInt8>, _ end: Int) throws(WireError.Reason) {
    if position == mark, end - position >= 10,
      bytes.extracting(position..<(position + 10)).equals("HTTP/1.1\r\n")
    {
      parts.version = .http11
      position += 9
      advance(to: .lineStart)
      return
    }
    let byte = bytes[position]
    let fits =
      switch position - mark {
      case 0: byte == 0x48
      case 1, 2: byte == 0x54
      case 3: byte == 0x50
      case 4: byte == 0x2F
      case 5, 7: ASCII.isDigit(byte)
      case 6: byte == 0x2E
      case 8: byte == ASCII.carriageReturn
      default: byte == ASCII.lineFeed
      }
    guard fits else {
      // `HTTP/2` and later have no minor version.
      let isMajorAlone = position - mark == 6 && byte == ASCII.carriageReturn
      throw isMajorAlone && bytes[position - 1] > 0x31 ? .versionUnsupported : .version
    }
    if position - mark == 7 {
      guard bytes[position - 2] == 0x31 else { throw .versionUnsupported }
      parts.version = byte == 0x30 ? .http10 : .http11
    }
    if position - mark == 9 { advance(to: .lineStart) } else { position += 1 }
  }

  /// Steps over the byte that ends a part, and begins the next one behind it.
  mutating func advance(to next: State) {
    position += 1
    mark = position
    state = next
  }
}

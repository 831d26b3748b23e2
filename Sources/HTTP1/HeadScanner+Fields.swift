import Bytes
import HTTP

/// The field lines and the empty line that ends them (RFC 9112 §5).
extension HeadScanner {
  /// Reads a field line that is there to its end and has nothing wrong in it, as nearly all are.
  /// False, and nothing is read, where it may be otherwise: the states then tell how.
  mutating func readWholeLine(
    _ bytes: Span<UInt8>, _ end: Int
  ) throws(WireError.Reason) -> Bool {
    let colon = bytes.firstOffset(in: position..<end, notIn: Grammar.token)
    guard colon < end, bytes[colon] == 0x3A, colon > position,
      parts.fields.count < limits.fieldLinesMax
    else { return false }
    var start = colon + 1
    while start < end, ASCII.isBlank(bytes[start]) { start += 1 }
    var lineEnd = bytes.firstControl(in: start..<end)
    while lineEnd < end, bytes[lineEnd] == ASCII.tab {
      lineEnd = bytes.firstControl(in: lineEnd + 1..<end)
    }
    guard lineEnd + 1 < end, bytes[lineEnd] == ASCII.carriageReturn,
      bytes[lineEnd + 1] == ASCII.lineFeed
    else { return false }
    name = ByteRange(position..<colon)
    mark = start
    position = lineEnd
    try takeLine(bytes)
    position = lineEnd + 2
    mark = position
    return true
  }

  mutating func beginLine(
    _ bytes: Span<UInt8>
  ) throws(WireError.Reason) {
    switch bytes[position] {
    case ASCII.carriageReturn: advance(to: .headEnd)
    case ASCII.space, ASCII.tab: throw .fieldFold
    case ASCII.lineFeed: throw .lineEnd
    default:
      if parts.fields.count == limits.fieldLinesMax { throw .fieldCount }
      mark = position
      state = .name
    }
  }

  /// No white space stands between name and colon (RFC 9112 §5.1).
  mutating func scanName(_ bytes: Span<UInt8>, _ end: Int) throws(WireError.Reason) {
    position = bytes.firstOffset(in: position..<end, notIn: Grammar.token)
    guard position < end else { return }
    guard bytes[position] == 0x3A, position > mark else { throw .fieldName }
    name = marked
    advance(to: .valueStart)
  }

  mutating func skipWhiteSpace(_ bytes: Span<UInt8>, _ end: Int) {
    while position < end, ASCII.isBlank(bytes[position]) { position += 1 }
    mark = position
    if position < end { state = .value }
  }

  /// Visible characters, spaces, tabs and bytes above 0x7F, up to CR (RFC 9110 §5.5).
  mutating func scanValue(_ bytes: Span<UInt8>, _ end: Int) throws(WireError.Reason) {
    position = bytes.firstControl(in: position..<end)
    guard position < end else { return }
    switch bytes[position] {
    case ASCII.tab: position += 1
    case ASCII.carriageReturn:
      try takeLine(bytes)
      advance(to: .valueEnd)
    case ASCII.lineFeed: throw .lineEnd
    default: throw .fieldValue
    }
  }

  private mutating func takeLine(_ bytes: Span<UInt8>) throws(WireError.Reason) {
    let value = ByteRange(bytes.trimmed(mark..<position))
    let field = FieldName(bytes.extracting(name.offsets))
    if case .host = field, parts.authority.isEmpty { parts.authority = value }
    parts.add(FieldLine(name: field, nameBytes: name, value: value))
    try framing.take(field, bytes.extracting(value.offsets))
  }

  mutating func endLine(_ bytes: Span<UInt8>) throws(WireError.Reason) {
    guard bytes[position] == ASCII.lineFeed else { throw .lineEnd }
    advance(to: state == .headEnd ? .whole : .lineStart)
  }
}

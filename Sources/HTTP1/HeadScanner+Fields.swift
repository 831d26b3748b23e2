import Bytes
import HTTP

/// The field lines and the empty line that ends them (RFC 9112 §5).
extension HeadScanner {
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
    while position < end, isBlank(bytes[position]) { position += 1 }
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
    parts.fields.append(FieldLine(name: field, nameBytes: name, value: value))
    try framing.take(field, bytes.extracting(value.offsets))
  }

  mutating func endLine(_ bytes: Span<UInt8>) throws(WireError.Reason) {
    guard bytes[position] == ASCII.lineFeed else { throw .lineEnd }
    advance(to: state == .headEnd ? .whole : .lineStart)
  }
}

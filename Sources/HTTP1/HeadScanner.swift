import Bytes
import HTTP

/// The state machine that reads one request head (RFC 9112 §2 to §5), byte by byte where the grammar
/// is tight and run by run where it is loose. It can stop at any byte and go on later: the bytes
/// before `position` are never looked at again, but for names and values whose line ends.
///
/// | state | what comes | next |
/// | --- | --- | --- |
/// | method | token characters, then SP | targetStart |
/// | targetStart | `/` · any other character of a URI | path · otherTarget |
/// | path | path characters · `%` · `?` · SP | path · escape · query · version |
/// | query | query characters · `%` · SP | query · escape · version |
/// | escapeFirst, escapeSecond | a hexadecimal digit each | path or query |
/// | otherTarget | characters of a URI, then SP | version |
/// | version | `HTTP/`, digit, `.`, digit, CR, LF | lineStart |
/// | lineStart | CR · a token character | headEnd · name |
/// | name | token characters, then `:` | valueStart |
/// | valueStart | SP, HTAB · anything else | valueStart · value |
/// | value | all but controls, and HTAB · CR | value · valueEnd |
/// | valueEnd | LF | lineStart |
/// | headEnd | LF | the head is whole |
struct HeadScanner {
  enum State: UInt8 {
    case method
    case targetStart, path, query, escapeFirst, escapeSecond, otherTarget
    case version
    case lineStart, name, valueStart, value, valueEnd
    case headEnd, whole
  }

  var state = State.method
  /// The first byte that was not read yet.
  var position = 0
  /// Where the head begins.
  private var start = 0
  /// Where the part being read begins: method, target, version, name or value.
  var mark = 0

  var method = Method.get
  var methodBytes = ByteRange.empty
  var version = Version.http11
  var target = TargetParts()
  /// The state that an escape in the target interrupts.
  var escaped = State.path
  var name = ByteRange.empty
  var fields: [FieldLine] = []
  var host = ByteRange.empty
  var framing = Framing()

  init() { fields.reserveCapacity(32) }

  /// Makes ready for a head that begins at `offset`. Keeps the storage of the field lines.
  mutating func begin(at offset: Int) {
    state = .method
    position = offset
    start = offset
    mark = offset
    target = TargetParts()
    host = .empty
    framing = Framing()
    fields.removeAll(keepingCapacity: true)
  }

  /// Reads on in `bytes`, which hold the head from its first byte, until the head is whole or the
  /// bytes are used up; `position` then tells how far. On an error it stands at the bad byte.
  mutating func run(
    _ bytes: Span<UInt8>, limits: Limits
  ) throws(WireError.Reason) {
    let headEnd = start + limits.requestHeadBytesMax
    let end = min(bytes.count, headEnd)
    while position < end, state != .whole { try step(bytes, end, limits) }
    if position == headEnd, state != .whole { throw isInTarget ? .targetLength : .headLength }
  }

  private mutating func step(
    _ bytes: Span<UInt8>, _ end: Int, _ limits: Limits
  ) throws(WireError.Reason) {
    switch state {
    case .method: try scanMethod(bytes, end, limits)
    case .targetStart, .path, .query, .escapeFirst, .escapeSecond, .otherTarget:
      try scanTarget(bytes, end, limits)
    case .version: try scanVersion(bytes, end)
    case .lineStart: try beginLine(bytes, limits)
    case .name: try scanName(bytes, end)
    case .valueStart: skipWhiteSpace(bytes, end)
    case .value: try scanValue(bytes, end)
    case .valueEnd, .headEnd: try endLine(bytes)
    case .whole: break
    }
  }

  private var isInTarget: Bool {
    switch state {
    case .targetStart, .path, .query, .escapeFirst, .escapeSecond, .otherTarget: true
    default: false
    }
  }

  /// The bytes from `mark` up to `position`.
  var marked: ByteRange { ByteRange(mark..<position) }
}

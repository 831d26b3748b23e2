import Bytes
import HTTP

/// The state machine that reads one request head (RFC 9112 §2 to §5), byte by byte where the
/// grammar is tight and run by run where it is loose. It can stop at any byte and go on later: the
/// bytes before `position` are never looked at again, but for names and values whose line ends.
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
  /// In the order in which they are met.
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

  /// Whether the method has been read, and is HEAD.
  var isHead = false

  var limits = Limits()

  /// What was found so far.
  var parts = HeadParts()
  var framing = Framing()
  /// The state that an escape in the target interrupts.
  var escaped = State.path
  /// The name of the field line being read.
  var name = ByteRange.empty

  init() { parts.reserveFields(32) }

  /// Makes ready for a head that begins at `offset`. Keeps the storage of the field lines.
  mutating func begin(at offset: Int, limits: Limits) {
    state = .method
    isHead = false
    position = offset
    start = offset
    mark = offset
    self.limits = limits
    parts.form = .origin
    parts.query = nil
    parts.authority = .empty
    parts.removeFields()
    framing.reset()
  }

  /// Reads on in `bytes`, which hold the head from its first byte, until the head is whole or the
  /// bytes are used up; `position` then tells how far. On an error it stands at the bad byte.
  mutating func run(_ bytes: Span<UInt8>) throws(WireError.Reason) {
    let headEnd = start + limits.requestHeadBytesMax
    let end = min(bytes.count, headEnd)
    while position < end, state != .whole {
      if state.rawValue < State.lineStart.rawValue {
        try readRequestLine(bytes, end)
      } else {
        try readLine(bytes, end)
      }
    }
    if position == headEnd, state != .whole { throw isInTarget ? .targetLength : .headLength }
  }

  private mutating func readRequestLine(
    _ bytes: Span<UInt8>, _ end: Int
  ) throws(WireError.Reason) {
    if state == .method { try scanMethod(bytes, end) }
    while position < end, isInTarget { try scanTarget(bytes, end) }
    while position < end, state == .version { try scanVersion(bytes, end) }
  }

  /// One field line or the empty line, whose states follow each other as they are written here.
  private mutating func readLine(_ bytes: Span<UInt8>, _ end: Int) throws(WireError.Reason) {
    if state == .lineStart {
      if try readWholeLine(bytes, end) { return }
      try beginLine(bytes)
    }
    if position < end, state == .name { try scanName(bytes, end) }
    if position < end, state == .valueStart { skipWhiteSpace(bytes, end) }
    while position < end, state == .value { try scanValue(bytes, end) }
    if position < end, state == .valueEnd || state == .headEnd { try endLine(bytes) }
  }

  private var isInTarget: Bool {
    state.rawValue >= State.targetStart.rawValue && state.rawValue <= State.otherTarget.rawValue
  }

  /// The bytes from `mark` up to `position`.
  var marked: ByteRange { ByteRange(mark..<position) }
}

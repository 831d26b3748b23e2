import Bytes
import HTTP
import HTTP1
import Testing

/// What a reader said of the bytes of one connection, with all that a head says spelled out.
enum Step: Equatable {
  case head(Head)
  case end
  case refused(WireError.Reason)
}

/// A request head as text.
struct Head: Equatable {
  var method: Method
  var methodName: String
  var version: Version
  var form: TargetForm
  var target: String
  var path: String
  var query: String?
  var authority: String
  var fields: [String]
  var persists: Bool
  var awaitsContinue: Bool
  var option: ConnectionOption

  init(_ head: RequestHead, _ bytes: [UInt8], _ reader: RequestReader) {
    func text(_ range: ByteRange) -> String {
      String(decoding: bytes[range.offsets], as: UTF8.self)
    }
    method = head.method
    methodName = text(head.methodBytes)
    version = head.version
    form = head.form
    target = text(head.target)
    path = text(head.path)
    query = head.query.map(text)
    authority = text(head.authority)
    fields = head.fields.map { "\($0.name)|\(text($0.nameBytes))|\(text($0.value))" }
    persists = reader.persists
    awaitsContinue = reader.awaitsContinue
    option = reader.connectionOption
  }
}

/// A connection whose bytes come in pieces, kept as a server keeps them.
struct Wire {
  var reader = RequestReader()
  var limits = Limits()
  let parsers: HeadParsers
  private(set) var steps: [Step] = []
  private var buffer: [UInt8] = []
  private var refused = false

  init(_ limits: Limits = Limits(), parsers: HeadParsers = HeadParsers()) {
    self.limits = limits
    self.parsers = parsers
  }

  /// Whether the last request ended, and nothing of a next one came.
  var isBetweenRequests: Bool { steps.last == .end && buffer.isEmpty && reader.isIdle }

  mutating func receive(_ piece: some Sequence<UInt8>) {
    buffer.append(contentsOf: piece)
    var inRequest = false
    while !refused, inRequest || !buffer.isEmpty {
      let presented = buffer
      switch reader.next(presented.span, limits: limits, parsers: parsers) {
      case .head(let head, let bytes):
        steps.append(.head(Head(head, buffer, reader)))
        buffer.removeFirst(bytes)
        inRequest = true
      case .end(let bytes):
        steps.append(.end)
        buffer.removeFirst(bytes)
        inRequest = false
      case .more(let bytes):
        buffer.removeFirst(bytes)
        return
      case .refused(let error):
        steps.append(.refused(error.reason))
        #expect((0...buffer.count).contains(error.offset))
        refused = true
      }
    }
  }
}

/// A request that may follow any other.
let following = "GET / HTTP/1.1\r\nHost: b\r\n\r\n"

/// What the reader makes of `text`, whose characters stand for one byte each. Fed whole, cut in two
/// at every byte, byte by byte, and with a second request behind it, it must come to the same.
func read(
  _ text: String, limits: Limits = Limits(), sourceLocation: SourceLocation = #_sourceLocation
) -> [Step] {
  let bytes = latin1(text)
  var whole = Wire(limits)
  whole.receive(bytes)

  for cut in 0...bytes.count {
    var split = Wire(limits)
    split.receive(bytes[..<cut])
    split.receive(bytes[cut...])
    #expect(split.steps == whole.steps, "cut at \(cut)", sourceLocation: sourceLocation)
  }

  var bytewise = Wire(limits)
  for byte in bytes { bytewise.receive([byte]) }
  #expect(bytewise.steps == whole.steps, "byte by byte", sourceLocation: sourceLocation)

  var pipelined = Wire(limits)
  pipelined.receive(bytes + latin1(following))
  var expected = whole.steps
  if whole.isBetweenRequests {
    var second = whole
    second.receive(latin1(following))
    expected = second.steps
    #expect(expected.count == whole.steps.count + 2, sourceLocation: sourceLocation)
  }
  #expect(
    pipelined.steps.starts(with: expected), "with a request behind", sourceLocation: sourceLocation)
  return whole.steps
}

/// The bytes whose numbers are the code points of `text`, all below 256.
func latin1(_ text: String) -> [UInt8] {
  text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
}

/// The reason of a refusal that came first.
func refusal(
  _ text: String, limits: Limits = Limits(), sourceLocation: SourceLocation = #_sourceLocation
) -> WireError.Reason? {
  let steps = read(text, limits: limits, sourceLocation: sourceLocation)
  for case .refused(let reason) in steps { return reason }
  return nil
}

/// The head of the only request in `text`, which is read to its end.
func accepted(
  _ text: String, limits: Limits = Limits(), sourceLocation: SourceLocation = #_sourceLocation
) -> Head? {
  let steps = read(text, limits: limits, sourceLocation: sourceLocation)
  guard case .head(let head) = steps.first, steps.count == 2, steps.last == .end else {
    Issue.record("\(steps)", sourceLocation: sourceLocation)
    return nil
  }
  return head
}

/// A GET of `/` with Host and these further lines, each without its CRLF.
func get(_ lines: String...) -> String {
  (["GET / HTTP/1.1", "Host: a"] + lines + ["", ""]).joined(separator: "\r\n")
}

/// A POST to `/` with Host, these further lines, and this content.
func post(_ lines: String..., content: String) -> String {
  (["POST / HTTP/1.1", "Host: a"] + lines + ["", ""]).joined(separator: "\r\n") + content
}

/// A POST with `content` as chunked.
func chunked(_ content: String) -> String {
  post("Transfer-Encoding: chunked", content: content)
}

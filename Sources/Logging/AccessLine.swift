internal import Bytes
internal import HTTP

/// What is known of a request that is written down. Its parts are ranges of the bytes that it was
/// read from.
struct AccessEntry {
  var time: Timestamp
  var client: String
  var status: UInt16
  /// Bytes of content in the answer; those of the answer to a HEAD are none.
  var contentBytes = 0
  var nanoseconds: UInt64 = 0
  var route = ""
  /// Why it was refused before it was a request.
  var refusal: String?
  var isRequest = false
  var isHTTP10 = false
  var method = ByteRange.empty
  var target = ByteRange.empty
  var host: ByteRange?
  var referer: ByteRange?
  var userAgent: ByteRange?
  var requestID: [UInt8] = []
  var traceParent: ByteRange?

  init(time: Timestamp, client: String, status: UInt16) {
    self.time = time
    self.client = client
    self.status = status
  }
}

/// A request as a line of the access log. Whatever a client sends, it stays one line.
enum AccessLine {
  /// One JSON object. What is not known is `null`. Bytes above 0x7E are written as the characters
  /// of Latin-1 with these numbers, since nobody says that they are UTF-8; controls among them as
  /// U+FFFD.
  static func json(_ entry: AccessEntry, _ bytes: Span<UInt8>) -> [UInt8] {
    var writer = JSONWriter(reservingCapacity: 512)
    writer.beginObject()
    writer.key("time")
    writer.string(entry.time.iso8601)
    writer.key("client")
    writer.string(entry.client)
    write("method", entry.isRequest ? entry.method : nil, bytes, &writer)
    write("target", entry.isRequest ? entry.target : nil, bytes, &writer)
    writer.key("protocol")
    if entry.isRequest { writer.string(version(entry)) } else { writer.null() }
    writer.key("status")
    writer.number(Int(entry.status))
    writer.key("bytes")
    writer.number(entry.contentBytes)
    writer.key("microseconds")
    writer.number(Int(clamping: entry.nanoseconds / 1_000))
    writer.key("route")
    if entry.isRequest { writer.string(entry.route) } else { writer.null() }
    writer.key("refusal")
    if let refusal = entry.refusal { writer.string(refusal) } else { writer.null() }
    write("host", entry.host, bytes, &writer)
    write("referer", entry.referer, bytes, &writer)
    write("userAgent", entry.userAgent, bytes, &writer)
    writer.key("requestId")
    writer.string(entry.requestID)
    write("traceparent", entry.traceParent, bytes, &writer)
    writer.endObject()
    return writer.bytes + [ASCII.lineFeed]
  }

  /// The Combined Log Format, with quotation marks, backslashes and what is not visible ASCII as
  /// `\x22`.
  static func combined(_ entry: AccessEntry, _ bytes: Span<UInt8>) -> [UInt8] {
    var line = Array("\(entry.client) - - [\(entry.time.combined)] \"".utf8)
    if entry.isRequest {
      append(entry.method, bytes, to: &line)
      line.append(ASCII.space)
      append(entry.target, bytes, to: &line)
      line.append(contentsOf: " \(version(entry))".utf8)
    } else {
      line.append("-")
    }
    line.append(contentsOf: "\" \(entry.status) \(entry.contentBytes) \"".utf8)
    append(entry.referer, bytes, to: &line)
    line.append("\" \"")
    append(entry.userAgent, bytes, to: &line)
    line.append("\"\n")
    return line
  }

  private static func version(_ entry: AccessEntry) -> String {
    entry.isHTTP10 ? "HTTP/1.0" : "HTTP/1.1"
  }

  private static func write(
    _ key: StaticString, _ range: ByteRange?, _ bytes: Span<UInt8>, _ writer: inout JSONWriter
  ) {
    writer.key(key)
    guard let range else { return writer.null() }
    let value = bytes.extracting(range.offsets)
    writer.beginString()
    var clean = 0
    for index in value.indices where value[index] >= 0x7F {
      writer.stringPart(value.extracting(clean..<index))
      writer.stringPart(latin1(value[index]).span)
      clean = index + 1
    }
    writer.stringPart(value.extracting(clean...))
    writer.endString()
  }

  /// A byte above 0x7E as a character, in UTF-8.
  private static func latin1(_ byte: UInt8) -> [UInt8] {
    byte < 0xA0 ? [0xEF, 0xBF, 0xBD] : [0xC0 | byte >> 6, 0x80 | byte & 0x3F]
  }

  private static func append(
    _ range: ByteRange?, _ bytes: Span<UInt8>, to line: inout [UInt8]
  ) {
    guard let range else { return line.append("-") }
    let value = bytes.extracting(range.offsets)
    for index in value.indices {
      let byte = value[index]
      if byte >= 0x7F || byte < 0x20 || byte == 0x22 || byte == 0x5C {
        let digits = Hex.digits(byte)
        line.append("\\x")
        line.append(digits.high)
        line.append(digits.low)
      } else {
        line.append(byte)
      }
    }
  }
}

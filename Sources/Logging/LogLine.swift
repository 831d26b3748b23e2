internal import Bytes

/// An event as a line of a log. Whatever a message holds, it stays one line.
enum LogLine {
  /// For programs: one JSON object.
  static func json(_ event: LogEvent, at time: Timestamp) -> [UInt8] {
    var writer = JSONWriter(reservingCapacity: 256)
    writer.beginObject()
    writer.key("time")
    writer.string(time.iso8601)
    writer.key("level")
    writer.string(event.name.level.rawValue)
    writer.key("event")
    writer.string(event.name.rawValue)
    writer.key("message")
    writer.string(event.message)
    for field in event.fields {
      writer.key(field.key)
      writer.string(field.value)
    }
    writer.endObject()
    return writer.bytes + [ASCII.lineFeed]
  }

  /// For people: `signatory: warning: …`. Control characters are written as `\x1b`.
  package static func text(_ event: LogEvent) -> [UInt8] {
    let level = event.name.level == .warning ? "warning: " : ""
    return Array("signatory: \(level)\(VisibleText.of(event.message))\n".utf8)
  }
}

internal import Bytes

/// Writes the values of a thing's members as its shape lists them: as JSON, or as the cells of one
/// row of a table.
///
/// A row has one column for each leaf of the shape: `organization.id` holds the member `id` of the
/// member `organization`. Several values of one column are joined by `; `; null leaves it empty.
struct ValueWriter {
  var json: JSONWriter
  /// The row that is written instead of JSON.
  private(set) var row: Row?

  struct Row {
    fileprivate(set) var cells: [[UInt8]]
    fileprivate var isFilled: [Bool]
    /// The column of the next value.
    fileprivate var column = 0
    /// The first column of each object that is open.
    fileprivate var starts: [Int] = []

    fileprivate mutating func fill(_ value: Span<UInt8>) {
      guard cells.indices.contains(column) else { return }
      if isFilled[column] { cells[column].append(contentsOf: [0x3B, ASCII.space]) }
      isFilled[column] = true
      cells[column].append(value)
    }
  }

  /// Writes JSON.
  init(reservingCapacity capacity: Int = 1024) {
    json = JSONWriter(reservingCapacity: capacity)
  }

  /// Writes a row of so many columns.
  init(columnCount: Int) {
    json = JSONWriter(reservingCapacity: 0)
    row = Row(
      cells: [[UInt8]](repeating: [], count: columnCount),
      isFilled: [Bool](repeating: false, count: columnCount))
  }

  /// The JSON that was written.
  var bytes: [UInt8] { json.bytes }

  mutating func beginObject() {
    if let column = row?.column { row?.starts.append(column) } else { json.beginObject() }
  }

  mutating func endObject() {
    if let start = row?.starts.popLast() { row?.column = start }
    if row == nil { json.endObject() }
  }

  mutating func beginArray() { if row == nil { json.beginArray() } }
  mutating func endArray() { if row == nil { json.endArray() } }

  mutating func beginMember(_ name: String) { if row == nil { json.key(name) } }
  mutating func endMember(columnCount: Int) { row?.column += columnCount }

  mutating func null() { if row == nil { json.null() } }

  mutating func bool(_ value: Bool) {
    if row == nil { json.bool(value) } else { row?.fill((value ? "true" : "false").utf8.span) }
  }

  mutating func number(_ value: Int) {
    if row == nil { json.number(value) } else { row?.fill(String(value).utf8.span) }
  }

  mutating func string(_ value: Span<UInt8>) {
    if row == nil { json.string(value) } else { row?.fill(value) }
  }

  mutating func string(_ value: [UInt8]) { string(value.span) }
  mutating func string(_ value: String) { string(value.utf8.span) }
  mutating func string(orNull value: String?) { if let value { string(value) } else { null() } }
}

/// Writes one JSON text (RFC 8259), compact, in UTF-8, with only the escapes that must be.
///
/// The caller opens and closes; the writer puts the commas. Whatever is given as text must be valid
/// UTF-8: it is copied, not checked.
package struct JSONWriter {
  package private(set) var bytes: [UInt8] = []
  private var needsComma = false

  package init(reservingCapacity capacity: Int = 1024) {
    bytes.reserveCapacity(capacity)
  }

  package mutating func beginObject() { open(0x7B) }
  package mutating func endObject() { close(0x7D) }
  package mutating func beginArray() { open(0x5B) }
  package mutating func endArray() { close(0x5D) }

  /// Writes a member's name; its value must follow. `name` is ASCII that needs no escape.
  package mutating func key(_ name: StaticString) {
    separate()
    bytes.append(0x22)
    bytes.append(name)
    bytes.append(0x22)
    bytes.append(0x3A)
    needsComma = false
  }

  /// Writes a member's name that was not known when the program was built.
  package mutating func key(_ name: String) {
    string(name)
    bytes.append(0x3A)
    needsComma = false
  }

  package mutating func null() { literal("null") }
  package mutating func bool(_ value: Bool) { literal(value ? "true" : "false") }

  package mutating func number(_ value: Int) {
    separate()
    if value < 0 { bytes.append(0x2D) }
    Decimal.append(value.magnitude, to: &bytes)
  }

  package mutating func string(_ value: String) {
    beginString()
    stringPart(value.utf8.span)
    endString()
  }

  package mutating func string(_ value: Span<UInt8>) {
    beginString()
    stringPart(value)
    endString()
  }

  package mutating func string(_ value: [UInt8]) { string(value.span) }

  /// Opens a string that is written in parts; `stringPart` and `endString` follow.
  package mutating func beginString() {
    separate()
    bytes.append(0x22)
  }

  /// Appends to the open string. O(count).
  package mutating func stringPart(_ part: Span<UInt8>) {
    var clean = 0
    var index = 0
    while index < part.count {
      if part.count - index >= 8, !Self.needsEscape(part.littleEndianWord(at: index)) {
        index += 8
        continue
      }
      let byte = part[index]
      if byte < 0x20 || byte == 0x22 || byte == 0x5C {
        bytes.append(part.extracting(clean..<index))
        escape(byte)
        clean = index + 1
      }
      index += 1
    }
    bytes.append(part.extracting(clean..<part.count))
  }

  /// Whether one of eight bytes must be escaped: each test leaves the top bit of some byte set if
  /// and only if one is below 0x20, or is 0x22, or 0x5C.
  private static func needsEscape(_ word: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let control = (word &- 0x20 * ones) & ~word
    let quote = word ^ 0x22 * ones
    let backslash = word ^ 0x5C * ones
    let marks = control | (quote &- ones) & ~quote | (backslash &- ones) & ~backslash
    return marks & (0x80 * ones) != 0
  }

  package mutating func endString() { bytes.append(0x22) }

  /// Writes a value that is JSON already.
  package mutating func raw(_ value: Span<UInt8>) {
    separate()
    bytes.append(value)
  }

  private mutating func literal(_ text: StaticString) {
    separate()
    bytes.append(text)
  }

  private mutating func open(_ mark: UInt8) {
    separate()
    bytes.append(mark)
    needsComma = false
  }

  private mutating func close(_ mark: UInt8) {
    bytes.append(mark)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(0x2C) }
    needsComma = true
  }

  private mutating func escape(_ byte: UInt8) {
    bytes.append(0x5C)
    switch byte {
    case 0x22, 0x5C: bytes.append(byte)
    case 0x08: bytes.append(0x62)
    case 0x09: bytes.append(0x74)
    case 0x0A: bytes.append(0x6E)
    case 0x0C: bytes.append(0x66)
    case 0x0D: bytes.append(0x72)
    default:
      let hex = Hex.digits(byte)
      bytes.append(contentsOf: [0x75, 0x30, 0x30, hex.high, hex.low])
    }
  }
}

internal import Bytes

/// The first stage: are the bytes UTF-8, and how many code points (Unicode 15, table 3-7).
package enum UTF8Text {
  /// Texts longer than this are refused: positions are 32-bit, and no statement is a book.
  package static let utf8BytesMax = 1 << 30

  /// The bytes of a byte order mark at the start, or 0.
  static func markLength(_ bytes: [UInt8]) -> Int {
    bytes.starts(with: [0xEF, 0xBB, 0xBF] as [UInt8]) ? 3 : 0
  }

  /// The number of code points. O(count).
  ///
  /// - Throws: `SourceTextError` with the place of the first byte that begins no code point.
  package static func codePoints(in bytes: [UInt8]) throws(SourceTextError) -> Int {
    guard bytes.count <= utf8BytesMax else {
      throw SourceTextError(reason: .tooLong, place: Place(line: 1, column: 1))
    }
    var index = 0
    var continuations = 0
    while index < bytes.count {
      if bytes[index] < 0x80 {
        index += 1
        continue
      }
      let length = sequenceLength(bytes, at: index)
      guard length > 0 else {
        var cursor = PlaceCursor()
        throw SourceTextError(
          reason: .invalidUTF8, place: cursor.place(of: index, in: bytes))
      }
      index += length
      continuations += length - 1
    }
    return bytes.count - continuations
  }

  /// The length of the well-formed sequence of two to four bytes that begins at `index`, else 0.
  private static func sequenceLength(_ bytes: [UInt8], at index: Int) -> Int {
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch bytes[index] {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    case 0xF1...0xF3: length = 4
    default: return 0
    }
    guard index + length <= bytes.count, second.contains(bytes[index + 1]) else { return 0 }
    for offset in 2..<max(length, 2) where bytes[index + offset] & 0xC0 != 0x80 { return 0 }
    return length
  }
}

/// The markers of items and headings in plain text.
enum ListMarker {
  /// The list marker at the start of a line, its number, and where the words after it begin:
  /// `•`, `-`, `*`, `1.`, `1)`, `(1)`, `#`. White space must follow, and words after that.
  static func read(_ utf8: [UInt8], _ line: Range<Int>) -> (
    Piece.Marker, number: UInt32, body: Int
  )? {
    let (first, width) = Scalars.decode(utf8, at: line.lowerBound)
    var index = line.lowerBound + width
    var number: UInt32 = 0
    var marker = Piece.Marker.bullet
    switch first {
    case _ where bullets.contains(first):
      return wordsAfter(utf8, index, line.upperBound, mustSpace: false).map { (marker, 0, $0) }
    case 0x2A, 0x2D, 0x2B, 0x2013, 0x2014:
      break
    case 0x23:
      marker = .hash
      while index < line.upperBound, utf8[index] == 0x23 { index += 1 }
    case 0x28, 0x30...0x39:
      guard let (value, end) = readNumber(utf8, line) else { return nil }
      number = value
      marker = .number
      index = end
    default: return nil
    }
    guard let body = wordsAfter(utf8, index, line.upperBound, mustSpace: true) else { return nil }
    // `(202) 555-0100`
    if first == 0x28, utf8[body..<line.upperBound].allSatisfy({ $0 < 0x41 }) { return nil }
    return (marker, number, body)
  }

  /// Whether a line is a bullet and nothing else: what it marks stands below it.
  static func isAlone(_ utf8: [UInt8], _ line: Range<Int>) -> Bool {
    guard !line.isEmpty else { return false }
    let (first, width) = Scalars.decode(utf8, at: line.lowerBound)
    return width == line.count && bullets.contains(first)
  }

  private static let bullets: [UInt32] = [
    0x2022, 0x25E6, 0x25AA, 0x25CF, 0x25CB, 0x25A0, 0x2023, 0x2043, 0x00B7, 0x2219, 0x27A2, 0x25BA,
    0x2756, 0x30FB,
  ]

  private static func wordsAfter(_ utf8: [UInt8], _ start: Int, _ end: Int, mustSpace: Bool)
    -> Int?
  {
    var index = start
    while index < end {
      let (value, length) = Scalars.decode(utf8, at: index)
      guard Scalars.isBlank(value) else { break }
      index += length
    }
    return index < end && (index > start || !mustSpace) ? index : nil
  }

  /// `12.`, `12)`, `(12)`, of at most six digits.
  private static func readNumber(_ utf8: [UInt8], _ line: Range<Int>) -> (UInt32, Int)? {
    let open = utf8[line.lowerBound] == 0x28
    var index = line.lowerBound + (open ? 1 : 0)
    let digits = index
    var value: UInt32 = 0
    while index < line.upperBound, index - digits < 6, utf8[index] &- 0x30 < 10 {
      value = value * 10 + UInt32(utf8[index] &- 0x30)
      index += 1
    }
    guard index > digits, index < line.upperBound else { return nil }
    guard utf8[index] == 0x29 || (!open && utf8[index] == 0x2E) else { return nil }
    return (value, index + 1)
  }
}

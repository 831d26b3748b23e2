/// The third stage: lines, and blocks of lines that run on.
extension Block {
  /// The lines of a text that are not blank, each a block, in order. A line ends at LF, CRLF, CR,
  /// U+2028 or U+2029. O(count).
  static func lines(of utf8: [UInt8]) -> [Block] {
    var lines: [Block] = []
    var gap = 0
    var start = 0
    var index = 0
    while index <= utf8.count {
      var width = 0
      if index == utf8.count {
        width = 1
      } else {
        switch utf8[index] {
        case 0x0A: width = 1
        case 0x0D: width = index + 1 < utf8.count && utf8[index + 1] == 0x0A ? 2 : 1
        case 0xE2 where index + 2 < utf8.count && utf8[index + 1] == 0x80:
          width = utf8[index + 2] == 0xA8 || utf8[index + 2] == 0xA9 ? 3 : 0
        default: break
        }
      }
      guard width > 0 else {
        index += 1
        continue
      }
      let content = Display.trim(utf8, start..<index)
      if content.isEmpty {
        gap += 1
      } else {
        lines.append(line(utf8, content, from: start, gap: gap))
        gap = 0
      }
      index += width
      start = index
    }
    return lines
  }

  private static func line(_ utf8: [UInt8], _ content: Range<Int>, from start: Int, gap: Int)
    -> Block
  {
    var columns = 0
    for offset in start..<content.lowerBound where columns < 255 {
      columns += utf8[offset] == 0x09 ? 4 : utf8[offset] & 0xC0 != 0x80 ? 1 : 0
    }
    var block = Block(
      start: UInt32(content.lowerBound), body: UInt32(content.lowerBound),
      end: UInt32(content.upperBound), gap: UInt8(min(gap, 255)),
      indent: UInt8(min(columns, 255)))
    if let (marker, number, body) = Marker.read(utf8, content) {
      block.marker = marker
      block.number = number
      block.body = UInt32(body)
    }
    return block
  }

  /// Lines joined where one runs on in the next: wrapped list items, and wrapped paragraphs.
  static func joined(_ lines: [Block], of utf8: [UInt8]) -> [Block] {
    var blocks: [Block] = []
    blocks.reserveCapacity(lines.count)
    var index = 0
    while index < lines.count {
      var end = index + 1
      if lines[index].isMarked {
        while end < lines.count, lines[end].follows, lines[end].indent > lines[index].indent {
          end += 1
        }
      } else if lines[index].marker == .none {
        while end < lines.count, lines[end].follows { end += 1 }
        if !isWrapped(lines[index..<end], utf8) { end = index + 1 }
      }
      var block = lines[index]
      block.end = lines[end - 1].end
      blocks.append(block)
      index = end
      // The rest of a group that is not wrapped stands line by line.
      while index < lines.count, lines[index].follows, !lines[index - 1].isMarked {
        blocks.append(lines[index])
        index += 1
      }
    }
    return blocks
  }

  /// Whether nothing stands between this line and the one above: no blank line, no marker.
  private var follows: Bool { gap == 0 && marker == .none }

  /// Whether lines that follow each other are one wrapped paragraph: all but the last are long,
  /// and either some begin with a small letter, or only the last ends a sentence.
  private static func isWrapped(_ lines: ArraySlice<Block>, _ utf8: [UInt8]) -> Bool {
    guard lines.count > 1 else { return false }
    var shortest = UInt32.max
    var small = 0
    var ended = 0
    for (line, next) in zip(lines, lines.dropFirst()) {
      shortest = min(shortest, line.end - line.start)
      if Scalars.isLower(Scalars.decode(utf8, at: Int(next.start)).value) { small += 1 }
      if endsSentence(line, utf8) { ended += 1 }
    }
    if shortest >= 40, small * 4 >= lines.count - 1 { return true }
    guard let last = lines.last else { return false }
    return shortest >= 60 && ended * 4 < lines.count - 1 && endsSentence(last, utf8)
  }

  private static func endsSentence(_ line: Block, _ utf8: [UInt8]) -> Bool {
    Sentence.isEnded(utf8, line.range)
  }
}

extension Block.Marker {
  /// The list marker at the start of a line, its number, and where the words after it begin:
  /// `•`, `-`, `*`, `1.`, `1)`, `(1)`, `#`. White space must follow, and words after that.
  static func read(_ utf8: [UInt8], _ line: Range<Int>) -> (Self, number: UInt32, body: Int)? {
    let (first, width) = Scalars.decode(utf8, at: line.lowerBound)
    var index = line.lowerBound + width
    var number: UInt32 = 0
    var marker = Self.bullet
    switch first {
    case 0x2022, 0x25E6, 0x25AA, 0x25CF, 0x25CB, 0x25A0, 0x2023, 0x2043, 0x00B7, 0x2219, 0x27A2,
      0x25BA, 0x2756, 0x30FB:
      return wordsAfter(utf8, index, line.upperBound, mustSpace: false).map { (marker, 0, $0) }
    case 0x2A, 0x2D, 0x2B, 0x2013, 0x2014:
      break
    case 0x3E:
      marker = .none
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
    // `12. März 2024` is a date.
    if marker == .number, let next = Word.all(utf8, body..<line.upperBound, limit: 1).first,
      Lexicon.months.contains(next)
    {
      return nil
    }
    return (marker, number, body)
  }

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

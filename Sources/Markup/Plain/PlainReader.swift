/// Reads plain text: its lines, and paragraphs and items of lines that run on.
enum PlainReader {
  /// The pieces of a valid UTF-8 text. O(count).
  static func pieces(of utf8: [UInt8]) -> [Piece] {
    joined(lines(of: utf8), of: utf8)
  }

  /// The lines of a text that are not blank, each a piece, in order. A line ends at LF, CRLF, CR,
  /// U+2028 or U+2029. O(count).
  static func lines(of utf8: [UInt8]) -> [Piece] {
    var lines: [Piece] = []
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
      let content = withoutMailMarks(utf8, Display.trim(utf8, start..<index))
      if content.isEmpty {
        gap += 1
      } else {
        lines.append(
          line(utf8, content, indent: columns(utf8, start..<content.lowerBound), gap: gap))
        gap = 0
      }
      index += width
      start = index
    }
    return lines
  }

  /// A line of an answered mail without the `>` before it, one for each time it was answered.
  private static func withoutMailMarks(_ utf8: [UInt8], _ line: Range<Int>) -> Range<Int> {
    let marks = utf8[line].prefix { $0 == 0x3E || $0 == 0x20 || $0 == 0x09 }
    guard marks.contains(0x3E) else { return line }
    let rest = Display.trim(utf8, marks.endIndex..<line.upperBound)
    let isApart = marks.last != 0x3E
    guard let first = rest.first,
      isApart || Scalars.isLetter(Scalars.decode(utf8, at: first).value)
    else { return rest.isEmpty ? rest : line }
    return rest
  }

  private static func columns(_ utf8: [UInt8], _ blank: Range<Int>) -> Int {
    blank.reduce(0) { $0 + (utf8[$1] == 0x09 ? 4 : utf8[$1] & 0xC0 != 0x80 ? 1 : 0) }
  }

  /// The piece that a line is, `content` without blanks at its ends.
  static func line(_ utf8: [UInt8], _ content: Range<Int>, indent: Int, gap: Int) -> Piece {
    var piece = Piece(
      start: UInt32(content.lowerBound), body: UInt32(content.lowerBound),
      end: UInt32(content.upperBound))
    piece.gap = UInt8(min(gap, 255))
    piece.indent = UInt8(min(indent, 255))
    if let (marker, number, body) = ListMarker.read(utf8, content) {
      piece.marker = marker
      piece.number = number
      piece.body = UInt32(body)
      if piece.isMarked { piece.kind = .item }
      if marker == .hash {
        piece.kind = .heading
        piece.level = UInt8(min(utf8[content].prefix { $0 == 0x23 }.count, 6))
      }
    }
    return piece
  }

  /// Lines joined where one runs on in the next: wrapped list items, and wrapped paragraphs.
  static func joined(_ lines: [Piece], of utf8: [UInt8]) -> [Piece] {
    var pieces: [Piece] = []
    pieces.reserveCapacity(lines.count)
    var index = 0
    while index < lines.count {
      var end = index + 1
      if ListMarker.isAlone(utf8, lines[index].range), end < lines.count, lines[end].follows,
        !ListMarker.isAlone(utf8, lines[end].range)
      {
        while end < lines.count, lines[end].follows, !ListMarker.isAlone(utf8, lines[end].range) {
          end += 1
        }
        var item = lines[index]
        (item.kind, item.marker) = (.item, .bullet)
        (item.body, item.end) = (lines[index + 1].body, lines[end - 1].end)
        pieces.append(item)
        index = end
        continue
      }
      if lines[index].isMarked {
        while end < lines.count, lines[end].follows, lines[end].indent > lines[index].indent {
          end += 1
        }
      } else if lines[index].marker == .none {
        while end < lines.count, lines[end].follows { end += 1 }
        end = index + wrappedCount(lines[index..<end].map(\.range), utf8)
      }
      var piece = lines[index]
      piece.end = lines[end - 1].end
      pieces.append(piece)
      index = end
      // The rest of a group that is not wrapped stands line by line.
      while index < lines.count, lines[index].follows, !lines[index - 1].isMarked {
        pieces.append(lines[index])
        index += 1
      }
    }
    return pieces
  }

  /// How many of the lines that follow each other are one wrapped paragraph: all, all but a last
  /// one that is a remark behind it, or the first alone.
  static func wrappedCount(_ lines: [Range<Int>], _ utf8: [UInt8]) -> Int {
    if isWrapped(lines, utf8) { return lines.count }
    let rest = Array(lines.dropLast())
    return rest.count > 2 && rest.last.map { Sentence.isEnded(utf8, $0) } ?? false
      && isWrapped(rest, utf8) ? rest.count : 1
  }

  /// Whether lines that follow each other are one wrapped paragraph: at least one is long, and many
  /// of them begin small. Where some of those could have stood on the line before, the last must
  /// end a sentence, as no address and no list of names and posts does.
  static func isWrapped(_ lines: [Range<Int>], _ utf8: [UInt8]) -> Bool {
    guard lines.count > 1 else { return false }
    let lines = lines.map { Display.trim(utf8, $0) }.filter { !$0.isEmpty }
    let longest = lines.map(\.count).max() ?? 0
    guard longest >= longMin, let last = lines.last else { return false }
    var small = 0
    var fitting = 0
    var ended = 0
    for (line, next) in zip(lines, lines.dropFirst()) {
      if Scalars.isLower(Scalars.decode(utf8, at: next.lowerBound).value) { small += 1 }
      let word = utf8[next].prefix { $0 != 0x20 }.count
      if line.count + 1 + word <= longest { fitting += 1 }
      if Sentence.isEnded(utf8, line) { ended += 1 }
    }
    let breaks = lines.count - 1
    let isTight = fitting * 3 <= breaks
    if isTight, small * 4 >= breaks { return true }
    guard Sentence.isEnded(utf8, last) else { return false }
    return small * 2 >= breaks || (isTight && ended * 4 < breaks)
  }

  /// The least bytes of a line that may have been wrapped.
  private static let longMin = 40
}

extension Piece {
  /// Whether nothing stands between this line and the one above: no blank line, no marker.
  fileprivate var follows: Bool { gap == 0 && marker == .none }
}

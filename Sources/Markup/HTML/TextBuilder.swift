/// Builds the text of a document from pieces of markup: white space collapsed, blocks apart by a
/// blank line, and for every byte the place that it came from.
struct TextBuilder {
  private(set) var utf8: [UInt8] = []
  private(set) var pieces: [Piece] = []
  private(set) var runs: [PlaceMap.Run] = []

  /// What the next block is, or the one that is open.
  struct Form {
    var kind = Piece.Kind.paragraph
    var marker = Piece.Marker.none
    var number: UInt32 = 0
    var level: UInt8 = 0
    var indent: UInt8 = 0
    var isQuoted = false
    /// Line breaks and blanks stay.
    var isVerbatim = false
  }

  /// The white space before a word. A tab within a line parts columns; after its end it sets in.
  private enum Space: Int, Comparable {
    case none, blank, tab, lineEnd

    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  private struct Line {
    var start: Int
    /// Line breaks that markup asked for before it; with none, the line of the file ended.
    var hardBreaks: Int
  }

  private var block = Form()
  private var lines: [Line] = []
  private var space = Space.none
  private var breaks = 0
  private var cellEnds = 0
  private var isSoftlyBroken = false
  /// Blank lines before the next block.
  private var gap = 0
  private var nextFile = -1
  /// Links that are open, and how many bytes of the block at hand are of a link, and are not.
  var links = 0
  private var linkedBytes = 0
  private var plainBytes = 0

  // MARK: Blocks

  /// Ends the block at hand, and begins one.
  mutating func begin(_ block: Form = Form(), gap: Int = 1) {
    end()
    self.block = block
    self.gap = max(self.gap, gap)
  }

  /// Ends the block at hand: its lines become pieces.
  mutating func end() {
    (space, breaks, isSoftlyBroken, cellEnds) = (.none, 0, false, 0)
    defer {
      lines.removeAll(keepingCapacity: true)
      (linkedBytes, plainBytes) = (0, 0)
    }
    guard !lines.isEmpty else { return }
    joinWrappedLines()
    if block.kind == .paragraph || block.kind == .code {
      var index = 0
      while index < lines.count {
        let end = itemEnd(index)
        addPiece(lines[index..<end])
        index = end
      }
    } else {
      addPiece(lines[...])
    }
    block.marker = .none
    block.number = 0
    if block.kind == .item { block.kind = .paragraph }
  }

  /// The lines of a file that are one wrapped paragraph are joined in place by a space; those of an
  /// item or a heading always are.
  private mutating func joinWrappedLines() {
    guard !block.isVerbatim, lines.count > 1 else { return }
    var joined: [Line] = []
    var index = 0
    while index < lines.count {
      var end = index + 1
      // A hard break in a paragraph may be that of a file that was wrapped.
      let breaksMax = block.kind == .paragraph ? 1 : 0
      while end < lines.count, lines[end].hardBreaks <= breaksMax { end += 1 }
      let ranges = (index..<end).map { content(of: $0) }
      let isJoined = block.kind != .paragraph || readsOn(ranges)
      let count = isJoined ? ranges.count : PlainReader.wrappedCount(ranges, utf8)
      joined.append(lines[index])
      for line in index + 1..<index + count { utf8[lines[line].start - 1] = 0x20 }
      joined += lines[index + count..<end]
      index = end
    }
    lines = joined
  }

  /// Whether lines that markup has in one paragraph are running text: half of the words begin small
  /// and some in each line, and the last line ends a sentence, but few others do.
  private func readsOn(_ lines: [Range<Int>]) -> Bool {
    guard let last = lines.last, Sentence.isEnded(utf8, Display.trim(utf8, last)) else {
      return false
    }
    let ended = lines.dropLast().count { Sentence.isEnded(utf8, Display.trim(utf8, $0)) }
    guard ended * 3 < lines.count else { return false }
    var small = 0
    var all = 0
    for line in lines {
      let words = utf8[line].split { $0 <= 0x20 }
      let count = words.count { Scalars.isLower(Scalars.decode(utf8, at: $0.startIndex).value) }
      guard count > 0 else { return false }
      small += count
      all += words.count
    }
    return small * 2 >= all
  }

  /// Where the lines end that a bullet alone on its line marks.
  private func itemEnd(_ index: Int) -> Int {
    var end = index + 1
    guard isAlone(index), end < lines.count, !isAlone(end) else { return end }
    while end < lines.count, !isAlone(end) { end += 1 }
    return end
  }

  private func isAlone(_ line: Int) -> Bool {
    ListMarker.isAlone(utf8, Display.trim(utf8, content(of: line)))
  }

  private func content(of line: Int) -> Range<Int> {
    lines[line].start..<(line + 1 < lines.count ? lines[line + 1].start : utf8.count)
  }

  private mutating func addPiece(_ part: ArraySlice<Line>) {
    guard let first = part.first else { return }
    let end = part.endIndex < lines.count ? lines[part.endIndex].start : utf8.count
    let content = Display.trim(utf8, first.start..<end)
    guard !content.isEmpty else { return }
    let before = pieces.isEmpty ? 0 : part.startIndex == 0 ? gap : max(first.hardBreaks, 1) - 1
    var piece = PlainReader.line(utf8, content, indent: Int(block.indent), gap: before)
    if block.kind != .paragraph { piece.kind = block.kind }
    if block.marker == .hash { piece.marker = .hash }
    if part.count > 1, isAlone(part.startIndex) {
      (piece.kind, piece.marker) = (.item, .bullet)
      piece.body = UInt32(lines[part.startIndex + 1].start)
    }
    piece.isQuoted = block.isQuoted
    piece.isLinked = linkedBytes > plainBytes * 4
    piece.level = max(piece.level, block.level)
    pieces.append(piece)
    gap = 0
  }

  // MARK: Text

  /// A line break that markup asks for.
  mutating func breakLine() {
    space = .none
    isSoftlyBroken = false
    if !lines.isEmpty { breaks += 1 }
  }

  /// The end of a line in the file, which means little.
  mutating func endLine() {
    space = .none
    if !lines.isEmpty { isSoftlyBroken = true }
  }

  /// The end of a cell of a row.
  mutating func endCell() {
    if !lines.isEmpty { cellEnds += 1 }
  }

  /// Takes `bytes`, of which the first stands at `file`.
  mutating func append(_ bytes: ArraySlice<UInt8>, at file: Int) {
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      if Self.isSpace(byte) {
        take(space: byte)
        index += 1
        continue
      }
      var end = index + 1
      while end < bytes.endIndex, !Self.isSpace(bytes[end]) { end += 1 }
      append(word: bytes[index..<end], at: file + index - bytes.startIndex)
      index = end
    }
  }

  private mutating func take(space: UInt8) {
    guard block.isVerbatim, space != 0x20, space != 0x09 else {
      self.space = max(self.space, space == 0x20 ? .blank : space == 0x09 ? .tab : .lineEnd)
      return
    }
    if space == 0x0A { breakLine() }
  }

  private mutating func append(word: ArraySlice<UInt8>, at file: Int) {
    if lines.isEmpty {
      utf8.append(contentsOf: repeatElement(0x0A, count: pieces.isEmpty ? 0 : gap + 1))
      lines.append(Line(start: utf8.count, hardBreaks: 0))
      appendMarker()
    } else if breaks > 0 || isSoftlyBroken {
      utf8.append(contentsOf: repeatElement(0x0A, count: max(breaks, 1)))
      lines.append(Line(start: utf8.count, hardBreaks: breaks))
    } else if cellEnds > 0 {
      utf8.append(contentsOf: repeatElement(0x09, count: cellEnds))
    } else if space != .none {
      utf8.append(space == .tab ? 0x09 : 0x20)
      if nextFile >= 0 { nextFile += 1 }
    }
    (space, breaks, isSoftlyBroken, cellEnds) = (.none, 0, false, 0)
    if file != nextFile { runs.append(PlaceMap.Run(text: utf8.count, file: file)) }
    utf8.append(contentsOf: word)
    if links > 0 { linkedBytes += word.count } else { plainBytes += word.count }
    nextFile = file + word.count
  }

  /// What stands before an item on a page, which Markdown and HTML leave to whoever shows it.
  private mutating func appendMarker() {
    switch block.marker {
    case .bullet: utf8 += "• ".utf8
    case .number: utf8 += "\(block.number). ".utf8
    case .none, .hash: return
    }
    nextFile = -1
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }
}

internal import Bytes
internal import Markup

/// Makes Markdown of lines on pages: what stands apart is a paragraph, what is larger a heading,
/// what stands in columns a table.
struct PDFMarkdown {
  /// Lines that belong together.
  private enum Block {
    case heading(level: Int, [PDFLine])
    case paragraph([PDFLine])
    case item(marker: String, [PDFLine])
    case table([[String]])
  }

  private var blocks: [Block] = []
  /// The usual height of words and width of spaces.
  private let height: Double
  private let space: Double
  /// Words with a hyphen in them that stand within a line.
  private let hyphenated: Set<String>

  static func text(_ pages: [PDFPage]) -> String {
    let lines = withoutFurniture(pages.map { PDFLine.all(of: $0) })
    var markdown = PDFMarkdown(lines.flatMap(\.self))
    for page in lines { markdown.add(page) }
    return markdown.blocks.map(markdown.written).joined(separator: "\n\n")
  }

  private init(_ lines: [PDFLine]) {
    let words = lines.flatMap(\.words)
    height = PDFLine.median(words.map(\.height)) ?? 12
    let gaps = lines.flatMap { line in
      zip(line.words, line.words.dropFirst()).map { max($1.left - $0.right, $0.left - $1.right) }
    }
    // Most gaps of a page that is one table are those between its columns.
    space = min(PDFLine.median(gaps.filter { $0 > 0 }) ?? height, height * 0.3)
    hyphenated = Set(
      lines.flatMap { $0.words.dropLast().map(\.text) }.filter { $0.contains("-") }
        .map { $0.lowercased() })
  }

  /// Without numbers of pages, and what stands at the edge of each of them.
  private static func withoutFurniture(_ pages: [[PDFLine]]) -> [[PDFLine]] {
    var edges: [String: Int] = [:]
    for page in pages {
      for text in Set([page.first, page.last].compactMap { $0?.text }) {
        edges[text, default: 0] += 1
      }
    }
    var seen: Set<String> = []
    return pages.map { page in
      page.enumerated().filter { index, line in
        guard index == 0 || index == page.count - 1 else { return true }
        let text = line.text
        if text.utf8.allSatisfy({ ASCII.isDigit($0) }) { return false }
        return edges[text] ?? 0 < 2 || seen.insert(text).inserted
      }.map(\.element)
    }
  }

  // MARK: Blocks

  private mutating func add(_ page: [PDFLine]) {
    let gap = PDFLine.median(zip(page, page.dropFirst()).map { $1.top - $0.bottom }) ?? 0
    var index = 0
    while index < page.count {
      if let (rows, end) = table(page, from: index) {
        add(rows)
        index = end
        continue
      }
      let line = page[index]
      let isNew =
        index == 0 || line.top - page[index - 1].bottom > max(gap, 0) + height / 4
        || abs(line.height - page[index - 1].height) > height * 0.15
      add(line, isNew: isNew, isFirst: index == 0)
      index += 1
    }
  }

  private mutating func add(_ line: PDFLine, isNew: Bool, isFirst: Bool) {
    if let marker = Self.marker(of: line) {
      blocks.append(.item(marker: marker, [PDFLine(words: Array(line.words.dropFirst()))]))
      return
    }
    let isHeading = line.height > height * 1.15
    switch blocks.last {
    case .heading(let level, let lines) where isHeading && !isNew:
      blocks[blocks.count - 1] = .heading(level: level, lines + [line])
    case .paragraph(let lines) where !isHeading && (!isNew || isFirst && Self.goesOn(lines, line)):
      blocks[blocks.count - 1] = .paragraph(lines + [line])
    case .item(let marker, let lines) where !isHeading && !isNew:
      blocks[blocks.count - 1] = .item(marker: marker, lines + [line])
    default:
      guard isHeading else { return blocks.append(.paragraph([line])) }
      blocks.append(.heading(level: blocks.isEmpty ? 1 : 2, [line]))
    }
  }

  /// Whether a paragraph goes on over the end of a page.
  private static func goesOn(_ lines: [PDFLine], _ next: PDFLine) -> Bool {
    guard let last = lines.last?.text.last, let first = next.text.unicodeScalars.first else {
      return false
    }
    return !".!?:”\"".contains(last) && Scalars.isLower(first.value)
  }

  /// Rows whose table may have begun on the page before.
  private mutating func add(_ rows: [[String]]) {
    if case .table(let before) = blocks.last, before.first?.count == rows.first?.count {
      blocks[blocks.count - 1] = .table(before + rows)
    } else {
      blocks.append(.table(rows))
    }
  }

  private static let bullets = ["•", "●", "◦", "‣", "▪", "■", "–", "-", "*", "·", "o", "\u{F0B7}"]

  private static func marker(of line: PDFLine) -> String? {
    guard line.words.count > 1, let first = line.words.first?.text else { return nil }
    if bullets.contains(first) { return "-" }
    let digits = first.dropLast()
    guard first.hasSuffix(".") || first.hasSuffix(")"), 1...4 ~= digits.utf8.count,
      digits.utf8.allSatisfy({ ASCII.isDigit($0) })
    else { return nil }
    return "\(digits)."
  }

  // MARK: Tables

  private static let rowsMin = 3

  /// The rows from `start` on that share columns, and where they end. A column is where words of
  /// most lines begin at one place, with more than a space before them.
  private func table(_ page: [PDFLine], from start: Int) -> (rows: [[String]], end: Int)? {
    let starts = columns(page[start])
    guard starts.count > 1, Self.marker(of: page[start]) == nil else { return nil }
    // A head may be set in the middle of its column: the first rows tell where columns begin.
    let sample = page[start...].prefix(8).map(columns)
    let column = sample.flatMap { $0.dropFirst() }.filter { place in
      sample.count { $0.dropFirst().contains { abs($0 - place) < 2 } } * 2 > sample.count
    }
    var edges: [Double] = []
    for place in column.sorted() where edges.last.map({ place - $0 > 2 }) ?? true {
      edges.append(place)
    }
    guard !edges.isEmpty else { return nil }
    var rows: [[String]] = []
    var index = start
    while index < page.count, let row = cells(page[index], edges) {
      if row[0].isEmpty, var last = rows.popLast() {
        for (place, cell) in row.enumerated() where !cell.isEmpty { last[place] += " " + cell }
        rows.append(last)
      } else {
        rows.append(row)
      }
      index += 1
    }
    return rows.count < Self.rowsMin ? nil : (rows, index)
  }

  /// Where words begin that have more than a space before them.
  private func columns(_ line: PDFLine) -> [Double] {
    guard let first = line.words.first else { return [] }
    return [first.left]
      + zip(line.words, line.words.dropFirst()).filter { $1.left - $0.right > space * 1.4 }
      .map(\.1.left)
  }

  /// The cells of a line; `nil` where words of it run over the edges of columns.
  private func cells(_ line: PDFLine, _ edges: [Double]) -> [String]? {
    var cells = [[String]](repeating: [], count: edges.count + 1)
    for word in line.words {
      let column = edges.count { $0 - 2 <= word.left }
      if column < edges.count, word.right > edges[column] { return nil }
      cells[column].append(word.text)
    }
    guard cells.count(where: { !$0.isEmpty }) > 1 || cells[0].isEmpty else { return nil }
    return cells.map { $0.joined(separator: " ") }
  }

  // MARK: Writing

  private func written(_ block: Block) -> String {
    switch block {
    case .heading(let level, let lines):
      let text = lines.map { Self.escaped($0.text) }.joined(separator: " ")
      return String(repeating: "#", count: level) + " " + text
    case .paragraph(let lines): return joined(lines).joined(separator: "\n")
    case .item(let marker, let lines):
      return "\(marker) " + joined(lines).joined(separator: "\n  ")
    case .table(let rows):
      let lines = rows.map { "| " + $0.map(Self.escaped).joined(separator: " | ") + " |" }
      let rule = "|" + String(repeating: " --- |", count: rows[0].count)
      return ([lines[0], rule] + lines.dropFirst()).joined(separator: "\n")
    }
  }

  /// The lines, words that are hyphenated at their ends made whole.
  private func joined(_ lines: [PDFLine]) -> [String] {
    var joined: [String] = []
    var rest = ""
    for line in lines {
      var words = line.words.map(\.text)
      if !rest.isEmpty, let first = words.first {
        words[0] = whole(rest, first)
        rest = ""
      }
      if let last = words.last, last.count > 1, last.hasSuffix("-") || last.hasSuffix("\u{AD}"),
        line.words.last?.right != lines.last?.words.last?.right || lines.count > 1
      {
        rest = last
        words.removeLast()
      }
      if !words.isEmpty { joined.append(Self.escaped(words.joined(separator: " "))) }
    }
    if !rest.isEmpty { joined.append(Self.escaped(rest)) }
    return joined
  }

  /// `exam-` and `ple`. The hyphen stays where the word has it elsewhere too, or where a capital
  /// follows.
  private func whole(_ begin: String, _ end: String) -> String {
    let stem = String(begin.dropLast())
    let keeps =
      hyphenated.contains("\(stem)-\(end)".lowercased())
      || !(end.unicodeScalars.first.map { Scalars.isLower($0.value) } ?? false)
    return begin.hasSuffix("-") && keeps ? "\(stem)-\(end)" : stem + end
  }

  /// Text of which nothing is markup.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text {
      if "\\`*_[]<>|#&~".contains(character) { escaped.append("\\") }
      escaped.append(character)
    }
    if let first = escaped.first, "-+=".contains(first) { return "\\" + escaped }
    return escaped
  }
}

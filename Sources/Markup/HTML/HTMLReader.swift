/// Reads HTML: takes the text that a browser would show.
///
/// What no reader takes for the text is left out: scripts, forms, navigation, what is hidden or
/// struck out, images. Elements that stand on lines of their own become blocks of the text.
struct HTMLReader: HTMLVisitor {
  /// Where in the file the bytes of the HTML are from.
  private let origin: PlaceMap
  /// Whether `<wbr>` is the end of a line in a Markdown file.
  private let isMarkdown: Bool
  private(set) var builder = TextBuilder()
  /// What the page says of itself.
  private(set) var language: String?
  private(set) var published: (text: String, offset: Int)?

  private var lists: [List] = []
  /// Blocks within quotes, and lists, are set in.
  private var quotes = 0
  private var isInRow = false
  private var isFirstRow = true
  private var isFirstInItem = false

  private struct List {
    var isNumbered: Bool
    var next: UInt32
  }

  /// Reads valid UTF-8.
  ///
  /// - Throws: `SourceTextError` where it nests too deeply for the parser.
  init(_ html: [UInt8], from origin: PlaceMap, isMarkdown: Bool = false) throws(SourceTextError) {
    self.origin = origin
    self.isMarkdown = isMarkdown
    if let fault = HTMLNesting.fault(in: html) {
      throw SourceTextError(reason: fault.reason, place: origin.place(ofByte: fault.offset))
    }
    HTMLTree.visit(html, &self)
    builder.end()
  }

  // MARK: HTMLVisitor

  mutating func start(_ element: HTMLElement) -> Bool {
    note(element)
    guard element.role != .leftOut, !element.isHidden else { return false }
    switch element.role {
    case .inline, .metadata, .head, .leftOut: break
    case .link: builder.links += 1
    case .lineBreak: if isInRow { builder.endCell() } else { builder.breakLine() }
    case .wordBreak: if isMarkdown { builder.endLine() }
    case .list(let isNumbered):
      let first = element.attributes["start"].flatMap { UInt32($0) } ?? 1
      lists.append(List(isNumbered: isNumbered, next: first))
      beginBlock(gap: lists.count > 1 ? 0 : 1)
    case .item: beginItem(element)
    case .heading(let level):
      builder.begin(TextBuilder.Form(kind: .heading, marker: .hash, level: level))
    case .preformatted: builder.begin(TextBuilder.Form(kind: .code, isVerbatim: true))
    case .table:
      beginBlock()
      isFirstRow = true
    case .row:
      isInRow = !element.isLayout
      if isInRow {
        builder.begin(TextBuilder.Form(kind: .row, indent: indent), gap: isFirstRow ? 1 : 0)
      }
      isFirstRow = false
    case .cell: if !isInRow { beginBlock() }
    case .quote:
      quotes += 1
      beginBlock()
    case .footer:
      if quotes == 0 { return false }
      beginBlock()
    case .block, .rule: beginBlock()
    }
    return true
  }

  mutating func end(_ role: HTMLRole) {
    switch role {
    case .link: builder.links -= 1
    case .cell where isInRow: builder.endCell()
    case .block where isInRow: builder.endCell()
    case .row:
      isInRow = false
      builder.end()
    case .list:
      if !lists.isEmpty { lists.removeLast() }
      beginBlock(gap: lists.isEmpty ? 1 : 0)
    case .item:
      isFirstInItem = false
      builder.end()
    case .quote:
      quotes -= 1
      beginBlock()
    case .block, .heading, .preformatted, .table, .cell, .footer: beginBlock()
    case .inline, .metadata, .head, .leftOut, .lineBreak, .wordBreak, .rule: break
    }
  }

  mutating func text(_ bytes: ArraySlice<UInt8>, at offset: Int) {
    if isFirstInItem, bytes.contains(where: { $0 > 0x20 }) { isFirstInItem = false }
    let origin = origin
    origin.eachRun(offset..<(offset + bytes.count)) { range, file in
      let start = bytes.startIndex + range.lowerBound - offset
      builder.append(bytes[start..<(start + range.count)], at: file)
    }
  }

  // MARK: Blocks

  private var indent: UInt8 { UInt8(min(lists.count * 2 + quotes * 2, 80)) }

  private mutating func beginBlock(gap: Int = 1) {
    guard !isInRow, !isFirstInItem else { return }
    builder.begin(TextBuilder.Form(indent: indent, isQuoted: quotes > 0), gap: gap)
  }

  private mutating func beginItem(_ element: HTMLElement) {
    guard !isInRow else { return }
    var block = TextBuilder.Form(kind: .item, marker: .bullet, indent: indent)
    if let list = lists.indices.last, lists[list].isNumbered {
      block.marker = .number
      block.number = element.attributes["value"].flatMap { UInt32($0) } ?? lists[list].next
      lists[list].next = block.number &+ 1
    }
    builder.begin(block, gap: 0)
    isFirstInItem = true
  }

  private mutating func note(_ element: HTMLElement) {
    let attributes = element.attributes
    if element.name == "html" { language = attributes["lang"] ?? attributes["xml:lang"] }
    guard element.name == "meta", published == nil else { return }
    let name = (attributes["property"] ?? attributes["name"] ?? "").lowercased()
    if Self.dateNames.contains(name), let date = attributes["content"] { published = (date, 0) }
  }

  private static let dateNames = ["article:published_time", "date", "dc.date", "dcterms.date"]
}

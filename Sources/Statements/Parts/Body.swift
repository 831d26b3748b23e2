internal import Markup

/// The fourth stage, third part: what every block is that is neither head nor list: paragraphs,
/// items, headings, lines that name a speaker, salutations, notes, contacts, footers.
struct Body {
  private let page: Page
  private let utf8: [UInt8]
  private var section = Section.text
  private var paragraphs = 0
  /// Where the second half of the running text begins: only there notes and footers do.
  private let lateStart: Int

  /// What the page.blocks at hand belong to.
  private enum Section { case text, notes, contacts, furniture, footer }

  /// Gives every block that has no kind yet its kind.
  static func classify(_ page: Page) {
    var body = Body(page)
    let footerStart = body.footerStart()
    for index in page.blocks.indices {
      if index == footerStart { body.section = .footer }
      body.classify(index)
    }
  }

  private init(_ page: Page) {
    self.page = page
    utf8 = page.utf8
    lateStart = Self.middle(of: page)
  }

  private static func middle(of page: Page) -> Int {
    let prose = page.blocks.indices.filter { page.look($0).isProse }
    let half = prose.reduce(0) { $0 + page.blocks[$1].range.count } / 2
    var before = 0
    for index in prose {
      before += page.blocks[index].range.count
      if before >= half { return Int(page.blocks[index].start) }
    }
    return 0
  }

  /// The block after the last list, when more text stands before it than after it.
  private func footerStart() -> Int? {
    guard
      let last = page.blocks.lastIndex(where: { $0.kind == .signatory || $0.kind == .memberLine })
    else { return nil }
    var before = 0
    var after = 0
    for (index, block) in page.blocks.enumerated() where block.kind == .unknown {
      let length = Int(block.end - block.start)
      if index < last { before += length } else { after += length }
    }
    return after <= before ? last + 1 : nil
  }

  private mutating func classify(_ index: Int) {
    let block = page.blocks[index]
    guard block.kind == .unknown else {
      if block.kind == .listHeading || block.kind == .signatory { section = .text }
      return
    }
    if Furniture.isRule(utf8, block) {
      page.blocks[index].kind = .rule
      if page.look(index).isWhole(.endMarks), paragraphs > 0, Int(block.start) >= lateStart {
        section = .footer
      }
      return
    }
    let look = page.look(index)
    turn(look, block)
    page.blocks[index].kind = kind(look, index)
    if page.blocks[index].kind == .paragraph { paragraphs += 1 }
  }

  /// Goes to another section where the block begins one, or where it cannot be part of the one at
  /// hand. No section takes most of a text.
  private mutating func turn(_ look: Look, _ block: Block) {
    if section == .furniture || section == .contacts, !block.isMarked, look.isProse,
      look.weight >= 8, !look.hasAddress(utf8)
    {
      section = .text
    }
    if look.begins(.attributable) { section = .text }
    guard section != .footer, !block.isMarked, look.weight <= 20 else { return }
    let isLate = Int(block.start) >= lateStart
    if look.isWhole(.endMarks), paragraphs > 0, isLate {
      section = .footer
    } else if look.isWhole(.noteHeadings), isLate {
      section = .notes
    } else if isContactHeading(look) {
      section = .contacts
    } else if look.isWhole(.furnitureHeadings) {
      section = .furniture
    } else if isAbout(look), paragraphs > 1, isLate {
      section = .footer
    }
  }

  private func isContactHeading(_ look: Look) -> Bool {
    look.isWhole(.contactHeadings)
      || (look.begins(.contactHeadings) && (look.endsColon || look.hasAddress(utf8)))
  }

  private func isAbout(_ look: Look) -> Bool {
    look.weight <= 10 && !look.endsSentence && look.begins(Lexicon.abouts)
  }

  private func kind(_ look: Look, _ index: Int) -> Block.Kind {
    switch section {
    case .notes: return .footnote
    case .contacts: return .contact
    case .furniture, .footer: return .footer
    case .text: break
    }
    let block = page.blocks[index]
    if look.weight <= 14, look.begins(.furnitureStarts), !look.isProse { return .footer }
    if block.marker == .hash { return .heading }
    if Furniture.isNote(utf8, block) { return .footnote }
    if Lines.isSalutation(look) { return .salutation }
    if isAttribution(look, index) { return .attribution }
    if block.isMarked { return .item }
    if block.isQuoted, look.endsSentence { return .paragraph }
    let isSaid = look.endsSentence && Mark.hasDouble(utf8, block.range)
    let isLead = look.endsColon && look.weight >= (isOverItems(index) ? 4 : 6)
    if look.isProse || isSaid || (isLead && (!look.isCapitalized || look.weight >= 15)) {
      return .paragraph
    }
    if Lines.isDateline(utf8, look) { return .dateline }
    let isSubtitle = index > 0 && page.blocks[index - 1].kind == .title
    return look.weight >= 12 && !look.isCapitalized && !isSubtitle ? .paragraph : .heading
  }

  /// `Jane Doe, Chair of Test Society, said:` on a line of its own, before a quotation; or
  /// `– Jane Doe, Chair` after one.
  private func isAttribution(_ look: Look, _ index: Int) -> Bool {
    guard look.weight <= 40, !look.opensQuote else { return false }
    if look.begins(.attributable), !look.endsSentence { return true }
    if look.endsColon {
      // `We ask for three things:` leads a list.
      return !look.isFound(.signatoryWords) && !isOverItems(index)
        && Attribution.before(utf8, page.blocks[index].range)?.isDocument == false
    }
    guard index > 0, !page.blocks[index].isMarked || page.blocks[index].marker == .bullet,
      endsQuotation(page.blocks[index - 1]) || isAboveQuotation(index)
        || (page.blocks[index - 1].isQuoted && page.blocks[index - 1].kind == .paragraph)
    else { return false }
    let line = Int(page.blocks[index].start)..<Int(page.blocks[index].end)
    return Attribution.signature(utf8, line) != nil
  }

  private func isOverItems(_ index: Int) -> Bool {
    index + 1 < page.blocks.count && page.blocks[index + 1].isMarked
      && !page.look(index + 1).opensQuote
  }

  /// Whether the next block is a quotation, and this one not part of the head.
  private func isAboveQuotation(_ index: Int) -> Bool {
    guard paragraphs > 0, index + 1 < page.blocks.count else { return false }
    let next = page.look(index + 1)
    return next.opensQuote && next.isProse && !page.look(index).endsSentence
  }

  /// Whether a closing mark stands at the end of the block.
  private func endsQuotation(_ block: Block) -> Bool {
    guard block.kind == .paragraph || block.kind == .item,
      let last = Scalars.last(utf8, block.range, where: { !Sentence.isStop($0) && $0 != 0x2C })
    else { return false }
    return Mark.closes(Scalars.decode(utf8, at: last.lowerBound).value)
  }
}

extension Statement {
  /// Reads a statement from the bytes of its file: the row of stages from bytes to value.
  ///
  /// `isChecked` tells whether an editor is to be told what looks wrong: who only serves the text
  /// saves the time.
  ///
  /// - Throws: `SourceTextError` when the bytes are no UTF-8 or too many; nothing else can fail.
  /// - Complexity: O(count).
  package static func read(_ bytes: [UInt8], isChecked: Bool = true) throws(SourceTextError)
    -> Statement
  {
    let codePoints = try UTF8Text.codePoints(in: bytes)
    let header = FrontMatter.read(bytes)
    let text = SourceText(bytes, codePoints: codePoints, after: header)
    let utf8 = text.utf8

    let page = Page(utf8)
    let title = Head.classify(page)
    let lists = SignatoryLists.find(page)
    Body.classify(page)
    let blocks = page.blocks
    let speech = Speech(utf8, blocks)
    let utterances = Speakers.resolved(utf8, blocks, speech.utterances)
    let parties = lists.flatMap { Parties.read(utf8, $0) }
    let language = Language.detect(utf8, blocks)
    let findings =
      isChecked
      ? Checks.find(
        Checks.Input(
          utf8: utf8, blocks: blocks, title: title, utterances: utterances, faults: speech.faults,
          parties: parties)) : []

    let ranges = CodePointIndex(text)
    let paragraphs = Paragraphs(blocks)
    return Statement(
      text: text,
      frontMatter: header.frontMatter,
      title: title.map { ranges.range($0) },
      publishedOn: header.frontMatter.publishedOn ?? PublicationDate.find(utf8, blocks),
      language: header.frontMatter.language ?? language.tag,
      direction: TextDirection(of: header.frontMatter.language) ?? language.direction,
      paragraphs: paragraphs.ranges.map { ranges.range($0) },
      quotations: utterances.map { Quotation($0, ranges, paragraphs, utf8) },
      signatories: parties.map { Signatory($0, ranges) },
      diagnostics: header.diagnostics + (isChecked ? HiddenCharacters.find(bytes) : [])
        + Diagnostic.all(findings, text, ranges))
  }
}

/// The paragraphs of a text: blocks of body text and items of its lists.
struct Paragraphs {
  var ranges: [Range<Int>] = []
  private var blocks: [Int] = []

  init(_ all: [Block]) {
    for (index, block) in all.enumerated() where block.kind == .paragraph || block.kind == .item {
      ranges.append(block.range)
      blocks.append(index)
    }
  }

  /// The paragraph that a block is. O(log count).
  func index(ofBlock block: Int) -> Int? {
    var low = 0
    var high = blocks.count
    while low < high {
      let middle = (low + high) / 2
      if blocks[middle] < block { low = middle + 1 } else { high = middle }
    }
    return low < blocks.count && blocks[low] == block ? low : nil
  }
}

extension SourceText {
  fileprivate init(_ bytes: [UInt8], codePoints: Int, after header: FrontMatter.Header) {
    guard header.textStart > 0 else {
      self.init(utf8: bytes, codePointCount: codePoints, linesBefore: 0)
      return
    }
    let dropped = bytes[..<header.textStart].count { $0 & 0xC0 != 0x80 }
    self.init(
      utf8: Array(bytes[header.textStart...]), codePointCount: codePoints - dropped,
      linesBefore: header.lines)
  }
}

extension TextDirection {
  /// The direction of a language's usual script; `nil` without a language.
  init?(of language: String?) {
    guard let language else { return nil }
    let subtags = language.lowercased().split(separator: "-")
    if subtags.contains("arab") || subtags.contains("hebr") {
      self = .rightToLeft
    } else if subtags.contains("latn") || subtags.contains("cyrl") {
      self = .leftToRight
    } else {
      let rightToLeft: [Substring] = ["ar", "fa", "he", "ug", "ur", "ps", "ckb", "yi", "dv", "sd"]
      self = subtags.first.map(rightToLeft.contains) ?? false ? .rightToLeft : .leftToRight
    }
  }
}

extension Quotation {
  fileprivate init(
    _ utterance: Utterance, _ ranges: CodePointIndex, _ paragraphs: Paragraphs, _ utf8: [UInt8]
  ) {
    func range(_ bytes: Range<Int>?) -> TextRange? {
      bytes.map { ranges.range(Spans.closed(utf8, $0)) }
    }
    self.init(
      segments: utterance.segments.map { ranges.range($0) },
      speaker: utterance.speaker.map { ranges.range($0) }, speakerKind: utterance.kind,
      role: range(utterance.role), affiliation: range(utterance.affiliation),
      attribution: range(utterance.attribution),
      paragraph: paragraphs.index(ofBlock: utterance.block))
  }
}

extension Signatory {
  fileprivate init(_ party: Party, _ ranges: CodePointIndex) {
    self.init(
      name: ranges.range(party.name), kind: party.kind,
      role: party.role.map { ranges.range($0) },
      affiliation: party.affiliation.map { ranges.range($0) },
      country: party.country.map { code in
        Country(code: code, asStated: party.countryRange.map { ranges.range($0) })
      })
  }
}

extension Diagnostic {
  fileprivate static func all(
    _ findings: [Checks.Finding], _ text: SourceText, _ ranges: CodePointIndex
  ) -> [Diagnostic] {
    var cursor = PlaceCursor(linesBefore: text.linesBefore)
    return findings.map { finding in
      Diagnostic(
        severity: .warning, range: ranges.range(finding.range),
        place: cursor.place(of: finding.range.lowerBound, in: text.utf8),
        message: finding.message)
    }
  }
}

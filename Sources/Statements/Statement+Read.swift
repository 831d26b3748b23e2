internal import Bytes
package import Markup

extension Statement {
  /// Reads a statement from the bytes of its file.
  ///
  /// - Throws: `SourceTextError` when the bytes are no text or too many; nothing else can fail.
  /// - Complexity: O(count).
  package static func read(_ bytes: [UInt8], as format: FileFormat = .plain, isChecked: Bool = true)
    throws(SourceTextError) -> Statement
  { read(try Document(bytes, as: format, isChecked: isChecked), isChecked: isChecked) }

  /// Reads a statement: the row of stages from a document to a value.
  ///
  /// `isChecked` tells whether an editor is to be told what looks wrong: who only serves the text
  /// saves the time. O(count).
  package static func read(_ document: Document, isChecked: Bool = true) -> Statement {
    let text = document.text
    let utf8 = text.utf8

    let page = Page(document)
    let evidence = Evidence(page)
    let title = Head.classify(page, evidence)
    let lists = SignatoryLists.find(page, evidence)
    Body.classify(page)
    let blocks = page.blocks
    let speech = Speech(utf8, blocks)
    let utterances = Speakers.resolved(utf8, blocks, speech.utterances)
    let parties = lists.flatMap { Parties.read(utf8, $0) }
    let language = Language.detect(utf8, blocks)
    let stated = Stated(document)
    let date = stated.date ?? PublicationDate.find(utf8, blocks)
    let findings =
      isChecked
      ? Checks.find(
        CheckInput(
          utf8: utf8, blocks: blocks, title: title, utterances: utterances, faults: speech.faults,
          parties: parties, date: date)) : []

    let ranges = CodePointIndex(text)
    let paragraphs = Paragraphs(blocks)
    return Statement(
      text: text, file: document.file, frontMatter: document.frontMatter,
      title: title.map { ranges.range($0) }, publishedOn: date,
      language: stated.language ?? language.tag,
      direction: TextDirection(of: stated.language) ?? language.direction,
      paragraphs: paragraphs.ranges.map { ranges.range($0) },
      quotations: utterances.map { Quotation($0, ranges, paragraphs, utf8) },
      signatories: parties.map { Signatory($0, ranges) },
      diagnostics: stated.diagnostics + Diagnostic.all(findings, document.places, ranges))
  }
}

/// What the file itself says of its text.
private struct Stated {
  var date: CalendarDate?
  var language: String?
  var diagnostics: [Diagnostic] = []

  init(_ document: Document) {
    language = document.frontMatter.language ?? document.language
    diagnostics = document.diagnostics
    for given in document.frontMatter.dates {
      date = Self.date(given.text)
      if date != nil { return }
      guard given.key == "publishedOn" else { continue }
      let later = diagnostics.firstIndex { $0.place.map { $0.line > given.place.line } ?? true }
      diagnostics.insert(
        Diagnostic(
          severity: .warning, place: given.place,
          message: "\(given.key) is not a date like 2024-05-17"), at: later ?? diagnostics.endIndex)
    }
  }

  /// `2024-05-17`, with a time and zone behind it, or in words.
  private static func date(_ text: String) -> CalendarDate? {
    let day = text.prefix(10)
    if let date = CalendarDate(iso: String(day)), text.dropFirst(10).first.map(isTimeStart) ?? true
    {
      return date
    }
    let utf8 = Array(text.utf8)
    return DateReader.first(utf8, in: Word.all(utf8, 0..<utf8.count, limit: 20))?.date
  }

  private static func isTimeStart(_ character: Character) -> Bool { " Tt".contains(character) }
}

/// The paragraphs of a text: blocks of body text and items of its lists.
struct Paragraphs {
  private(set) var ranges: [Range<Int>] = []
  /// Of each block that is one, its place among the paragraphs.
  private(set) var places: [Int: Int] = [:]

  init(_ all: [Block]) {
    for (index, block) in all.enumerated() where block.kind == .paragraph || block.kind == .item {
      places[index] = ranges.count
      ranges.append(block.range)
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
      role: range(utterance.told.role), affiliation: range(utterance.told.affiliation),
      attribution: range(utterance.attribution),
      paragraph: paragraphs.places[utterance.block])
  }
}

extension Signatory {
  fileprivate init(_ party: Party, _ ranges: CodePointIndex) {
    self.init(
      name: ranges.range(party.name), kind: party.kind, role: party.role.map { ranges.range($0) },
      affiliation: party.affiliation.map { ranges.range($0) },
      country: party.country.map { code in
        Country(code: code, asStated: party.countryRange.map { ranges.range($0) })
      })
  }
}

extension Diagnostic {
  fileprivate static func all(_ findings: [Finding], _ places: PlaceMap, _ ranges: CodePointIndex)
    -> [Diagnostic]
  {
    zip(findings, places.places(ofBytes: findings.map(\.range.lowerBound))).map { finding, place in
      Diagnostic(
        severity: .warning, range: ranges.range(finding.range), place: place,
        message: finding.message)
    }
  }
}

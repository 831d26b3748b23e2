internal import Bytes
package import Markup

/// A document as it was read: the statement, and what an editor may ask of how it came about.
///
/// The statement may be corrected before it is checked.
package struct Reading {
  package let document: Document
  /// What was read, whatever is corrected.
  package let read: Statement
  package var statement: Statement
  private let blocks: [Block]
  private let faults: [MarkFault]
  /// The numbers that the text gives signatories, by the byte where their names begin.
  private let numbers: [UInt32: UInt32]

  /// The row of stages from a document to a statement. O(count).
  package init(_ document: Document) {
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

    let ranges = CodePointIndex(text)
    let paragraphs = Paragraphs(blocks)
    self.document = document
    self.blocks = blocks
    faults = speech.faults
    numbers = parties.reduce(into: [:]) { numbers, party in
      if party.number > 0 { numbers[UInt32(party.name.lowerBound)] = party.number }
    }
    read = Statement(
      text: text, file: document.file, frontMatter: document.frontMatter,
      title: title.map { ranges.range($0) },
      publishedOn: stated.date ?? PublicationDate.find(utf8, blocks),
      language: stated.language ?? language.tag,
      direction: TextDirection(of: stated.language) ?? language.direction,
      paragraphs: paragraphs.ranges.map { ranges.range($0) },
      quotations: utterances.map { Quotation($0, ranges, paragraphs, utf8) },
      signatories: parties.map { Signatory($0, ranges) },
      diagnostics: stated.diagnostics)
    statement = read
  }

  /// The statement as it is now, with what an editor should look at. O(count).
  package var checked: Statement {
    var checked = statement
    let text = statement.text
    let found = Checks.find(
      CheckInput(
        utf8: text.utf8, blocks: blocks, title: statement.title?.utf8Offsets,
        quotations: statement.quotations, faults: faults,
        signers: statement.signatories.filter { text.contains($0.name) }.map { signatory in
          CheckInput.Signer(
            name: signatory.name.utf8Offsets, kind: signatory.kind,
            number: numbers[signatory.name.utf8Start] ?? 0)
        }, signatoryCount: statement.signatoryCount, date: statement.publishedOn))
    let ranges = CodePointIndex(text)
    let places = document.places.places(ofBytes: found.map(\.range.lowerBound))
    checked.diagnostics += zip(found, places).map { finding, place in
      Diagnostic(
        severity: .warning, range: ranges.range(finding.range), place: place,
        message: finding.message)
    }
    return checked
  }

  /// The blocks of the text in their order, each with what it was taken for, such as `paragraph`.
  package var labels: [(range: Range<Int>, label: String)] {
    blocks.map { ($0.range, String(describing: $0.kind)) }
  }

  /// Where the text gives the date of publication.
  package var dateRange: Range<Int>? {
    guard let date = statement.publishedOn else { return nil }
    let utf8 = statement.text.utf8
    for block in blocks where [.dateline, .paragraph, .listHeading, .title].contains(block.kind) {
      let words = Look(utf8, block).words
      guard let found = DateReader.first(utf8, in: words), found.date == date else { continue }
      return words[found.words.lowerBound].start..<words[found.words.upperBound - 1].end
    }
    return nil
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
      segments: utterance.segments.map { ranges.range($0) }, speakerKind: utterance.kind,
      paragraph: paragraphs.places[utterance.block])
    speaker = utterance.speaker.map { ranges.range($0) }
    role = range(utterance.told.role)
    affiliation = range(utterance.told.affiliation)
    attribution = range(utterance.attribution)
  }
}

extension Signatory {
  fileprivate init(_ party: Party, _ ranges: CodePointIndex) {
    self.init(
      name: ranges.range(party.name), kind: party.kind,
      country: party.country.map { code in
        Country(code: code, asStated: party.countryRange.map { ranges.range($0) })
      },
      details: Details(
        role: party.role.map { ranges.range($0) },
        affiliation: party.affiliation.map { ranges.range($0) }))
  }
}

internal import Bytes
internal import Corrections
internal import JSON5
internal import Markup
internal import Statements

/// What the page shows of one text.
struct Reviewed {
  let name: String
  let statement: Statements.Statement
  let correctionsName: String
  private let reading: Reading
  private let lines: CorrectionLines
  private let dateRange: Range<Int>?
  /// Lines of what was read, by where it begins.
  private let signatoryLines: [UInt32: String]
  private let quotationLines: [UInt32: String]
  let findings: [Told]

  /// Something to look at, and where.
  struct Told {
    var severity: Diagnostic.Severity
    var place: String
    var message: String
    var range: Range<Int>?
    var isInText: Bool { range != nil }
  }

  init(
    _ reading: Reading, _ name: String, _ corrections: String?, _ told: [Diagnostic]
  ) {
    self.name = VisibleText.of(name)
    self.reading = reading
    let checked = reading.checked
    statement = checked
    correctionsName = VisibleText.of(corrections ?? "NAME.corrections.json5")
    lines = CorrectionLines(reading.read)
    dateRange = reading.dateRange
    signatoryLines = Self.byStart(reading.read.signatories.map(\.name), lines.signatoryLines)
    quotationLines = Self.byStart(
      reading.read.quotations.map { $0.segments[0] }, lines.quotationLines)
    let file = correctionsName
    findings =
      told.map { Told($0, "\(file):", nil) }
      + checked.diagnostics.map { Told($0, "line ", $0.range?.utf8Offsets) }
  }

  private static func byStart(_ ranges: [TextRange], _ lines: [String]) -> [UInt32: String] {
    Dictionary(zip(ranges.map(\.start), lines)) { first, _ in first }
  }

  // MARK: Words

  /// Language and direction of words of the text.
  var direction: HTMLWriter.Attributes {
    ["lang": statement.language ?? "", "dir": statement.direction.rawValue]
  }

  func shown(_ range: TextRange?) -> String? {
    range.map { VisibleText.of(statement.string(at: $0)) }
  }

  var facts: [(String, String)] {
    [
      ("Title", statement.shownTitle.map(VisibleText.of) ?? "none"),
      ("Published", statement.publishedOn?.iso ?? "no date"),
      ("Language", "\(statement.language ?? "unknown"), \(statement.direction.rawValue)"),
      ("Paragraphs", "\(statement.paragraphs.count)"),
      ("Quotations", "\(statement.quotations.count)"),
      (
        "Signatories",
        statement.withdrawnCount == 0
          ? "\(statement.signatoryCount)"
          : "\(statement.signatoryCount), and \(statement.withdrawnCount) withdrawn"
      ),
      ("Served", release),
    ]
  }

  private var release: String {
    switch statement.frontMatter.release {
    case .atOnce: "at once"
    case .from: "from the end of its embargo on"
    case .never: "not: it is a draft"
    }
  }

  func country(of signatory: Signatory) -> String {
    guard let country = signatory.country else { return "" }
    return shown(country.asStated).map { "\(country.code) (“\($0)”)" } ?? "\(country.code)"
  }

  func remarks(on signatory: Signatory) -> [String] {
    let details = signatory.details
    return [
      statement.text.contains(signatory.name) ? nil : "added later, not in the text",
      details.signedOn.map { "signed on \($0.iso)" },
      details.withdrawnOn.map { "withdrawn on \($0.iso)" },
      details.note.map(VisibleText.of),
    ].compactMap(\.self)
  }

  /// The line to copy about what was read; `nil` where corrections made it.
  func line(of signatory: Signatory) -> String? { signatoryLines[signatory.name.start] }
  func line(of quotation: Quotation) -> String? {
    quotation.segments.first.flatMap { quotationLines[$0.start] }
  }

  // MARK: The text

  func writeText(into section: inout HTMLWriter) {
    var text = MarkedText(statement.text.utf8, marks)
    let labels = reading.labels
    let blocks = labels.map(\.range)
    let paragraphs = Self.within(blocks, statement.paragraphs.map(\.utf8Offsets))
    let read = Self.within(blocks, reading.read.paragraphs.map(\.utf8Offsets))
    let signatories = Self.within(
      blocks,
      statement.signatories.map { signatory in
        statement.text.contains(signatory.name) ? signatory.name.utf8Offsets : 0..<0
      })
    section.element("div", ["class": "text", "lang": statement.language ?? ""]) { body in
      var end = 0
      for (index, (range, label)) in labels.enumerated() {
        if range.lowerBound > end { writeGap(end..<range.lowerBound, into: &body) }
        let parts = parts(in: range, paragraphs[index], signatories[index])
        let advice =
          parts.isEmpty
          ? untakenLines(range)
          : read[index].map { "paragraphs: { remove: [\(lines.paragraphLines[$0].dropLast())] }," }
        body.element("div", ["class": parts.isEmpty ? "block untaken" : "block"]) { block in
          let told = parts.isEmpty ? "Not taken: \(label)" : parts.joined(separator: ", ")
          block.element("p", ["class": "label", "lang": "en"], told)
          block.element("div", ["class": "words", "dir": statement.direction.rawValue]) { words in
            text.write(range, into: &words)
          }
          guard !advice.isEmpty else { return }
          block.element("div", ["lang": "en"]) { foot in
            MarkedText.writeLines(advice, of: told.lowercased(), into: &foot)
          }
        }
        end = max(end, range.upperBound)
      }
    }
  }

  /// For each block the indexes of the ranges that it shares bytes with. Blocks ascend.
  /// O(ranges · log blocks).
  private static func within(_ blocks: [Range<Int>], _ ranges: [Range<Int>]) -> [[Int]] {
    var within = [[Int]](repeating: [], count: blocks.count)
    for (index, range) in ranges.enumerated() {
      var low = 0
      var high = blocks.count
      while low < high {
        let middle = (low + high) / 2
        if blocks[middle].upperBound <= range.lowerBound { low = middle + 1 } else { high = middle }
      }
      while low < blocks.count, blocks[low].lowerBound < range.upperBound {
        within[low].append(index)
        low += 1
      }
    }
    return within
  }

  /// What stands between blocks: markers and rules.
  private func writeGap(_ range: Range<Int>, into body: inout HTMLWriter) {
    let trimmed = Display.trim(statement.text.utf8, range)
    if trimmed.isEmpty { return }
    let words = VisibleWords.of(statement.text.utf8[trimmed])
    body.element("span", ["class": "marker", "dir": statement.direction.rawValue], words)
  }

  private func overlaps(_ range: TextRange?, _ block: Range<Int>) -> Bool {
    guard let range, statement.text.contains(range) else { return false }
    return range.utf8Offsets.overlaps(block)
  }

  /// What the statement has of a block.
  private func parts(in block: Range<Int>, _ paragraphs: [Int], _ signatories: [Int]) -> [String] {
    var parts: [String] = []
    if overlaps(statement.title, block) { parts.append("Title") }
    if dateRange?.overlaps(block) ?? false { parts.append("Date") }
    parts += paragraphs.map { "Paragraph \($0 + 1)" }
    if let first = signatories.first {
      parts.append(
        signatories.count == 1 ? "Signatory \(first + 1)" : "\(signatories.count) signatories")
    }
    return parts
  }

  private func untakenLines(_ block: Range<Int>) -> [String] {
    let words = Display.string(statement.text.utf8, block)
    if words.isEmpty { return [] }
    let first = words.split(separator: " ").prefix(6).joined(separator: " ")
    let last = words.split(separator: " ").suffix(6).joined(separator: " ")
    return [
      "title: \(JSON5.quoted(String(words.prefix(200)))),",
      "signatories: { add: [{ name: \(JSON5.quoted(String(words.prefix(200)))) }] },",
      "paragraphs: { add: [{ from: \(JSON5.quoted(first)), to: \(JSON5.quoted(last)) }] },",
    ]
  }

  private var marks: [MarkedText.Highlight] {
    var marks: [MarkedText.Highlight] = []
    func add(_ range: TextRange?, _ look: String, _ label: String? = nil, _ target: String? = nil) {
      guard let range, statement.text.contains(range) else { return }
      marks.append(
        MarkedText.Highlight(range: range.utf8Offsets, look: look, label: label, target: target))
    }
    add(statement.title, "title")
    if let range = dateRange { marks.append(MarkedText.Highlight(range: range, look: "date")) }
    for (index, quotation) in statement.quotations.enumerated() {
      let target = "quotation-\(index + 1)"
      for (place, segment) in quotation.segments.enumerated() {
        add(segment, "quotation", place == 0 ? "Quotation \(index + 1)" : nil, target)
      }
      for range in [quotation.speaker, quotation.role, quotation.affiliation] {
        add(range, range == quotation.speaker ? "speaker" : "said")
      }
    }
    for (index, signatory) in statement.signatories.enumerated() {
      add(
        signatory.name, signatory.isWithdrawn ? "signatory withdrawn" : "signatory",
        "\(index + 1)", "signatory-\(index + 1)")
      for range in [signatory.role, signatory.affiliation, signatory.country?.asStated] {
        add(range, "said")
      }
    }
    for (index, finding) in findings.enumerated() {
      guard let range = finding.range else { continue }
      marks.append(
        MarkedText.Highlight(
          range: range, look: "finding", label: "Finding \(index + 1)",
          target: "finding-\(index + 1)"))
    }
    return marks
  }
}

extension Reviewed.Told {
  init(_ diagnostic: Diagnostic, _ before: String, _ range: Range<Int>?) {
    let place = diagnostic.place.map { "\($0.line):\($0.column)" } ?? "1:1"
    self.init(
      severity: diagnostic.severity, place: before + place, message: diagnostic.message,
      range: range?.isEmpty ?? true ? nil : range)
  }
}

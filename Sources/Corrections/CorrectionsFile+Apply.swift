internal import Bytes
package import Markup
package import Statements

extension CorrectionsFile {
  /// Corrects what was read of a text, and gives what an editor should know of it, with the places
  /// in this file. Where an error is among it, the statement is not as the editor says.
  ///
  /// What was read is corrected, and not what was corrected before: once or twice is the same.
  ///
  /// - Complexity: O(text) for each name or word that is said to stand in it.
  package func apply(to reading: inout Reading) -> [Diagnostic] {
    var corrector = Corrector(reading.read)
    corrector.correctHead(self)
    corrector.correctParagraphs(self)
    corrector.correctSignatories(self)
    corrector.correctQuotations(self)
    reading.statement = corrector.statement
    return corrector.findings.sorted { left, right in
      guard let first = left.place, let second = right.place else { return false }
      return (first.line, first.column) < (second.line, second.column)
    }
  }
}

/// A statement on its way to what its editor says, and what is found on the way.
struct Corrector {
  typealias Words = CorrectionsFile.Words

  var statement: Statements.Statement
  let finder: TextFinder
  private(set) var findings: [Diagnostic] = []
  private var suggestions = 0

  private static let findingsMax = 100
  /// Each takes time.
  private static let suggestionsMax = 10

  init(_ statement: Statements.Statement) {
    self.statement = statement
    finder = TextFinder(statement.text)
  }

  /// Whether so much is told that more would be no help.
  var isFull: Bool { findings.count >= Self.findingsMax }

  mutating func warn(_ place: Place, _ message: String) { tell(.warning, place, message) }
  mutating func fail(_ place: Place, _ message: String) { tell(.error, place, message) }

  private mutating func tell(_ severity: Diagnostic.Severity, _ place: Place, _ message: String) {
    guard !isFull else { return }
    findings.append(Diagnostic(severity: severity, place: place, message: message))
  }

  /// That a correction says what was read anyway.
  mutating func warnNeedless(_ words: Words) {
    warn(words.place, "“\(words.text)” is read so already: this correction is needless")
  }

  /// That words do not stand in the text, which its corrections say; with what much like them does.
  mutating func failMissing(_ words: Words, _ way: String = "") {
    var advice = ""
    if suggestions < Self.suggestionsMax {
      suggestions += 1
      advice = finder.likeness(to: words.text).map { "; did you mean “\($0)”?" } ?? ""
    }
    fail(words.place, "“\(words.text)” does not stand in the text\(advice)\(way)")
  }

  /// The place of the words that is nearest to `anchor`; that they have none is told.
  mutating func place(_ words: Words, near anchor: TextRange) -> TextRange? {
    if let range = finder.nearest(words.text, to: anchor) { return range }
    failMissing(words)
    return nil
  }

  /// What becomes of a member of the text.
  mutating func changed(
    _ old: TextRange?, _ change: CorrectionsFile.Change<Words>, near anchor: TextRange
  ) -> TextRange? {
    switch change {
    case .stays: old
    case .nothing: nil
    case .to(let words):
      if let old, statement.string(at: old) == words.text {
        old
      } else {
        place(words, near: anchor)
      }
    }
  }

  /// Which of the things that were read are meant, by the indexes of those whose words fit. That
  /// none or several are is told.
  mutating func chosen(
    _ choice: CorrectionsFile.Choice, among found: [Int], _ what: String,
    known: @autoclosure () -> [String]
  ) -> Int? {
    let words = choice.words
    if let number = choice.occurrence, number <= found.count { return found[number - 1] }
    if choice.occurrence == nil, found.count > 1 {
      fail(
        words.place,
        "“\(words.text)” is read \(found.count) times: say which one, as occurrence: 2")
      return nil
    }
    if choice.occurrence == nil, let only = found.first { return only }
    var advice = ""
    if suggestions < Self.suggestionsMax {
      suggestions += 1
      advice =
        Suggestion.name(to: words.text, among: known()).map { "; did you mean “\($0)”?" } ?? ""
    }
    warn(words.place, "no \(what) “\(words.text)” is read: this corrects nothing\(advice)")
    return nil
  }

  // MARK: Title, date, language

  mutating func correctHead(_ file: CorrectionsFile) {
    if let title = file.title {
      if statement.shownTitle == title.text { warnNeedless(title) }
      statement.frontMatter.title = title.text
      statement.title = finder.first(title.text) ?? statement.title
    }
    if file.publishedOn.isMade {
      if statement.publishedOn == file.publishedOn.value, let place = file.places["publishedOn"] {
        warn(place, "the date is read so already: this correction is needless")
      }
      statement.publishedOn = file.publishedOn.value
    }
    if let tag = file.inLanguage {
      if statement.language == tag.text { warnNeedless(tag) }
      statement.setLanguage(tag.text)
    }
  }

  // MARK: Paragraphs

  mutating func correctParagraphs(_ file: CorrectionsFile) {
    guard
      !(file.removedParagraphs.isEmpty && file.mergedParagraphs.isEmpty
        && file.addedParagraphs.isEmpty)
    else { return }
    let read = statement.paragraphs
    let beginnings = read.map { statement.string(at: $0) }
    var paragraphs: [TextRange?] = read
    func fitting(_ choice: CorrectionsFile.Choice) -> [Int] {
      read.indices.filter { beginnings[$0].hasPrefix(choice.words.text) }
    }
    func known(_ choice: CorrectionsFile.Choice) -> [String] {
      beginnings.map { String($0.prefix(choice.words.text.count)) }
    }
    for choice in file.mergedParagraphs {
      guard let index = chosen(choice, among: fitting(choice), "paragraph", known: known(choice))
      else {
        continue
      }
      guard let before = paragraphs[..<index].lastIndex(where: { $0 != nil }),
        let first = paragraphs[before], let second = paragraphs[index]
      else {
        fail(choice.words.place, "“\(choice.words.text)” has no paragraph before it to go on with")
        continue
      }
      paragraphs[before] = TextRange(
        start: first.start, end: second.end, utf8Start: first.utf8Start, utf8End: second.utf8End)
      paragraphs[index] = nil
    }
    for choice in file.removedParagraphs {
      if let index = chosen(choice, among: fitting(choice), "paragraph", known: known(choice)) {
        paragraphs[index] = nil
      }
    }
    statement.paragraphs = paragraphs.compactMap(\.self)
    for paragraph in file.addedParagraphs { add(paragraph) }
    statement.paragraphs.sort { $0.start < $1.start }
    for index in statement.quotations.indices {
      statement.quotations[index].paragraph = paragraph(of: statement.quotations[index].segments)
    }
  }

  private mutating func add(_ paragraph: CorrectionsFile.AddedParagraph) {
    let taken = statement.paragraphs
    func isFree(_ range: TextRange) -> Bool { !taken.contains { $0.overlaps(range) } }
    guard let first = finder.first(paragraph.from.text, where: isFree) else {
      if let whole = finder.first(paragraph.from.text) {
        let read = taken.first { $0.overlaps(whole) }.map { statement.string(at: $0) } ?? ""
        warn(paragraph.from.place, "it stands in the paragraph “\(read.prefix(40))” already")
      } else {
        failMissing(paragraph.from)
      }
      return
    }
    var range = first
    if let to = paragraph.to {
      guard let last = finder.first(to.text, from: Int(first.utf8Start)) else {
        failMissing(to)
        return
      }
      range.end = max(range.end, last.end)
      range.utf8End = max(range.utf8End, last.utf8End)
    }
    guard isFree(range) else {
      fail(paragraph.from.place, "it runs over another paragraph: remove that as well")
      return
    }
    statement.paragraphs.append(range)
  }

  /// The index of the paragraph in which a quotation begins.
  func paragraph(of segments: [TextRange]) -> Int? {
    guard let start = segments.first?.start else { return nil }
    return statement.paragraphs.firstIndex { $0.start <= start && start < $0.end }
  }
}

internal import Bytes
internal import Markup

/// What a text holds and the statement does not: what an editor takes for read and is lost.
struct Losses {
  private let input: CheckInput
  private var findings: [Finding] = []
  private var utf8: [UInt8] { input.utf8 }
  private var blocks: [Block] { input.blocks }

  /// Words of a passage in marks that is probably somebody's.
  private static let passageWordsMin = 8
  /// Of running text that is in no paragraph.
  private static let sentenceWordsMin = 25

  static func find(_ input: CheckInput) -> [Finding] {
    var losses = Losses(input: input)
    losses.findEmptyHeadings()
    losses.findProse()
    losses.findPassages()
    losses.findNames()
    losses.findDates()
    return losses.findings
  }

  private init(input: CheckInput) { self.input = input }

  private mutating func report(_ range: Range<Int>, _ message: String) {
    if findings.count < Finding.countMax {
      findings.append(Finding(range: range, message: message))
    }
  }

  /// A heading over signatories under which none was found.
  private mutating func findEmptyHeadings() {
    guard input.signers.isEmpty else { return }
    for (index, block) in blocks.enumerated() where block.kind == .heading {
      guard index + 1 < blocks.count, Look(utf8, block).isWhole(.signatoryWords) else { continue }
      report(block.range, "no signatories found below this heading")
    }
  }

  /// Sentences that are taken for names, and texts of which most is taken for furniture.
  private mutating func findProse() {
    var read = 0
    var left = 0
    var first: Block?
    for block in blocks {
      let look = Look(utf8, block)
      guard look.isProse else { continue }
      switch block.kind {
      case .paragraph, .item, .salutation, .attribution, .title, .document: read += look.weight
      case .signatory
      where look.endsSentence && look.weight >= Self.sentenceWordsMin
        && look.smallShare.small * 2 > look.smallShare.all:
        report(block.range, "a sentence is taken for a signatory")
      case .footer, .contact, .navigation:
        left += look.weight
        first = first ?? (look.weight >= Self.sentenceWordsMin ? block : nil)
      default: break
      }
    }
    if let first, left > read {
      report(first.range, "most of the text is taken for the page around it, from here on")
    }
  }

  /// Sentences in quotation marks that are no quotation.
  private mutating func findPassages() {
    let told = input.quotations.flatMap(\.segments).map(\.utf8Offsets).sorted {
      $0.lowerBound < $1.lowerBound
    }
    var next = 0
    for block in blocks where block.kind == .paragraph || block.kind == .item {
      for span in QuotationMarks.spans(utf8, block.range) where span.isClosed {
        while next < told.count, told[next].upperBound <= span.content.lowerBound { next += 1 }
        let isTold = next < told.count && told[next].lowerBound < span.content.upperBound
        guard !isTold, Sentence.isEnded(utf8, span.content), startsLarge(span.content),
          Word.all(utf8, span.content, limit: Self.passageWordsMin).count == Self.passageWordsMin
        else { continue }
        report(span.content, "words in quotation marks that are taken for no quotation")
      }
    }
  }

  private func startsLarge(_ range: Range<Int>) -> Bool {
    Word.all(utf8, range, limit: 1).first.map { $0.shape == .capital || $0.shape == .caseless }
      ?? false
  }

  /// Names with markup or addresses in them, or much longer than those beside them.
  private mutating func findNames() {
    let lengths = input.signers.map(\.name.count).sorted()
    let usual = lengths.isEmpty ? 0 : lengths[lengths.count / 2]
    for party in input.signers {
      let name = utf8[party.name]
      if Self.marks.contains(where: { Search.contains(utf8, party.name, $0) }) {
        report(party.name, "markup or an address in the name of a signatory")
      } else if lengths.count > 4, name.count > max(usual * 3, Self.longNameMin),
        party.kind == .person || name.count(where: { $0 == 0x2C }) > 1
      {
        report(party.name, "this name is three times as long as others: is it one?")
      }
    }
  }

  private static let longNameMin = 60
  private static let marks = ["://", "www.", "](", "**", "</", "<br", "&amp;", "&nbsp;"].map {
    Array($0.utf8)
  }

  /// A weekday that the date beside it does not have.
  private mutating func findDates() {
    guard let date = input.date else {
      guard let title = input.title, !input.signers.isEmpty || !input.quotations.isEmpty else {
        return
      }
      return report(
        title, "no date of publication found: give `publishedOn: 2024-05-17` in front matter")
    }
    for block in blocks where block.kind == .dateline || block.kind == .paragraph {
      let words = Look(utf8, block).words
      guard let found = DateReader.first(utf8, in: words), found.date == date,
        let word = words[..<found.words.lowerBound].last, let weekday = Lexicon.weekdays.value(word)
      else { continue }
      // 1970-01-01 was a Thursday.
      let actual = ((date.daysSinceEpoch + 3) % 7 + 7) % 7
      if actual != Int(weekday) {
        report(word.range, "the date beside it is another day of the week")
      }
      return
    }
  }
}

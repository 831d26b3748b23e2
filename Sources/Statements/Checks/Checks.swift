internal import Markup

/// The last stage: what an editor should look at. Few, and true.
enum Checks {
  /// The findings in the order of the text.
  static func find(_ input: CheckInput) -> [Finding] {
    var findings: [Finding] = []
    for fault in input.faults.prefix(Finding.countMax) {
      findings.append(Finding(range: fault.range, message: "quotation mark opens and never closes"))
    }
    for quotation in input.quotations where findings.count < Finding.countMax * 2 {
      guard quotation.speaker == nil, quotation.affiliation == nil,
        let first = quotation.segments.first
      else { continue }
      findings.append(
        Finding(range: first.utf8Offsets, message: "quotation without a speaker"))
    }
    findings += numbering(input)
    findings += duplicates(input)
    if let finding = count(input) { findings.append(finding) }
    findings += Misspellings.find(input.utf8)
    findings += Losses.find(input)
    findings.sort { $0.range.lowerBound < $1.range.lowerBound }
    return Array(findings.prefix(Finding.countMax))
  }

  /// Numbers that do not go on by one. A new list may begin again with 1.
  private static func numbering(_ input: CheckInput) -> [Finding] {
    var findings: [Finding] = []
    var last: UInt32 = 0
    for party in input.signers where party.number > 0 && findings.count < Finding.countMax {
      let expected = last + 1
      if party.number != expected, party.number != 1, last > 0 {
        findings.append(
          Finding(
            range: party.name, message: "number \(party.number) where \(expected) was expected"))
      }
      last = party.number
    }
    return findings
  }

  /// Names that are the same but for case, accents and full stops.
  private static func duplicates(_ input: CheckInput) -> [Finding] {
    var seen: [UInt64: Int] = [:]
    var findings: [Finding] = []
    for (position, party) in input.signers.enumerated() where findings.count < Finding.countMax {
      var hash = Fold.hashStart
      Fold.each(input.utf8, party.name) { Fold.hash(&hash, $0) }
      if let first = seen[hash] {
        let name = Display.string(input.utf8, party.name)
        findings.append(
          Finding(
            range: party.name, message: "`\(name)` has signed already, as number \(first + 1)"))
      } else {
        seen[hash] = position
      }
    }
    return findings
  }

  // MARK: - A count in the title or in the text

  /// `Over 50` is not contradicted by 53; `50` is, and so is `Over 50` by 40. In the text, only
  /// `the undersigned 50 organizations` are those who signed.
  private static func count(_ input: CheckInput) -> Finding? {
    if let title = input.title, let finding = count(input, in: title, ofUndersigned: false) {
      return finding
    }
    return input.blocks.lazy.filter { $0.kind == .paragraph }
      .compactMap { count(input, in: $0.range, ofUndersigned: true) }.first
  }

  private static func count(_ input: CheckInput, in range: Range<Int>, ofUndersigned: Bool)
    -> Finding?
  {
    let actual = input.signatoryCount
    guard actual > 0 else { return nil }
    let words = Word.all(input.utf8, range, limit: 60)
    for (index, word) in words.enumerated() where word.shape == .digit {
      guard let stated = number(input.utf8, word.range) else { continue }
      let after = words[(index + 1)..<min(words.count, index + 4)]
      guard Lexicon.counted.isFound(in: after), stated > 1 else { continue }
      let around = words[max(0, index - 3)..<min(words.count, index + 4)]
      guard !ofUndersigned || Lexicon.undersigned.isFound(in: around) else { continue }
      let isOpen =
        Lexicon.least.isFound(in: words[max(0, index - 2)..<index])
        || input.utf8[word.range].contains(0x2B)
        || (word.end < input.utf8.count && input.utf8[word.end] == 0x2B)
      let isNear = index > 0 && Lexicon.almost.contains(words[index - 1])
      let fits = isNear || (isOpen ? actual >= stated : actual == stated)
      if !fits {
        return Finding(
          range: word.range,
          message:
            "the \(ofUndersigned ? "text" : "title") counts \(stated), the list has \(actual)")
      }
    }
    return nil
  }

  /// `50`, `1,046`, `30+`.
  private static func number(_ utf8: [UInt8], _ range: Range<Int>) -> Int? {
    var value = 0
    for byte in utf8[range] where byte != 0x2C && byte != 0x2B {
      guard byte &- 0x30 < 10, value < 1_000_000 else { return nil }
      value = value * 10 + Int(byte &- 0x30)
    }
    return value
  }
}

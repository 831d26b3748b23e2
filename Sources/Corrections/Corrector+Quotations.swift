internal import Bytes
internal import Markup
internal import Statements

extension Corrector {
  mutating func correctQuotations(_ file: CorrectionsFile) {
    let beginnings = statement.quotations.map { statement.string(of: $0) }
    func find(_ choice: CorrectionsFile.Choice, _ corrector: inout Corrector) -> Int? {
      corrector.chosen(
        choice,
        among: beginnings.indices.filter { beginnings[$0].hasPrefix(choice.words.text) },
        "quotation", known: beginnings.map { String($0.prefix(choice.words.text.count)) })
    }
    for (choice, speech) in file.changedQuotations {
      guard let index = find(choice, &self) else { continue }
      let old = statement.quotations[index]
      let new = described(old, by: speech)
      if new == old { warnNeedless(choice.words) }
      statement.quotations[index] = new
    }
    var gone: Set<Int> = []
    for choice in file.removedQuotations {
      if let index = find(choice, &self) { gone.insert(index) }
    }
    statement.quotations = statement.quotations.enumerated()
      .filter { !gone.contains($0.offset) }.map(\.element)
    for added in file.addedQuotations { add(added) }
    statement.quotations.sort { ($0.segments.first?.start ?? 0) < ($1.segments.first?.start ?? 0) }
  }

  /// The quotation with what is said of who speaks. What was read of one speaker is not another's.
  private mutating func described(_ quotation: Quotation, by speech: CorrectionsFile.SpeakerChange)
    -> Quotation
  {
    var quotation = quotation
    guard let anchor = quotation.segments.first else { return quotation }
    let old = quotation.speaker.map { statement.string(at: $0) }
    quotation.speaker = changed(quotation.speaker, speech.speaker, near: anchor)
    let new = quotation.speaker.map { statement.string(at: $0) }
    if old != nil, old != new {
      quotation.role = nil
      quotation.affiliation = nil
      quotation.attribution = nil
    }
    quotation.role = changed(quotation.role, speech.role, near: quotation.speaker ?? anchor)
    quotation.affiliation = changed(
      quotation.affiliation, speech.affiliation, near: quotation.speaker ?? anchor)
    if let kind = speech.kind ?? (old == new ? nil : new.flatMap(kind)) {
      quotation.speakerKind = kind
    }
    return quotation
  }

  /// What one of that name is elsewhere in the statement; a person where nothing tells.
  private func kind(of name: String) -> PartyKind? {
    if let speech = statement.quotations.first(where: {
      $0.speaker.map { statement.string(at: $0) } == name
    }) {
      return speech.speakerKind
    }
    return statement.signatories.first { statement.string(at: $0.name) == name }?.kind ?? .person
  }

  private mutating func add(_ added: CorrectionsFile.AddedQuotation) {
    guard let segments = segments(of: added), let first = segments.first else { return }
    if statement.quotations.contains(where: { $0.segments == segments }) {
      return warnNeedless(added.exact[0])
    }
    if let other = statement.quotations.first(where: { quotation in
      quotation.segments.contains { segment in segments.contains { $0.overlaps(segment) } }
    }) {
      let beginning = statement.string(of: other).prefix(40)
      return fail(
        added.exact[0].place,
        "it runs over the quotation “\(beginning)”: remove that, or give occurrence")
    }
    var quotation = Quotation(segments: segments, paragraph: paragraph(of: segments))
    quotation.attribution = added.attribution.flatMap { place($0, near: first) }
    statement.quotations.append(described(quotation, by: added.speech))
  }

  /// Where the words of an added quotation stand, one part after the other.
  private mutating func segments(of added: CorrectionsFile.AddedQuotation) -> [TextRange]? {
    var segments: [TextRange] = []
    for words in added.exact {
      let found: TextRange?
      if let last = segments.last {
        found = finder.first(words.text, from: Int(last.utf8End))
      } else if let number = added.occurrence {
        found = finder.place(words.text, number)
      } else {
        found = finder.first(words.text)
        let isTwice = finder.place(words.text, 2) != nil
        if isTwice, added.exact.count == 1 {
          fail(
            words.place, "“\(words.text)” stands there more than once: say which, as occurrence: 2")
          return nil
        }
      }
      guard let found else {
        failMissing(words, added.occurrence == nil ? "" : " so often")
        return nil
      }
      segments.append(found)
    }
    return segments
  }
}

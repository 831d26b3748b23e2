internal import Bytes
internal import Markup
internal import Statements

extension Corrector {
  mutating func correctSignatories(_ file: CorrectionsFile) {
    setKind(file)
    var byName: [String: [Int]] = [:]
    for (index, signatory) in statement.signatories.enumerated() {
      byName[statement.string(at: signatory.name), default: []].append(index)
    }
    func find(_ choice: CorrectionsFile.Choice, _ corrector: inout Corrector) -> Int? {
      corrector.chosen(
        choice, among: byName[choice.words.text] ?? [], "signatory",
        known: Array(byName.keys.sorted()))
    }
    for (choice, party) in file.changed {
      if let index = find(choice, &self) { change(index, to: party, choice.words) }
    }
    var gone: Set<Int> = []
    for choice in file.removed {
      if let index = find(choice, &self), !gone.insert(index).inserted {
        warn(choice.words.place, "“\(choice.words.text)” is removed already")
      }
    }
    statement.signatories = statement.signatories.enumerated()
      .filter { !gone.contains($0.offset) }.map(\.element)
    add(file)
    for party in file.addedLater { addLater(party, file.kind) }
  }

  private mutating func setKind(_ file: CorrectionsFile) {
    guard let kind = file.kind, let place = file.places["kind"] else { return }
    if !statement.signatories.isEmpty, statement.signatories.allSatisfy({ $0.kind == kind }) {
      warn(place, "all are read as \(kind.rawValue) already: this correction is needless")
    }
    for index in statement.signatories.indices { statement.signatories[index].kind = kind }
  }

  private mutating func change(_ index: Int, to party: CorrectionsFile.PartyChange, _ words: Words)
  {
    var signatory = statement.signatories[index]
    if let name = party.name, name.text != words.text {
      guard let range = place(name, near: signatory.name) else { return }
      signatory.name = range
    }
    signatory = described(signatory, by: party)
    if signatory == statement.signatories[index] { warnNeedless(words) }
    statement.signatories[index] = signatory
  }

  /// The signatory with what is said of it, whose words stand in the text.
  private mutating func described(_ signatory: Signatory, by party: CorrectionsFile.PartyChange)
    -> Signatory
  {
    var signatory = signatory
    let anchor = signatory.name
    signatory.kind = party.kind ?? signatory.kind
    var details = signatory.details
    details.role = changed(details.role, party.role, near: anchor)
    details.affiliation = changed(details.affiliation, party.affiliation, near: anchor)
    details.describe(party)
    signatory.details = details
    switch party.country {
    case .stays: break
    case .nothing: signatory.country = nil
    case .to(let country):
      let stated = country.asStated.flatMap { place($0, near: anchor) }
      if signatory.country?.code != country.code || stated != nil {
        signatory.country = Country(code: country.code, asStated: stated)
      }
    }
    return signatory
  }

  // MARK: Added ones

  private mutating func add(_ file: CorrectionsFile) {
    let persons = statement.signatories.count { $0.kind == .person }
    let usual: PartyKind =
      persons * 2 > statement.signatories.count ? .person : .organization
    var last: (after: String, index: Int)?
    var known = Set(statement.signatories.map { statement.string(at: $0.name) })
    for added in file.added where !isFull {
      var anchor: Int?
      if let after = added.after {
        anchor =
          last.flatMap { $0.after == after.text ? $0.index : nil }
          ?? statement.signatories.firstIndex { statement.string(at: $0.name) == after.text }
        if anchor == nil {
          warn(after.place, "no signatory “\(after.text)” is read: it comes where it stands")
        }
      }
      if added.occurrence == nil, known.contains(added.name.text) {
        warnNeedless(added.name)
        continue
      }
      guard let range = placeOfAdded(added, after: anchor) else { continue }
      known.insert(added.name.text)
      var signatory = Signatory(name: range, kind: added.party.kind ?? file.kind ?? usual)
      signatory = described(signatory, by: added.party)
      let index =
        anchor.map { $0 + 1 }
        ?? statement.signatories.firstIndex { $0.name.start > range.start }
        ?? statement.signatories.count
      statement.signatories.insert(signatory, at: index)
      last = added.after.map { ($0.text, index) }
    }
  }

  /// Where the name of an added signatory stands: best where no other name does, behind the one
  /// that it is to follow, and outside of paragraphs.
  private mutating func placeOfAdded(
    _ added: CorrectionsFile.AddedParty, after anchor: Int?
  ) -> TextRange? {
    let names = statement.signatories.map(\.name)
    if let number = added.occurrence {
      guard let range = finder.place(added.name.text, number) else {
        failMissing(added.name, " so often")
        return nil
      }
      if names.contains(range) {
        warnNeedless(added.name)
        return nil
      }
      return range
    }
    let start = anchor.map { names[$0].start } ?? 0
    var best: (rank: Int, range: TextRange)?
    let paragraphs = statement.paragraphs
    _ = finder.first(added.name.text) { range in
      let rank =
        (names.contains { $0.overlaps(range) } ? 4 : 0) + (range.start < start ? 2 : 0)
        + (paragraphs.contains { $0.overlaps(range) } ? 1 : 0)
      if rank < best?.rank ?? .max { best = (rank, range) }
      return rank == 0
    }
    if best == nil {
      failMissing(added.name, "; who signed later belongs into addedLater")
    }
    return best?.range
  }

  private mutating func addLater(_ added: CorrectionsFile.AddedParty, _ kind: PartyKind?) {
    let name = added.name
    guard !statement.signatories.contains(where: { statement.string(at: $0.name) == name.text })
    else { return warn(name.place, "“\(name.text)” has signed already: this is needless") }
    let party = added.party
    var signatory = Signatory(
      name: statement.text.add(name.text), kind: party.kind ?? kind ?? .organization)
    var details = Signatory.Details(
      role: party.role.value.map { statement.text.add($0.text) },
      affiliation: party.affiliation.value.map { statement.text.add($0.text) })
    details.describe(party)
    signatory.details = details
    signatory.country = party.country.value.map { country in
      Country(
        code: country.code, asStated: country.asStated.map { statement.text.add($0.text) })
    }
    statement.signatories.append(signatory)
  }
}

extension Signatory.Details {
  /// Takes what is said of it beyond the text.
  fileprivate mutating func describe(_ party: CorrectionsFile.PartyChange) {
    if party.signedOn.isMade { signedOn = party.signedOn.value }
    if party.withdrawnOn.isMade { withdrawnOn = party.withdrawnOn.value }
    if party.note.isMade { note = party.note.value }
  }
}

extension TextRange {
  func overlaps(_ other: TextRange) -> Bool { start < other.end && other.start < end }
}

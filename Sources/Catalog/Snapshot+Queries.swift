package import Statements

/// What passes a filter, as indexes in the order of the snapshot.
extension Snapshot {
  /// Conditions: organization (signed it), speaker (is quoted in it), country (of a signatory),
  /// language and days. O(statements).
  package func statements(_ filter: Filter) -> [Int32] {
    guard filter.isSet else { return Array(0..<Int32(statements.count)) }
    let test = StatementTest(filter, columns)
    let matches = filter.text.map { search.matches($0, .statement) }
    return candidates(filter.organization, statements.count) { organizations.statements[$0] }
      .filter { index in
        test.allows(Int(index)) && matches?[Int(index)] ?? true
          && isSpoken(in: Int(index), filter.speaker)
          && (filter.country.map { countries[Int(index)].contains($0) } ?? true)
      }
  }

  /// Conditions: organization (spoke, or the speaker holds a role in it), speaker, statement,
  /// country (of the affiliation, or of the organization that spoke), language and days.
  /// O(quotations).
  package func quotations(_ filter: Filter) -> [Int32] {
    guard filter.isSet else { return Array(0..<Int32(quotations.count)) }
    let test = StatementTest(filter, columns)
    let matches = filter.text.map { search.matches($0, .quotation) }
    return candidates(filter.organization, quotations.count) { organizations.quotations[$0] }
      .filter { index in
        let quotation = quotations[Int(index)]
        return matches?[Int(index)] ?? true
          && filter.speaker.allows(quotation.speaker)
          && filter.statement.allows(Int(quotation.statement))
          && test.allows(Int(quotation.statement))
          && (filter.country.map { $0 == country(of: quotation) } ?? true)
      }
  }

  /// Conditions: statement (signed), country. O(organizations).
  package func organizations(_ filter: Filter) -> [Int32] {
    parties(organizations, .organization, filter).filter { index in
      filter.country.map { organizations.countries[Int(index)]?.code == $0 } ?? true
    }
  }

  /// Conditions: statement (signed, or speaks in), organization (holds a role in). O(people).
  package func people(_ filter: Filter) -> [Int32] {
    parties(people, .person, filter).filter { index in
      !filter.organization.isSet
        || people.memberships[Int(index)].contains { filter.organization.allows(Int($0.other)) }
    }
  }

  /// Places, from 0, of a statement's signatories. Conditions: kind, country, status,
  /// organization.
  package func signatories(ofStatement index: Int, _ filter: Filter) -> [Int] {
    let signatories = statements[index].statement.signatories
    return signatories.indices.filter { place in
      let signatory = signatories[place]
      let party = party(ofStatement: index, at: place)
      return (filter.kind.map { $0 == signatory.kind } ?? true)
        && (filter.country.map { $0 == signatory.country?.code } ?? true)
        && (filter.isWithdrawn.map { $0 == signatory.isWithdrawn } ?? true)
        && filter.organization.allows(party.kind == .organization ? Int(party.index) : nil)
    }
  }

  private func candidates(
    _ organization: Filter.Wanted<Int>, _ count: Int, _ ofOrganization: (Int) -> ArraySlice<Int32>
  ) -> [Int32] {
    switch organization {
    case .anything: Array(0..<Int32(count))
    case .nothing: []
    case .only(let index): Array(ofOrganization(index))
    }
  }

  private func parties(
    _ parties: PartyTable, _ kind: SearchDocuments.Kind, _ filter: Filter
  ) -> [Int32] {
    let matches = filter.text.map { search.matches($0, kind) }
    return (0..<Int32(parties.count)).filter { index in
      matches?[Int(index)] ?? true
        && (!filter.statement.isSet
          || parties.statements[Int(index)].contains { filter.statement.allows(Int($0)) })
    }
  }

  private func isSpoken(in statement: Int, _ speaker: Filter.Wanted<PartyReference>) -> Bool {
    !speaker.isSet
      || quotations(ofStatement: statement).contains { speaker.allows(quotations[$0].speaker) }
  }

  /// The country of the organization that spoke, or of the speaker's affiliation.
  package func country(of quotation: QuotationEntry) -> CountryCode? {
    if let speaker = quotation.speaker, speaker.kind == .organization {
      return organizations.countries[Int(speaker.index)]?.code
    }
    return quotation.affiliation.flatMap { organizations.countries[Int($0)]?.code }
  }
}

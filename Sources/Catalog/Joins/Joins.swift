internal import Bytes
internal import Statements

/// Gives parties their order, and joins statements, signatories, parties and quotations by index.
struct Joins {
  let organizations: PartyTable
  let people: PartyTable
  let parties: Grouping<PartyReference>
  let quotations: [QuotationEntry]
  let statementCountries: Grouping<CountryCode>

  init(_ ordered: OrderedSources, _ names: NameCollector) {
    let ranks = Ranks(organizations: names.organizations.ranks(), people: names.people.ranks())
    quotations = names.quotations.map { quotation in
      QuotationEntry(
        statement: quotation.statement, speaker: quotation.speaker.map { ranks[$0] },
        affiliation: quotation.affiliation.map { ranks.organizations[Int($0)] })
    }
    parties = Grouping(
      groupCount: ordered.sources.count, names.signings.map { ($0.statement, ranks[$0.party]) })
    let statements = Self.statements(names, quotations, ranks)
    let spoken = Self.quotations(quotations)
    let members = names.memberships.map {
      (ranks.people[Int($0.person)], ranks.organizations[Int($0.organization)], $0.role)
    }
    var countries = Self.reorder(names.countries, by: ranks.organizations)
    for (number, declared) in names.organizations.declarations {
      guard let code = declared.country else { continue }
      countries[Int(ranks.organizations[number])] = PartyCountry(code: code, isInferred: false)
    }
    organizations = Self.parties(
      names.organizations, ranks.organizations, statements.organizations, spoken.organizations,
      members.map { ($0.1, Membership(other: $0.0, role: $0.2)) }, countries)
    people = Self.parties(
      names.people, ranks.people, statements.people, spoken.people,
      members.map { ($0.0, Membership(other: $0.1, role: $0.2)) }, [])
    statementCountries = Self.countries(ordered)
  }

  private typealias Pairs = [(group: Int32, element: Int32)]

  private static func parties(
    _ registry: PartyRegistry, _ ranks: [Int32], _ statements: Pairs, _ quotations: Pairs,
    _ memberships: [(Int32, Membership)], _ countries: [PartyCountry?]
  ) -> PartyTable {
    let count = ranks.count
    var ids = ByteTable()
    var names: [(group: Int32, element: TextPlace)] = []
    let byNumber = registry.namesByParty()
    for number in numbers(by: ranks) {
      let rank = ids.insert(registry.ids[number]).number
      for place in byNumber[number] { names.append((Int32(rank), place)) }
    }
    return PartyTable(
      ids: ids, names: Grouping(groupCount: count, names),
      statements: Grouping(groupCount: count, withoutRepetition(statements)),
      quotations: Grouping(groupCount: count, withoutRepetition(quotations)),
      memberships: Grouping(groupCount: count, memberships.map { (group: $0.0, element: $0.1) }),
      countries: countries,
      declarations: registry.declarations.reduce(into: [:]) { $0[ranks[$1.key]] = $1.value })
  }

  /// Which statement belongs to which party; ascending by statement.
  private static func statements(
    _ names: NameCollector, _ quotations: [QuotationEntry], _ ranks: Ranks
  ) -> (organizations: Pairs, people: Pairs) {
    var organizations: Pairs = []
    var people: Pairs = []
    organizations.reserveCapacity(names.signings.count)
    for signing in names.signings where signing.stands {
      let party = ranks[signing.party]
      switch party.kind {
      case .organization: organizations.append((party.index, signing.statement))
      case .person: people.append((party.index, signing.statement))
      }
    }
    for quotation in quotations {
      guard let speaker = quotation.speaker, speaker.kind == .person else { continue }
      people.append((speaker.index, quotation.statement))
    }
    people.sort { $0.element < $1.element }
    return (organizations, people)
  }

  private static func quotations(
    _ quotations: [QuotationEntry]
  ) -> (organizations: Pairs, people: Pairs) {
    var organizations: Pairs = []
    var people: Pairs = []
    for (index, quotation) in quotations.enumerated() {
      let index = Int32(index)
      if let organization = quotation.affiliation { organizations.append((organization, index)) }
      guard let speaker = quotation.speaker else { continue }
      switch speaker.kind {
      case .organization: organizations.append((speaker.index, index))
      case .person: people.append((speaker.index, index))
      }
    }
    return (organizations, people)
  }

  /// Drops a pair that its group had just before. Elements come in ascending order.
  private static func withoutRepetition(_ pairs: Pairs) -> Pairs {
    var last: [Int32: Int32] = [:]
    return pairs.filter { pair in
      if last[pair.group] == pair.element { return false }
      last[pair.group] = pair.element
      return true
    }
  }

  private static func countries(_ ordered: OrderedSources) -> Grouping<CountryCode> {
    var pairs: [(group: Int32, element: CountryCode)] = []
    for (index, source) in ordered.sources.enumerated() {
      var codes: Set<CountryCode> = []
      for signatory in source.statement.signatories where !signatory.isWithdrawn {
        guard let code = signatory.country?.code, codes.insert(code).inserted else { continue }
        pairs.append((Int32(index), code))
      }
    }
    return Grouping(groupCount: ordered.sources.count, pairs)
  }

  private static func reorder<Element>(_ elements: [Element], by ranks: [Int32]) -> [Element] {
    numbers(by: ranks).map { elements[$0] }
  }

  /// The numbers in the order of their ranks.
  private static func numbers(by ranks: [Int32]) -> [Int] {
    var numbers = [Int](repeating: 0, count: ranks.count)
    for (number, rank) in ranks.enumerated() { numbers[Int(rank)] = number }
    return numbers
  }

  /// Ids of all quotations. Where speaker and words are the same, the later ones, by the id of
  /// their statement and then by place, have `-2`, `-3`, … added.
  func quotationIDs(_ ordered: OrderedSources) -> ByteTable {
    var taken = ByteTable()
    var repetitions: [Int: Int] = [:]
    var ids = [[UInt8]](repeating: [], count: quotations.count)
    for place in quotationsByStatementID(ordered) {
      let source = ordered.sources[Int(quotations[place.quotation].statement)].statement
      let words = QuotationID.words(
        of: source.quotations[place.numberInStatement], in: source.text)
      let base = id(of: words, spokenBy: quotations[place.quotation].speaker)
      let (number, isNewWording) = taken.insert(base.span)
      var isNew = isNewWording
      var id = base
      while !isNew {
        repetitions[number, default: 1] += 1
        id = base + Array("-\(repetitions[number, default: 1])".utf8)
        isNew = taken.insert(id.span).isNew
      }
      ids[place.quotation] = id
    }
    var table = ByteTable()
    for id in ids { table.insert(id.span) }
    return table
  }

  private func id(of words: [UInt8], spokenBy speaker: PartyReference?) -> [UInt8] {
    guard let speaker else { return QuotationID.make(words: words, speaker: Span()) }
    let parties = speaker.kind == .organization ? organizations : people
    return QuotationID.make(words: words, speaker: parties.ids[Int(speaker.index)])
  }

  private func quotationsByStatementID(
    _ ordered: OrderedSources
  ) -> [(quotation: Int, numberInStatement: Int)] {
    var firsts: [Int] = []
    var next = 0
    for source in ordered.sources {
      firsts.append(next)
      next += source.statement.quotations.count
    }
    let byID = ordered.sources.indices.sorted { ordered.sources[$0].id < ordered.sources[$1].id }
    return byID.flatMap { index in
      ordered.sources[index].statement.quotations.indices.map { (firsts[index] + $0, $0) }
    }
  }
}

/// From the numbers of the registries to indexes in order.
private struct Ranks {
  let organizations: [Int32]
  let people: [Int32]

  subscript(party: PartyReference) -> PartyReference {
    let ranks = party.kind == .organization ? organizations : people
    return PartyReference(kind: party.kind, index: ranks[Int(party.index)])
  }
}

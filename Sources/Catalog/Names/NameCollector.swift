internal import Markup
internal import Bytes
internal import Statements

/// Walks through all statements in order and gives every name a party; numbers are the registries'.
struct NameCollector {
  private(set) var organizations: PartyRegistry
  private(set) var people: PartyRegistry
  /// For each quotation of each statement, in order.
  private(set) var quotations: [(statement: Int32, speaker: PartyReference?, affiliation: Int32?)] =
    []
  private(set) var signings: [(party: PartyReference, statement: Int32, stands: Bool)] = []
  private(set) var memberships: [(person: Int32, organization: Int32, role: TextPlace?)] = []
  /// By the number of the organization.
  private(set) var countries: [PartyCountry?] = []
  private var knownMemberships: Set<MembershipKey> = []
  private var roles = ByteTable()

  private struct MembershipKey: Hashable {
    var person: Int32
    var organization: Int32
    var role: Int
  }

  init(_ declarations: Declarations) {
    organizations = PartyRegistry(declarations.organizations)
    people = PartyRegistry(declarations.people)
  }

  mutating func note(_ statement: Statements.Statement, at index: Int) {
    let index = Int32(index)
    for signatory in statement.signatories {
      let party = note(
        signatory.name, signatory.kind, of: signatory.affiliation, in: statement.text, index)
      signings.append((party, index, !signatory.isWithdrawn))
      if party.kind == .organization { noteCountry(signatory.country, of: Int(party.index)) }
      if party.kind == .person, let range = signatory.affiliation {
        let organization = note(range, .organization, in: statement.text, index).index
        noteMembership(party.index, organization, signatory.role, in: statement.text, index)
      }
    }
    for quotation in statement.quotations {
      let speaker = quotation.speaker.map {
        note(
          $0, quotation.speakerKind, of: quotation.affiliation, in: statement.text, index)
      }
      let affiliation = quotation.affiliation.map {
        note($0, .organization, in: statement.text, index).index
      }
      quotations.append((index, speaker, affiliation))
      if let speaker, speaker.kind == .person, let affiliation {
        noteMembership(speaker.index, affiliation, quotation.role, in: statement.text, index)
      }
    }
  }

  private mutating func note(
    _ range: TextRange, _ kind: PartyKind, of affiliation: TextRange? = nil, in text: SourceText,
    _ statement: Int32
  ) -> PartyReference {
    let words = text.words(in: range)
    let name = words.span
    let place = TextPlace(statement: statement, range: range)
    switch kind {
    case .organization:
      let number = organizations.note(name, at: place)
      if Int(number) == countries.count { countries.append(nil) }
      return PartyReference(kind: kind, index: number)
    case .person:
      return PartyReference(
        kind: kind, index: people.note(name, of: affiliation.map { text.words(in: $0) }, at: place))
    }
  }

  /// What a text states beats what was inferred; else the first one stays.
  private mutating func noteCountry(_ country: Country?, of organization: Int) {
    guard let country else { return }
    let isInferred = country.asStated == nil
    if let known = countries[organization], !known.isInferred || isInferred { return }
    countries[organization] = PartyCountry(code: country.code, isInferred: isInferred)
  }

  private mutating func noteMembership(
    _ person: Int32, _ organization: Int32, _ role: TextRange?, in text: SourceText,
    _ statement: Int32
  ) {
    let words = role.map { text.words(in: $0) } ?? []
    let number = roles.insert(words.span).number
    let key = MembershipKey(person: person, organization: organization, role: number)
    guard knownMemberships.insert(key).inserted else { return }
    let place = role.map { TextPlace(statement: statement, range: $0) }
    memberships.append((person, organization, place))
  }
}

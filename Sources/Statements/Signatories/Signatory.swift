package import Markup

/// One party that signed. Long lists are of organizations, so that what only persons have stands
/// apart: 56 bytes instead of 84 for each.
package struct Signatory: Equatable, Sendable {
  package var name: TextRange
  package var kind: PartyKind
  package var country: Country?
  private let person: Person?

  /// What is stated of a person.
  private final class Person: Sendable {
    let role: TextRange?
    let affiliation: TextRange?

    init(role: TextRange?, affiliation: TextRange?) {
      self.role = role
      self.affiliation = affiliation
    }
  }

  package init(
    name: TextRange, kind: PartyKind, role: TextRange? = nil, affiliation: TextRange? = nil,
    country: Country? = nil
  ) {
    self.name = name
    self.kind = kind
    self.country = country
    person = role == nil && affiliation == nil ? nil : Person(role: role, affiliation: affiliation)
  }

  /// A person's role and the organization it is held in, as stated.
  package var role: TextRange? { person?.role }
  package var affiliation: TextRange? { person?.affiliation }

  package static func == (left: Self, right: Self) -> Bool {
    left.name == right.name && left.kind == right.kind && left.country == right.country
      && left.role == right.role && left.affiliation == right.affiliation
  }
}

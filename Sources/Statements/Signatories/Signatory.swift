package import Bytes
package import Markup

/// One party that signed. Long lists are of organizations by name alone, so that what is said of
/// few stands apart: 56 bytes instead of 150 for each.
package struct Signatory: Equatable, Sendable {
  package var name: TextRange
  package var kind: PartyKind
  package var country: Country?
  private var box: Box?

  /// What is said of a signatory beside name, kind and country.
  package struct Details: Equatable, Sendable {
    /// A person's role and the organization it is held in, as stated.
    package var role: TextRange?
    package var affiliation: TextRange?
    /// When it signed, and when it withdrew, where an editor says so.
    package var signedOn: CalendarDate?
    package var withdrawnOn: CalendarDate?
    /// What an editor tells of it.
    package var note: String?

    package init(role: TextRange? = nil, affiliation: TextRange? = nil) {
      self.role = role
      self.affiliation = affiliation
    }
  }

  private final class Box: Sendable {
    let details: Details

    init(_ details: Details) { self.details = details }
  }

  package init(
    name: TextRange, kind: PartyKind, country: Country? = nil, details: Details = Details()
  ) {
    self.name = name
    self.kind = kind
    self.country = country
    self.details = details
  }

  package var details: Details {
    get { box?.details ?? Details() }
    set { box = newValue == Details() ? nil : Box(newValue) }
  }

  package var role: TextRange? { box?.details.role }
  package var affiliation: TextRange? { box?.details.affiliation }
  /// Whether it does not stand by the statement any more.
  package var isWithdrawn: Bool { box?.details.withdrawnOn != nil }

  package static func == (left: Self, right: Self) -> Bool {
    left.name == right.name && left.kind == right.kind && left.country == right.country
      && left.details == right.details
  }
}

package import Bytes

/// All organizations, or all people, in the order of their ids.
package struct PartyTable: Sendable {
  /// Key number and party index are the same.
  package let ids: ByteTable
  /// The names as written, the most used one first.
  package let names: Grouping<TextPlace>
  /// Indexes of the statements it belongs to, ascending: those that an organization signed; those
  /// that a person signed or is quoted in.
  package let statements: Grouping<Int32>
  /// Indexes of the quotations it spoke, ascending; for an organization also those of speakers who
  /// hold a role in it.
  package let quotations: Grouping<Int32>
  /// Who belongs to an organization; what a person belongs to.
  package let memberships: Grouping<Membership>
  /// By party; empty for people.
  package let countries: [PartyCountry?]
  /// What an editor declared, by party; empty for people.
  package let declarations: [Int32: DeclaredParty]

  package var count: Int { ids.count }
}

/// A person and an organization, seen from either: `other` is the one at the far end.
package struct Membership: Hashable, Sendable {
  package var other: Int32
  /// The role as stated.
  package var role: TextPlace?
}

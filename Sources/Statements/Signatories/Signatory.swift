/// One party that signed.
package struct Signatory: Equatable, Sendable {
  package var name: TextRange
  package var kind: PartyKind
  /// A person's role and the organization it is held in, as stated.
  package var role: TextRange?
  package var affiliation: TextRange?
  package var country: Country?
}

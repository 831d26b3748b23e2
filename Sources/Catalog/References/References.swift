package import Markup
package import Statements

/// A stretch of one statement's text.
package struct TextPlace: Hashable, Sendable {
  /// Index into `Snapshot.statements`.
  package var statement: Int32
  package var range: TextRange

  package init(statement: Int32, range: TextRange) {
    self.statement = statement
    self.range = range
  }
}

/// A party by its kind and its index into `Snapshot.organizations` or `Snapshot.people`.
package struct PartyReference: Hashable, Sendable {
  package var kind: PartyKind
  package var index: Int32

  package init(kind: PartyKind, index: Int32) {
    self.kind = kind
    self.index = index
  }
}

/// The country that an organization belongs to.
package struct PartyCountry: Hashable, Sendable {
  /// ISO 3166-1 alpha-2, in capitals.
  package var code: CountryCode
  /// Whether no text states it, and it was inferred from the name.
  package var isInferred: Bool
}

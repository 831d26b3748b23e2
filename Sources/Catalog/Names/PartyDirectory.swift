internal import Bytes
package import Statements

/// What an editor declares of an organization or a person, beyond what texts say.
package struct DeclaredParty: Equatable, Sendable {
  /// The canonical name, which the id is made from.
  package var name: String
  /// Other names that texts use for it.
  package var otherNames: [String]
  /// Of an organization.
  package var country: CountryCode?
  /// Pages elsewhere that are about the same.
  package var sameAs: [String]
  /// Whether several persons have this name, who are told apart by what they belong to.
  package var isSeveral: Bool

  package init(
    name: String, otherNames: [String] = [], country: CountryCode? = nil, sameAs: [String] = [],
    isSeveral: Bool = false
  ) {
    self.name = name
    self.otherNames = otherNames
    self.country = country
    self.sameAs = sameAs
    self.isSeveral = isSeveral
  }
}

/// The declared organizations, or the declared people, found by any of their names.
package struct PartyDirectory: Sendable {
  package let parties: [DeclaredParty]
  /// By the fold of each name, the index of the party.
  private let indexes: [[UInt8]: Int]
  /// The folds of the canonical names.
  private let keys: [[UInt8]]
  /// Whether any name is that of several.
  let hasSeveral: Bool

  /// Two parties that declare one name.
  package struct Conflict: Error, Equatable, Sendable {
    package var name: String
    package var parties: [String]

    package init(name: String, parties: [String]) {
      self.name = name
      self.parties = parties
    }
  }

  package static let empty = PartyDirectory()

  private init() {
    parties = []
    indexes = [:]
    keys = []
    hasSeveral = false
  }

  /// Takes the declarations in; no name may belong to two of them.
  package init(_ parties: [DeclaredParty]) throws(Conflict) {
    var indexes: [[UInt8]: Int] = [:]
    for (index, party) in parties.enumerated() {
      for name in [party.name] + party.otherNames {
        let other = indexes.updateValue(index, forKey: NameFolding.key(name.utf8.span))
        if let other, other != index {
          throw Conflict(name: name, parties: [parties[other].name, party.name])
        }
      }
    }
    self.parties = parties
    self.indexes = indexes
    hasSeveral = parties.contains(where: \.isSeveral)
    keys = parties.map { NameFolding.key($0.name.utf8.span) }
  }

  /// The fold that stands for `key`, that of the canonical name where `key` is a declared name, and
  /// what is declared of it.
  func canonical(_ key: [UInt8]) -> (key: [UInt8], declared: DeclaredParty?) {
    indexes[key].map { (keys[$0], parties[$0]) } ?? (key, nil)
  }
}

/// All that is declared beside texts.
package struct Declarations: Sendable {
  package var organizations: PartyDirectory
  package var people: PartyDirectory

  package init(organizations: PartyDirectory = .empty, people: PartyDirectory = .empty) {
    self.organizations = organizations
    self.people = people
  }
}

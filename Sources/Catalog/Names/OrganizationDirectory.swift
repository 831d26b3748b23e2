internal import Bytes
package import Statements

/// What an editor declares of an organization, beyond what texts say.
package struct DeclaredOrganization: Equatable, Sendable {
  /// The canonical name, which the organization's id is made from.
  package var name: String
  /// Other names that texts use for it.
  package var otherNames: [String]
  package var country: CountryCode?

  package init(name: String, otherNames: [String] = [], country: CountryCode? = nil) {
    self.name = name
    self.otherNames = otherNames
    self.country = country
  }
}

/// The declared organizations, found by any of their names.
package struct OrganizationDirectory: Sendable {
  package let organizations: [DeclaredOrganization]
  /// By the fold of each name, the index of the organization.
  private let indexes: [[UInt8]: Int]
  /// The folds of the canonical names.
  private let keys: [[UInt8]]

  /// Two organizations that declare one name.
  package struct Conflict: Error, Equatable, Sendable {
    package var name: String
    package var organizations: [String]

    package init(name: String, organizations: [String]) {
      self.name = name
      self.organizations = organizations
    }
  }

  package static let empty = OrganizationDirectory()

  private init() {
    organizations = []
    indexes = [:]
    keys = []
  }

  /// Takes the declarations in; no name may belong to two of them.
  package init(_ organizations: [DeclaredOrganization]) throws(Conflict) {
    var indexes: [[UInt8]: Int] = [:]
    for (index, organization) in organizations.enumerated() {
      for name in [organization.name] + organization.otherNames {
        let other = indexes.updateValue(index, forKey: NameFolding.key(name.utf8.span))
        if let other, other != index {
          throw Conflict(
            name: name, organizations: [organizations[other].name, organization.name])
        }
      }
    }
    self.organizations = organizations
    self.indexes = indexes
    keys = organizations.map { NameFolding.key($0.name.utf8.span) }
  }

  /// The fold that stands for `key`: that of the canonical name where `key` is a declared name.
  func canonical(_ key: [UInt8]) -> [UInt8] {
    indexes[key].map { keys[$0] } ?? key
  }

  /// What is declared of the organization with that id.
  subscript(id: [UInt8]) -> DeclaredOrganization? {
    indexes[id].map { organizations[$0] }
  }
}

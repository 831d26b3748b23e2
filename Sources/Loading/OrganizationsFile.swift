internal import Bytes
package import Catalog
package import JSON5
internal import Statements

/// The file beside the statements that declares organizations: JSON5, so that it can hold comments.
///
///     [
///       {
///         name: "Quiet Rivers League",          // the canonical name
///         otherNames: ["QRL", { name: "Ligue des rivières calmes", language: "fr" }],
///         country: "CH",                        // ISO 3166-1 alpha-2
///         url: "https://quiet-rivers.example",
///         identifiers: { wikidata: "Q0" },
///       },
///     ]
///
/// Served are the names, and the country as one that was not inferred. The language of a name, the
/// address and the identifiers are for the editor: they must be sound, but the shapes of the API
/// have no place for them. A key that is none of these is told with its line, and the last good
/// file stays.
package enum OrganizationsFile {
  package static let name = "organizations.json5"

  private static let keys = ["name", "otherNames", "country", "url", "identifiers"]

  /// Reads the declarations.
  package static func read(_ bytes: [UInt8]) throws(JSON5.DocumentError) -> OrganizationDirectory {
    let entries = try JSON5(bytes).elements(at: "")
    var organizations: [DeclaredOrganization] = []
    for (index, entry) in entries.enumerated() {
      organizations.append(try organization(entry, at: "[\(index + 1)]"))
    }
    do {
      return try OrganizationDirectory(organizations)
    } catch {
      let both = error.organizations.map { "“\($0)”" }.joined(separator: " and ")
      throw JSON5.DocumentError(
        place: place(of: error.name, in: entries), key: "",
        reason: "the name “\(error.name)” is declared for \(both)")
    }
  }

  private static func organization(_ entry: JSON5, at key: String) throws(JSON5.DocumentError)
    -> DeclaredOrganization
  {
    let members = try entry.members(among: keys, at: key)
    guard let name = members["name"] else {
      throw JSON5.DocumentError(place: entry.place, key: key, reason: "has no name, which it must")
    }
    var otherNames: [String] = []
    if let list = members["otherNames"] {
      for (index, other) in try list.elements(at: "\(key).otherNames").enumerated() {
        otherNames.append(try otherName(other, at: "\(key).otherNames[\(index + 1)]"))
      }
    }
    _ = try members["url"]?.string(at: "\(key).url")
    if let identifiers = members["identifiers"] {
      try checkStrings(of: identifiers, at: "\(key).identifiers")
    }
    return DeclaredOrganization(
      name: try name.string(at: "\(key).name"), otherNames: otherNames,
      country: try members["country"].flatMap { value throws(JSON5.DocumentError) in
        try country(value, at: "\(key).country")
      })
  }

  /// A name alone, or with the language it is in.
  private static func otherName(_ value: JSON5, at key: String) throws(JSON5.DocumentError)
    -> String
  {
    guard case .object = value.content else { return try value.string(at: key) }
    let members = try value.members(among: ["name", "language"], at: key)
    _ = try members["language"]?.string(at: "\(key).language")
    guard let name = members["name"] else {
      throw JSON5.DocumentError(place: value.place, key: key, reason: "has no name, which it must")
    }
    return try name.string(at: "\(key).name")
  }

  private static func country(_ value: JSON5, at key: String) throws(JSON5.DocumentError)
    -> CountryCode?
  {
    let code = try value.string(at: key)
    guard let country = CountryCode(code.utf8), Countries.name(of: country) != nil else {
      throw value.problem(key, isNot: "an ISO 3166-1 alpha-2 code such as CH")
    }
    return country
  }

  private static func checkStrings(of value: JSON5, at key: String) throws(JSON5.DocumentError) {
    guard case .object(let members) = value.content else {
      throw value.problem(key, isNot: "an object of strings")
    }
    for member in members { _ = try member.value.string(at: "\(key).\(member.key)") }
  }

  /// Where `name` is declared for the last time.
  private static func place(of name: String, in entries: [JSON5]) -> Place {
    var found = Place(line: 1, column: 1)
    func look(_ value: JSON5) {
      switch value.content {
      case .string(let text) where text.lowercased() == name.lowercased(): found = value.place
      case .array(let elements): for element in elements { look(element) }
      case .object(let members):
        for member in members where ["name", "otherNames"].contains(member.key) {
          look(member.value)
        }
      default: break
      }
    }
    for entry in entries { look(entry) }
    return found
  }
}

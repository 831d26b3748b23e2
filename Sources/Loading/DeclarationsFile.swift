internal import Bytes
package import Catalog
package import JSON5
internal import Statements

/// The files beside the statements that declare organizations and people: JSON5, so that they can
/// hold comments.
///
///     [
///       {
///         name: "Quiet Rivers League",          // the canonical name
///         otherNames: ["QRL", { name: "Ligue des rivières calmes", language: "fr" }],
///         country: "CH",                        // ISO 3166-1 alpha-2
///         url: "https://quiet-rivers.example",
///         sameAs: ["https://www.wikidata.org/wiki/Q0"],
///         identifiers: { wikidata: "Q0" },
///       },
///     ]
///
/// Of a person: `name`, `otherNames`, `sameAs`, and `several: true` where several persons have that
/// name. Served are the names, `sameAs`, and the country as one that was not inferred. The language
/// of a name, the address and the identifiers are for the editor: they must be sound, but the
/// shapes of the API have no place for them. A key that is none of these is told with its line, and
/// the last good file stays.
package enum DeclarationsFile: String, CaseIterable, Sendable {
  case organizations = "organizations.json5"
  case people = "people.json5"

  package var name: String { rawValue }

  /// Which of them the file at `path` is by its name.
  package init?(path: String) {
    self.init(rawValue: path.split(separator: "/").last.map(String.init) ?? "")
  }

  private var keys: [String] {
    switch self {
    case .organizations: ["name", "otherNames", "country", "url", "sameAs", "identifiers"]
    case .people: ["name", "otherNames", "sameAs", "several"]
    }
  }

  /// Reads the declarations.
  package func read(_ bytes: [UInt8]) throws(JSON5.DocumentError) -> PartyDirectory {
    let entries = try JSON5(bytes).elements(at: "")
    var parties: [DeclaredParty] = []
    for (index, entry) in entries.enumerated() {
      parties.append(try party(entry, at: "[\(index + 1)]"))
    }
    do {
      return try PartyDirectory(parties)
    } catch {
      let both = error.parties.map { "“\($0)”" }.joined(separator: " and ")
      throw JSON5.DocumentError(
        place: Self.place(of: error.name, in: entries), key: "",
        reason: "the name “\(error.name)” is declared for \(both)")
    }
  }

  private func party(_ entry: JSON5, at key: String) throws(JSON5.DocumentError) -> DeclaredParty {
    let members = try entry.members(among: keys, at: key)
    guard let name = members["name"] else {
      throw JSON5.DocumentError(place: entry.place, key: key, reason: "has no name, which it must")
    }
    var party = DeclaredParty(name: try name.string(at: "\(key).name"))
    for (index, other) in (try members["otherNames"]?.elements(at: "\(key).otherNames") ?? [])
      .enumerated()
    {
      party.otherNames.append(try Self.otherName(other, at: "\(key).otherNames[\(index + 1)]"))
    }
    for (index, page) in (try members["sameAs"]?.elements(at: "\(key).sameAs") ?? []).enumerated() {
      party.sameAs.append(try Self.page(page, at: "\(key).sameAs[\(index + 1)]"))
    }
    _ = try members["url"]?.string(at: "\(key).url")
    if let identifiers = members["identifiers"] {
      try Self.checkStrings(of: identifiers, at: "\(key).identifiers")
    }
    if let country = members["country"] {
      party.country = try Self.country(country, at: "\(key).country")
    }
    if let several = members["several"] {
      guard case .boolean(let isSeveral) = several.content else {
        throw several.problem("\(key).several", isNot: "true or false")
      }
      party.isSeveral = isSeveral
    }
    return party
  }

  /// An address that a reader may follow.
  private static func page(_ value: JSON5, at key: String) throws(JSON5.DocumentError) -> String {
    let address = try value.string(at: key)
    guard ["https://", "http://"].contains(where: address.lowercased().hasPrefix),
      address.unicodeScalars.allSatisfy({ $0 > " " && $0 != "\u{7F}" })
    else { throw value.problem(key, isNot: "an address that begins with https://") }
    return address
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

internal import Catalog
internal import FoundationEssentials
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
enum OrganizationsFile {
  static let name = "organizations.json5"

  /// Reads the declarations.
  static func read(_ bytes: [UInt8]) throws(Failure) -> OrganizationDirectory {
    let decoder = JSONDecoder()
    decoder.allowsJSON5 = true
    let entries: [Entry]
    do {
      entries = try decoder.decode([Entry].self, from: Data(bytes))
    } catch let error as DecodingError {
      throw failure(describe(error))
    } catch {
      throw failure("\(error)")
    }
    var organizations: [DeclaredOrganization] = []
    for entry in entries {
      var country: CountryCode?
      if let code = entry.country {
        country = CountryCode(code.utf8)
        guard country != nil, CountryNames.name(code) != nil else {
          throw failure("“\(entry.name)”: country: “\(code)” is no ISO 3166-1 alpha-2 code")
        }
      }
      organizations.append(
        DeclaredOrganization(
          name: entry.name, otherNames: (entry.otherNames ?? []).map(\.name), country: country))
    }
    do {
      return try OrganizationDirectory(organizations)
    } catch {
      let both = error.organizations.map { "“\($0)”" }.joined(separator: " and ")
      throw failure("the name “\(error.name)” is declared for \(both)")
    }
  }

  private static func failure(_ reason: String) -> Failure {
    Failure(code: .failure, message: reason)
  }

  private static func describe(_ error: DecodingError) -> String {
    switch error {
    case .dataCorrupted(let context): place(context)
    case .keyNotFound(let key, let context): "\(place(context)) (key “\(key.stringValue)”)"
    case .typeMismatch(_, let context), .valueNotFound(_, let context): place(context)
    @unknown default: "\(error)"
    }
  }

  private static func place(_ context: DecodingError.Context) -> String {
    let path = context.codingPath.map { key in
      key.intValue.map { "entry \($0 + 1)" } ?? key.stringValue
    }
    return (path + [context.debugDescription]).joined(separator: ": ")
  }
}

extension OrganizationsFile {
  private struct Entry: Decodable {
    var name: String
    var otherNames: [OtherName]?
    var country: String?
    var url: String?
    var identifiers: [String: String]?

    enum CodingKeys: String, CodingKey, CaseIterable {
      case name, otherNames, country, url, identifiers
    }

    init(from decoder: any Decoder) throws {
      try decoder.refuseKeys(except: CodingKeys.allCases.map(\.rawValue))
      let values = try decoder.container(keyedBy: CodingKeys.self)
      name = try values.decode(String.self, forKey: .name)
      otherNames = try values.decodeIfPresent([OtherName].self, forKey: .otherNames)
      country = try values.decodeIfPresent(String.self, forKey: .country)
      url = try values.decodeIfPresent(String.self, forKey: .url)
      identifiers = try values.decodeIfPresent([String: String].self, forKey: .identifiers)
    }
  }

  /// A name alone, or with the language it is in.
  private struct OtherName: Decodable {
    var name: String

    enum CodingKeys: String, CodingKey, CaseIterable {
      case name, language
    }

    init(from decoder: any Decoder) throws {
      if let name = try? decoder.singleValueContainer().decode(String.self) {
        self.name = name
        return
      }
      try decoder.refuseKeys(except: CodingKeys.allCases.map(\.rawValue))
      let values = try decoder.container(keyedBy: CodingKeys.self)
      name = try values.decode(String.self, forKey: .name)
      _ = try values.decodeIfPresent(String.self, forKey: .language)
    }
  }
}

extension Decoder {
  /// Throws for a key that is not among `known`, and names those that are.
  fileprivate func refuseKeys(except known: [String]) throws {
    let keys = try container(keyedBy: AnyKey.self).allKeys.map(\.stringValue)
    guard let stranger = keys.first(where: { !known.contains($0) }) else { return }
    throw DecodingError.dataCorrupted(
      .init(
        codingPath: codingPath,
        debugDescription: "the key “\(stranger)” is unknown; known are "
          + known.joined(separator: ", ")))
  }
}

private struct AnyKey: CodingKey {
  var stringValue: String
  var intValue: Int? { nil }
  init?(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}

internal import Catalog
internal import Statements

/// The parameters that routes choose from.
enum Parameters {
  static let paging = [limit, offset, cursor]

  static let limitDefault = 50
  private static let limitMax = 200

  static let limit = Parameter(
    "limit", .integer(1...limitMax),
    "How many items a page has at most; \(limitDefault) unless told.")
  static let offset = Parameter(
    "offset", .integer(0...Int.max), "How many items to skip.")
  static let cursor = Parameter(
    "cursor", .cursor, "Where to go on, as next and prev of a page have it; holds after a reload.")
  static let format = Parameter(
    "format", .choice(["json", "csv"]), "The form of the answer, whatever Accept says.")
  static let find = Parameter(
    "q", .text,
    "Only what has all these words; \"…\" for a phrase, * for the beginning of a word.")
  static let requiredFind = Parameter("q", .text, find.about, isRequired: true, example: "rights")
  static let types = Parameter(
    "types", .choices(SearchDocuments.Kind.allCases.map(\.name)),
    "Only things of these types, by comma.")
  static let organization = Parameter(
    "organization", .text, "Only what belongs to the organization of this id.")
  static let speaker = Parameter(
    "speaker", .text, "Only what the person or organization of this id said, or where it speaks.")
  static let statement = Parameter(
    "statement", .text, "Only what belongs to the statement of this id.")
  static let country = Parameter(
    "country", .country, "Only what belongs to this country (ISO 3166-1 alpha-2).")
  static let kind = Parameter(
    "kind", .choice([PartyKind.organization.rawValue, PartyKind.person.rawValue]),
    "Only organizations, or only persons.")
  static let language = Parameter(
    "lang", .language, "Only statements in this language (BCP 47; en includes en-GB).")
  static let from = Parameter("from", .date, "Only statements published on this day or later.")
  static let to = Parameter("to", .date, "Only statements published on this day or earlier.")
  static let seed = Parameter(
    "seed", .text, "The same seed picks the same quotation, as long as the texts stay the same.",
    example: "2026-01-31")

  static let ofStatements = [find, organization, speaker, country, language, from, to]
  static let ofQuotes = [find, organization, speaker, statement, country, language, from, to]
  static let ofOrganizations = [find, statement, country]
  static let ofPeople = [find, organization, statement]
  static let ofSignatories = [organization, country, kind]
}

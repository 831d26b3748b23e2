internal import Catalog
internal import Statements

/// The parameters that routes choose from.
enum Parameters {
  static let paging = [limit, offset, cursor]

  static let limitDefault = 50
  private static let limitMax = 200

  static let limit = Parameter(
    "limit", .integer(1...limitMax),
    "Maximum number of items per page, \(limitDefault) by default.")
  static let offset = Parameter(
    "offset", .integer(0...Int.max), "Number of items to skip.")
  static let cursor = Parameter(
    "cursor", .cursor, "Position to continue from, as in next and prev; survives reloads.")
  static let format = Parameter(
    "format", .choice(["json", "csv"]), "Format of the response; overrides Accept.")
  static let find = Parameter(
    "q", .text,
    "Words that must all match; \"…\" for a phrase, * for the beginning of a word.")
  static let requiredFind = Parameter("q", .text, find.about, isRequired: true, example: "rights")
  static let types = Parameter(
    "types", .choices(SearchDocuments.Kind.allCases.map(\.name)),
    "Types of items to return, separated by commas.")
  static let organization = Parameter(
    "organization", .text, "Only items of the organization with this id.")
  static let speaker = Parameter(
    "speaker", .text, "Only items in which the person or organization with this id speaks.")
  static let statement = Parameter(
    "statement", .text, "Only items of the statement with this id.")
  static let country = Parameter(
    "country", .country, "Only items of this country (ISO 3166-1 alpha-2).")
  static let kind = Parameter(
    "kind", .choice([PartyKind.organization.rawValue, PartyKind.person.rawValue]),
    "Only organizations, or only persons.")
  static let status = Parameter(
    "status", .choice(["signed", "withdrawn", "all"]),
    "Only who stands by the statement, or only who withdrew; all by default.")
  static let language = Parameter(
    "lang", .language, "Only statements in this language (BCP 47; en includes en-GB).")
  static let from = Parameter("from", .date, "Only statements published on this day or later.")
  static let to = Parameter("to", .date, "Only statements published on this day or earlier.")
  static let seed = Parameter(
    "seed", .text, "The same seed selects the same quotation while the texts stay the same.",
    example: "2026-01-31")

  static let ofStatements = [find, organization, speaker, country, language, from, to]
  static let ofQuotes = [find, organization, speaker, statement, country, language, from, to]
  static let ofOrganizations = [find, statement, country]
  static let ofPeople = [find, organization, statement]
  static let ofSignatories = [organization, country, kind, status]
}

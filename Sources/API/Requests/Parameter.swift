internal import Bytes
internal import Catalog
internal import Statements

/// A parameter of a query: its name, what it may be, and what it does.
struct Parameter: Sendable {
  enum Kind: Sendable {
    case integer(ClosedRange<Int>)
    case date
    /// ISO 3166-1 alpha-2, either case.
    case country
    /// A BCP 47 tag or the beginning of one.
    case language
    case choice([String])
    /// Names out of these, separated by commas.
    case choices([String])
    /// A place in a list, as `Cursor` writes it.
    case cursor
    /// Any text that is not empty.
    case text
  }

  let name: String
  let kind: Kind
  let about: String
  let isRequired: Bool
  /// A value for requests that show how it is done; letters, digits and hyphens only.
  let example: String?

  init(
    _ name: String, _ kind: Kind, _ about: String, isRequired: Bool = false, example: String? = nil
  ) {
    self.isRequired = isRequired
    self.example = example
    self.name = name
    self.kind = kind
    self.about = about
  }

  /// What a text means as a value of the parameter; `nil` where it is not allowed.
  func value(of text: String) -> ParameterValue? {
    switch kind {
    case .integer(let range):
      Decimal.parse(text.utf8.span).flatMap { range.contains($0) ? .integer($0) : nil }
    case .date: DateText.parse(text).map { .date($0) }
    case .country: CountryCode(text.uppercased().utf8).map { .country($0) }
    case .language: LanguageTag.isWellFormed(text) ? .text(text) : nil
    case .choice(let names): names.contains(text) ? .text(text) : nil
    case .choices(let names):
      Self.list(text).allSatisfy { names.contains($0) } ? .names(Self.list(text)) : nil
    case .cursor: Cursor(text).map { .cursor($0) }
    case .text: text.isEmpty ? nil : .text(text)
    }
  }

  /// What a value must be, in words.
  var allowed: String {
    switch kind {
    case .integer(let range):
      range.upperBound == .max
        ? "an integer from \(range.lowerBound) on"
        : "an integer from \(range.lowerBound) to \(range.upperBound)"
    case .date: "a day as YYYY-MM-DD"
    case .country: "a country code of two letters (ISO 3166-1)"
    case .language: "a language tag (BCP 47), as en or zh-Hant"
    case .choice(let values): "one of " + values.joined(separator: ", ")
    case .choices(let values): "a comma list of " + values.joined(separator: ", ")
    case .cursor: "taken from next or prev of a page"
    case .text: "a text that is not empty"
    }
  }

  private static func list(_ value: String) -> [String] {
    value.split(separator: ",", omittingEmptySubsequences: false).map { String($0) }
  }
}

/// What a parameter was given, read once.
enum ParameterValue: Sendable {
  case integer(Int)
  case date(CalendarDate)
  case country(CountryCode)
  case names([String])
  case cursor(Cursor)
  /// A text, a name out of several, or a language tag.
  case text(String)
}

package import Bytes
package import Statements

/// Which of all things are asked for: those that pass every condition that is set.
package struct Filter: Sendable {
  /// A condition on what a thing belongs to.
  package enum Wanted<Value: Equatable & Sendable>: Sendable {
    case anything
    /// What was named does not exist.
    case nothing
    case only(Value)

    package func allows(_ value: Value?) -> Bool {
      switch self {
      case .anything: true
      case .nothing: false
      case .only(let wanted): wanted == value
      }
    }

    package var isSet: Bool {
      if case .anything = self { false } else { true }
    }
  }

  /// Index of the organization.
  package var organization = Wanted<Int>.anything
  package var speaker = Wanted<PartyReference>.anything
  /// Index of the statement.
  package var statement = Wanted<Int>.anything
  package var country: CountryCode?
  package var kind: PartyKind?
  /// Whether signatories stand by the statement.
  package var isWithdrawn: Bool?
  /// A BCP 47 tag, or the beginning of one.
  package var language: String?
  /// The first day.
  package var from: CalendarDate?
  /// The last day.
  package var to: CalendarDate?
  /// What must be found in a thing.
  package var text: SearchQuery?

  package init() {}

  /// Whether any condition is set.
  var isSet: Bool {
    organization.isSet || speaker.isSet || statement.isSet || country != nil || kind != nil
      || isWithdrawn != nil
      || language != nil || from != nil || to != nil || text != nil
  }
}

extension Filter.Wanted where Value == Int {
  package init(_ index: Int?) {
    self = index.map { .only($0) } ?? .nothing
  }
}

/// The conditions of a filter that look at a statement's language and day, ready for many.
struct StatementTest {
  private let columns: StatementColumns
  private let allowedLanguages: [Bool]?
  private let from: Int32?
  private let to: Int32?

  init(_ filter: Filter, _ columns: StatementColumns) {
    self.columns = columns
    allowedLanguages = filter.language.map { columns.allowed(by: $0) }
    from = filter.from.map(\.ordinal)
    to = filter.to.map(\.ordinal)
  }

  func allows(_ statement: Int) -> Bool {
    if let allowedLanguages {
      let language = columns.languages[statement]
      if language < 0 || !allowedLanguages[Int(language)] { return false }
    }
    if from == nil && to == nil { return true }
    let day = columns.days[statement]
    return day != 0 && day >= from ?? day && day <= to ?? day
  }
}

internal import Statements

/// The collections of the API.
enum Collection: Sendable {
  case statements, organizations, people, quotes

  var path: String {
    switch self {
    case .statements: "/v1/statements"
    case .organizations: "/v1/organizations"
    case .people: "/v1/people"
    case .quotes: "/v1/quotes"
    }
  }

  init(_ kind: PartyKind) {
    self = kind == .organization ? .organizations : .people
  }
}

/// Paths of the API that are no collection.
enum Paths {
  static let search = "/v1/search"
}

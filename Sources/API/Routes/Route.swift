internal import Bytes
internal import HTTP

/// One path template, what may be asked of it, and what it answers.
struct Route: Sendable {
  typealias Handler = @Sendable (RequestContext) throws(Problem) -> ResponseContent

  /// What a successful answer holds; for the description.
  enum Answer: Sendable, Equatable {
    /// One thing of that shape.
    case one(String)
    /// A page of things of that shape.
    case page(String)
    case plainText
    /// A page for people.
    case html
    /// The description of the API.
    case description
    /// Links to what describes the API.
    case linkset
    /// Leads elsewhere.
    case redirect

    /// The forms in which it can be had; the first one where nobody asks.
    var offers: [MediaType] {
      switch self {
      case .one, .description, .redirect: [.json]
      case .page: [.json, .csv]
      case .plainText: [.text]
      case .html: [.html]
      case .linkset: [.linkset]
      }
    }
  }

  /// As `/v1/statements/{id}/quotes`.
  let template: String
  let summary: String
  let parameters: [Parameter]
  let answer: Answer
  let handler: Handler
  var id = RouteID.none
  private let segments: [String]

  init(
    _ template: String, _ summary: String, _ answer: Answer, _ parameters: [Parameter] = [],
    handler: @escaping Handler
  ) {
    self.template = template
    self.summary = summary
    self.parameters = parameters
    self.answer = answer
    self.handler = handler
    segments = Self.split(template)
  }

  /// The values of the template's variables where `path`, split and decoded, fits; else `nil`.
  func match(_ path: [[UInt8]]) -> [[UInt8]]? {
    guard path.count == segments.count else { return nil }
    var values: [[UInt8]] = []
    for (segment, given) in zip(segments, path) {
      if segment.hasPrefix("{") {
        if given.isEmpty { return nil }
        values.append(given)
      } else if !segment.utf8.elementsEqual(given) {
        return nil
      }
    }
    return values
  }

  /// The forms in which a call's answer can be had; `format` leaves one.
  func offers(_ query: Query) -> [MediaType] {
    switch query["format"] {
    case "json": [.json]
    case "csv": [.csv]
    default: answer.offers
    }
  }

  private static func split(_ template: String) -> [String] {
    template.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map { String($0) }
  }
}

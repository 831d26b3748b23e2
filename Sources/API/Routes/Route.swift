internal import Bytes
internal import HTTP

/// One path template, what may be asked of it, and what it answers.
struct Route: Sendable {
  typealias Handler = @Sendable (Call) throws(Problem) -> Content

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
  /// Its place in the route table, from 1, for whoever counts.
  var number: UInt8 = 0
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

/// A request's path, split at its slashes and only then decoded, so that `%2F` is no structure.
struct RequestPath {
  let segments: [[UInt8]]

  /// - Throws: a 400 where a `%` is not followed by two hexadecimal digits.
  init(_ path: Span<UInt8>) throws(Problem) {
    var segments: [[UInt8]] = []
    var start = min(1, path.count)
    for index in start...path.count where index == path.count || path[index] == 0x2F {
      guard let segment = PercentEncoding.decode(path.extracting(start..<index)) else {
        throw Problem(.badRequest, "The path is not percent-encoded as RFC 3986 has it.")
      }
      segments.append(segment)
      start = index + 1
    }
    self.segments = segments
  }
}

/// A request that fits a route, as its handler sees it.
struct Call {
  let scope: Scope
  /// The values of the template's variables, decoded.
  let values: [[UInt8]]
  let query: Query
  /// As sent, without the query.
  let path: String
  /// Whether a list is asked for as a table.
  var isTable = false

  /// The value of a variable as a whole number; `nil` where it is none, or begins with a zero too
  /// many: each thing has one path.
  func number(_ place: Int) -> Int? {
    let value = values[place]
    if value.count > 1 && value[0] == 0x30 { return nil }
    return Decimal.parse(value.span)
  }
}

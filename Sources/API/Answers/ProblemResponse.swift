internal import HTTP

/// Responses that tell what went wrong.
enum ProblemResponse {
  /// What every path of ours allows.
  static let allowedMethods: StaticString = "GET, HEAD, OPTIONS"
  /// How long to wait before asking again, where that may help.
  private static let retryAfterSeconds: StaticString = "1"

  /// The problem as a response; `instance` is the request's path, or empty, and `prefix` the path
  /// that all of ours are under; `route`, the one that it came of.
  static func response(
    _ problem: Problem, instance: Span<UInt8>, under prefix: String, route: RouteID = .none
  ) -> Response {
    var block = FieldBlock()
    block.add("Content-Type", Problem.mediaType)
    block.add("Cache-Control", Caching.never.field)
    block.addVary()
    switch problem.status {
    case .methodNotAllowed: block.add("Allow", allowedMethods)
    case .serviceUnavailable, .tooManyRequests: block.add("Retry-After", retryAfterSeconds)
    default: break
    }
    block.addCommon()
    return Response(
      status: problem.status, fields: block.bytes,
      content: problem.render(instance: instance, under: prefix), route: route)
  }
}

extension Problem {
  static let codingNotAcceptable = Problem(
    .notAcceptable, "No accepted coding is available. Available: br, gzip, identity.")

  static func notAcceptable(_ offers: [MediaType]) -> Problem {
    let names = offers.map { "\($0.type)/\($0.subtype)" }.joined(separator: ", ")
    return Problem(.notAcceptable, "No accepted media type is available. Available: \(names).")
  }
}

internal import HTTP

/// The answer to OPTIONS: what may be asked, also from pages of other origins (Fetch §3.2).
enum Preflight {
  /// How long browsers may remember it.
  private static let maxAgeSeconds: StaticString = "86400"

  static let response: Response = {
    var block = FieldBlock()
    block.add("Allow", ProblemResponse.allowedMethods)
    block.add("Access-Control-Allow-Methods", ProblemResponse.allowedMethods)
    block.add(
      "Access-Control-Allow-Headers",
      """
      Accept, Accept-Language, Content-Type, If-Match, If-Modified-Since, If-None-Match, \
      If-Unmodified-Since, Range, Traceparent, X-Requested-With, *
      """)
    block.add("Access-Control-Max-Age", maxAgeSeconds)
    block.addCommon()
    return Response(status: .noContent, fields: block.bytes)
  }()
}

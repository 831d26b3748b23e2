internal import Bytes
internal import Catalog
internal import Digest
internal import HTTP
internal import Statements

/// Quotations, by themselves.
enum QuoteRoutes {
  static let routes = [
    Route(
      "/v1/quotes", "All quotations, by statement and place", .page("Quotation"),
      Listings.quotations.parameters()
    ) { (call) throws(Problem) in try Listings.quotations(call, Filter(call)) },
    Route(
      "/v1/quotes/random", "One quotation, selected at random or by seed", .one("Quotation"),
      Parameters.ofQuotes + [Parameters.seed]
    ) { (call) throws(Problem) in
      let found = call.scope.snapshot.quotations(Filter(call))
      guard let index = pick(from: found, seed: call.query["seed"]) else {
        throw Problem(
          .notFound,
          "No quotation matches these filters. All are listed at \(path: Collection.quotes.path).")
      }
      var content = one(Int(index), call)
      content.caching = .never
      content.isSameForAll = false
      return content
    },
    Route("/v1/quotes/{id}", "One quotation", .one("Quotation")) { (call) throws(Problem) in
      guard let index = call.scope.snapshot.quotationIDs.find(call.values[0]) else {
        throw .missing("quotation", call.values[0], in: .quotes)
      }
      return one(index, call)
    },
  ]

  private static func one(_ index: Int, _ call: RequestContext) -> ResponseContent {
    var writer = ValueWriter()
    Shape<QuotationSubject>.quotation.write(
      QuotationSubject(index, call.scope), call.scope, &writer)
    var content = ResponseContent(writer.bytes)
    let entry = call.scope.statement(Int(call.scope.snapshot.quotations[index].statement))
    content.lastModified = entry.modified
    content.language = entry.statement.language
    return content
  }

  /// With a seed, its digest picks; else chance does.
  private static func pick(from found: [Int32], seed: String?) -> Int32? {
    guard let seed else { return found.randomElement() }
    guard !found.isEmpty else { return nil }
    var number: UInt64 = 0
    for byte in SHA256.digest(Array(seed.utf8)).prefix(8) { number = number << 8 | UInt64(byte) }
    return found[Int(number % UInt64(found.count))]
  }
}

internal import Bytes
internal import Catalog
internal import HTTP

/// Search over everything.
enum SearchRoutes {
  static let routes = [
    Route(
      Paths.search,
      "Statements, organizations, people and quotations that match all words, best first",
      .page("SearchResult"),
      [
        Parameters.requiredFind, Parameters.limit, Parameters.offset, Parameters.types,
        Parameters.format,
        Parameter("fields", .choices(names), "Members of each item to include, by comma."),
      ]
    ) { (call) throws(Problem) in
      let kinds = call.query.names("types")
      let index = call.scope.snapshot.search
      let found = index.find(
        SearchQuery(call.query["q"] ?? ""),
        in: SearchDocuments.Kind.allCases.filter { kinds?.contains($0.name) ?? true })
      let listing = Listing<SearchHit>(shape: SearchShapes.hit, filters: [], sorts: [], facets: [])
      let page = ListPage(call, total: found.count, isReversed: false, isByOffset: true) { place in
        SortKey(number: place, bytes: [])
      }
      let hits = found.documents(at: page.range).map { document in
        let thing = index.documents.thing(Int(document))
        return SearchHit(kind: thing.kind, index: thing.index, found: found)
      }
      return listing.content(call, page, hits, found: [])
    }
  ]

  private static let names = SearchShapes.hit.fields.map(\.name)
}

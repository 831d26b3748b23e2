internal import Bytes
internal import Catalog
internal import HTTP

/// A kind of list: how its items are shown, and by what it can be filtered, sorted and counted.
struct Listing<Subject>: Sendable {
  let shape: Shape<Subject>
  let filters: [Parameter]
  /// The names of the orders; the first is the one without `sort`.
  let sorts: [String]
  let facets: [Facet]

  /// Every parameter that such a list takes, but for a filter that the path gives already.
  func parameters(without given: String? = nil) -> [Parameter] {
    let names = shape.fields.map(\.name)
    var parameters =
      Parameters.paging + [
        Parameter("fields", .choices(names), "Members of each item to include, by comma."),
        Parameter(
          "sort", .choice(sorts.flatMap { [$0, "-\($0)"] }),
          "Sort order, reversed by -; \(sorts.first ?? "") by default."),
        Parameters.format,
      ]
    if !facets.isEmpty {
      let about = "Facets to count over the whole list, separated by commas."
      parameters.append(Parameter("facets", .choices(facets.map(\.name)), about))
    }
    return parameters + filters.filter { $0.name != given }
  }

  /// The page that the call asks for, of the things `found`, which are ascending indexes.
  func content(
    _ call: RequestContext, _ found: [Int32], _ orders: [Order], _ subject: (Int) -> Subject
  ) throws(Problem) -> ResponseContent {
    let sort = call.query["sort"]
    let isReversed = sort?.hasPrefix("-") ?? false
    let name = isReversed ? sort.map { String($0.dropFirst()) } : sort
    guard let order = orders.first(where: { $0.name == name ?? orders.first?.name }) else {
      throw Problem(.internalServerError, "The list has no such sort order.")
    }
    let isGiven = order.name == orders.first?.name && !isReversed
    let arranged = isGiven ? found : order.arrange(found, isReversed: isReversed)
    let page = ListPage(
      call, total: arranged.count, isReversed: isReversed, isByOffset: false
    ) { place in order.key(Int(arranged[place])) }
    return content(call, page, page.range.map { subject(Int(arranged[$0])) }, found: found)
  }

  /// A page of `items`; `found` is what facets count.
  func content(_ call: RequestContext, _ page: ListPage, _ items: [Subject], found: [Int32])
    -> ResponseContent
  {
    let selected = call.query.names("fields").map { Set($0) }
    var content =
      call.isTable
      ? table(items, call.scope, selected) : json(items, page, call, selected, found)
    content.links = page.links
    content.lastModified = call.scope.snapshot.modified
    return content
  }

  /// `items total limit self next prev`, and `facets` where asked for.
  private func json(
    _ items: [Subject], _ page: ListPage, _ call: RequestContext, _ selected: Set<String>?,
    _ found: [Int32]
  ) -> ResponseContent {
    var writer = ValueWriter(reservingCapacity: 256 + items.count * 512)
    writer.json.beginObject()
    writer.json.key("items")
    writer.json.beginArray()
    for item in items { shape.write(item, call.scope, &writer, selected: selected) }
    writer.json.endArray()
    writer.json.key("total")
    writer.json.number(page.total)
    writer.json.key("limit")
    writer.json.number(page.limit)
    writer.json.key("self")
    writer.json.string(page.url)
    writer.json.key("next")
    writer.json.string(orNull: page.next)
    writer.json.key("prev")
    writer.json.string(orNull: page.previous)
    if let names = call.query.names("facets") {
      writer.json.key("facets")
      write(names, of: found, call.scope, &writer.json)
    }
    writer.json.endObject()
    return ResponseContent(writer.json.bytes)
  }

  private func write(
    _ names: [String], of found: [Int32], _ scope: RenderContext, _ writer: inout JSONWriter
  ) {
    writer.beginObject()
    for facet in facets where names.contains(facet.name) {
      writer.key(facet.name)
      writer.beginArray()
      for (value, count) in facet.values(found, scope) {
        writer.beginObject()
        writer.key("value")
        writer.string(value)
        writer.key("count")
        writer.number(count)
        writer.endObject()
      }
      writer.endArray()
    }
    writer.endObject()
  }

  private func table(_ items: [Subject], _ scope: RenderContext, _ selected: Set<String>?)
    -> ResponseContent
  {
    let columns = shape.columns(selected)
    var table = CSVTable(columns: columns)
    for item in items {
      var writer = ValueWriter(columnCount: columns.count)
      shape.write(item, scope, &writer, selected: selected)
      table.append(writer.row?.cells ?? [])
    }
    var content = ResponseContent(table.bytes)
    content.mediaType = .csv
    return content
  }
}

extension JSONWriter {
  mutating func string(orNull value: String?) {
    if let value { string(value) } else { null() }
  }
}

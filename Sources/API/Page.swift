internal import Bytes
internal import HTTP

/// One page of a list: `items total limit self next prev`, and the links between pages.
struct Page {
  static let limitDefault = 50
  static let limitMax = 200

  let call: Call
  let total: Int
  let limit: Int
  let offset: Int

  init(_ call: Call, total: Int) {
    self.call = call
    self.total = total
    limit = call.query.integer("limit") ?? Self.limitDefault
    offset = call.query.integer("offset") ?? 0
  }

  /// The places of the page's items in the list.
  var range: Range<Int> {
    let start = min(offset, total)
    return start..<start + min(limit, total - start)
  }

  /// Renders the page; `item` writes the thing at a place of the list.
  func render(_ item: (Int, inout JSONWriter) -> Void) -> Content {
    var writer = JSONWriter(reservingCapacity: 256 + range.count * 512)
    writer.beginObject()
    writer.key("items")
    writer.beginArray()
    for place in range { item(place, &writer) }
    writer.endArray()
    writer.key("total")
    writer.number(total)
    writer.key("limit")
    writer.number(limit)
    writer.key("self")
    writer.string(url(replacing: []))
    writer.key("next")
    writer.string(orNull: next)
    writer.key("prev")
    writer.string(orNull: previous)
    writer.endObject()
    var content = Content(writer.bytes)
    content.links = links
    return content
  }

  private var next: String? {
    range.upperBound < total ? url(offset: range.upperBound) : nil
  }

  private var previous: String? {
    offset > 0 ? url(offset: max(0, min(offset, total) - limit)) : nil
  }

  private var links: [String] {
    let last = total == 0 ? 0 : (total - 1) / limit * limit
    let targets = [
      ("first", url(offset: 0)), ("prev", previous), ("next", next), ("last", url(offset: last)),
    ]
    return targets.compactMap { relation, target in
      target.map { "<\($0)>; rel=\"\(relation)\"" }
    }
  }

  private func url(offset: Int) -> String {
    url(replacing: [("offset", offset == 0 ? nil : String(offset))])
  }

  private func url(replacing replacements: [(name: String, value: String?)]) -> String {
    call.scope.url(call.path + call.query.text(replacing: replacements))
  }
}

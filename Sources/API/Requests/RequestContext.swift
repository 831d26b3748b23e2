internal import Bytes
internal import HTTP

/// A request that fits a route, as its handler sees it.
struct RequestContext {
  let scope: RenderContext
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

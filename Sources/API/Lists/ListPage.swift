internal import Bytes
internal import Catalog
internal import HTTP

/// One page of a list: where it begins, and the links to the pages around it.
///
/// Links go on by cursor; a client that asks by `offset` is led on by offset, and so is one whose
/// list has no lasting order.
struct ListPage {
  /// Rows of a table where no limit is asked for: tables are taken whole.
  private static let tableRowsMax = 10_000

  private let call: RequestContext
  /// The key of the item at a place of the list.
  private let key: (Int) -> SortKey
  private let isByOffset: Bool
  let total: Int
  let limit: Int
  /// The places of the page's items in the list.
  let range: Range<Int>

  /// A page of a list of `total` items that are ordered by ascending key, or descending if
  /// reversed.
  ///
  /// With both, `offset` counts from the cursor on.
  init(
    _ call: RequestContext, total: Int, isReversed: Bool, isByOffset: Bool,
    key: @escaping (Int) -> SortKey
  ) {
    self.isByOffset =
      isByOffset || call.query.has("offset") && !call.query.has("cursor")
    self.call = call
    self.total = total
    self.key = key
    limit =
      call.query.integer("limit") ?? (call.isTable ? Self.tableRowsMax : Parameters.limitDefault)
    guard let cursor = call.query.cursor("cursor") else {
      let start = min(call.query.integer("offset") ?? 0, total)
      range = start..<start + min(limit, total - start)
      return
    }
    let skipped = min(call.query.integer("offset") ?? 0, total)
    switch cursor.direction {
    case .after:
      let place = Self.firstPlace(total) { place in
        isReversed ? key(place) < cursor.key : cursor.key < key(place)
      }
      let start = min(place + skipped, total)
      range = start..<start + min(limit, total - start)
    case .before:
      let place = Self.firstPlace(total) { place in
        isReversed ? key(place) <= cursor.key : cursor.key <= key(place)
      }
      let end = max(0, place - skipped)
      range = max(0, end - limit)..<end
    }
  }

  /// `self`, as sent.
  var url: String { url([]) }

  var next: String? {
    guard range.upperBound < total else { return nil }
    if isByOffset { return url([("offset", String(range.upperBound))]) }
    guard let last = range.last else { return nil }
    return url(cursor: Cursor(.after, key(last)))
  }

  var previous: String? {
    guard range.lowerBound > 0 else { return nil }
    if isByOffset { return url(offset: max(0, range.lowerBound - limit)) }
    if range.isEmpty { return url(offset: max(0, total - limit)) }
    return url(cursor: Cursor(.before, key(range.lowerBound)))
  }

  /// The values of `Link` (RFC 8288).
  var links: [String] {
    let last = total == 0 ? 0 : (total - 1) / limit * limit
    let targets = [
      ("first", url(offset: 0)), ("prev", previous), ("next", next), ("last", url(offset: last)),
    ]
    return targets.compactMap { relation, target in
      target.map { "<\($0)>; rel=\"\(relation)\"" }
    }
  }

  private func url(offset: Int) -> String {
    url([("offset", offset == 0 ? nil : String(offset)), ("cursor", nil)])
  }

  private func url(cursor: Cursor) -> String {
    url([("cursor", cursor.text), ("offset", nil)])
  }

  private func url(_ replacements: [(name: String, value: String?)]) -> String {
    call.scope.url(call.path + call.query.text(replacing: replacements))
  }

  /// The first place for which `isBeyond` holds, as it does for all after it. O(log count).
  private static func firstPlace(_ count: Int, _ isBeyond: (Int) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = low + (high - low) / 2
      if isBeyond(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

internal import Bytes
internal import Catalog

/// A place in a list, to go on from: opaque to clients, and good after a reload, since it tells
/// what was there and not how many came before.
struct Cursor: Equatable {
  enum Direction: UInt8 { case after = 0x3E, before = 0x3C }

  /// The value of `sort` that the list had; empty where there was none.
  var sort: String
  var direction: Direction
  var key: SortKey

  init(sort: String, direction: Direction, key: SortKey) {
    self.sort = sort
    self.direction = direction
    self.key = key
  }

  /// Reads what `text` wrote; `nil` for anything else.
  init?(_ text: String) {
    guard let bytes = Base64.decodeFromURL(Array(text.utf8)) else { return nil }
    let parts = bytes.split(separator: 0x0A, maxSplits: 3, omittingEmptySubsequences: false)
    guard parts.count == 4, let sort = String(validating: parts[0], as: UTF8.self),
      parts[1].count == 1, let direction = parts[1].first.flatMap(Direction.init(rawValue:)),
      let number = Int(String(decoding: parts[2], as: UTF8.self))
    else { return nil }
    self.sort = sort
    self.direction = direction
    key = SortKey(number: number, bytes: Array(parts[3]))
  }

  var text: String {
    var bytes = Array(sort.utf8)
    bytes.append(contentsOf: [0x0A, direction.rawValue, 0x0A])
    bytes.append(contentsOf: "\(key.number)\n".utf8)
    bytes.append(contentsOf: key.bytes)
    return String(decoding: Base64.encodeForURL(bytes), as: UTF8.self)
  }
}

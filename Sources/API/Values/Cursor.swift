internal import Bytes
internal import Catalog

/// A place in a list, to go on from: opaque to clients, and good after a reload, since it tells
/// what was there and not how many came before.
struct Cursor: Equatable {
  enum Direction: Character { case after = "a", before = "b" }

  /// What a cursor looks like: the direction, the number of the key, and its bytes in hexadecimal
  /// digits. Every such text is a place in every list.
  static let pattern = "^[ab]-?[0-9]{1,15}\\.([0-9a-f]{2})*$"

  var direction: Direction
  var key: SortKey

  init(_ direction: Direction, _ key: SortKey) {
    self.direction = direction
    self.key = key
  }

  /// Reads what the pattern allows; `nil` for anything else.
  init?(_ text: String) {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let mark = parts[0].first, let direction = Direction(rawValue: mark),
      let number = Self.number(parts[0].dropFirst()), let bytes = Hex.decode(Array(parts[1].utf8))
    else { return nil }
    self.direction = direction
    key = SortKey(number: number, bytes: bytes)
  }

  var text: String {
    "\(direction.rawValue)\(key.number)." + String(decoding: Hex.encode(key.bytes), as: UTF8.self)
  }

  private static func number(_ text: Substring) -> Int? {
    let digits = text.hasPrefix("-") ? text.dropFirst() : text
    guard (1...15).contains(digits.utf8.count), let value = Decimal.parse(digits.utf8.span) else {
      return nil
    }
    return text.hasPrefix("-") ? -value : value
  }
}

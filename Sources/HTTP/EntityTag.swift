internal import Bytes

/// Lists of entity tags (RFC 9110 §8.8.3), as `If-Match` and `If-None-Match` carry them.
package enum EntityTag {
  package enum Comparison {
    /// Both must be strong, and the same.
    case strong
    /// The same, whether marked weak or not.
    case weak
  }

  /// Whether `list` is `*` or has a member equal to `tag`: a strong entity tag with its quotes.
  /// Reading stops at the first byte that the grammar does not allow. No allocation.
  package static func list(
    _ list: Span<UInt8>, contains tag: Span<UInt8>, by comparison: Comparison
  ) -> Bool {
    if list.count == 1 && list[0] == 0x2A { return true }
    // The tag alone is what nearly all send who send any.
    if list.equals(tag) { return true }
    var index = 0
    while index < list.count {
      let byte = list[index]
      if byte == 0x2C || byte == ASCII.space || byte == ASCII.tab {
        index += 1
        continue
      }
      let isWeak = byte == 0x57 && index + 1 < list.count && list[index + 1] == 0x2F
      if isWeak { index += 2 }
      guard let end = closingQuote(in: list, from: index) else { return false }
      let isComparable = !isWeak || comparison == .weak
      let isEqual = list.extracting(index..<end).equals(tag)
      index = end
      while index < list.count, ASCII.isBlank(list[index]) { index += 1 }
      // What stands between a tag and the next comma makes it no member of a list.
      guard index == list.count || list[index] == 0x2C else { return false }
      if isComparable && isEqual { return true }
    }
    return false
  }

  /// The place after the quote that closes the tag opened at `start`.
  private static func closingQuote(in list: Span<UInt8>, from start: Int) -> Int? {
    guard start < list.count, list[start] == 0x22 else { return nil }
    var index = start + 1
    while index < list.count {
      let byte = list[index]
      if byte == 0x22 { return index + 1 }
      guard byte == 0x21 || byte >= 0x23 && byte != 0x7F else { return nil }
      index += 1
    }
    return nil
  }
}

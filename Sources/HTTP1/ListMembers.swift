import Bytes

/// Walks the members of a comma-separated field value (RFC 9110 §5.6.1): without the white space
/// around them, empty ones skipped. A comma in a quoted string separates too; no list read here may
/// hold one.
struct ListMembers {
  private var position = 0

  /// The next member's place in `value`, which is the same on each call; `nil` after the last.
  mutating func next(in value: Span<UInt8>) -> Range<Int>? {
    while position < value.count {
      var end = position
      while end < value.count, value[end] != 0x2C { end += 1 }
      let member = value.trimmed(position..<end)
      position = end + 1
      if !member.isEmpty { return member }
    }
    return nil
  }
}

internal import Bytes

/// Reads the members of lists with weights, as `Accept` and `Accept-Encoding` have them
/// (RFC 9110 §12.4.2), one after the other, without allocating.
struct WeightedList: ~Escapable {
  private let bytes: Span<UInt8>
  private var index = 0

  @_lifetime(copy bytes)
  init(_ bytes: Span<UInt8>) {
    self.bytes = bytes
  }

  /// Where the next member's value stands, without parameters, and its weight in thousandths. What
  /// is no weight counts as 0, so that a broken member asks for nothing.
  mutating func next() -> (value: Range<Int>, weight: Int)? {
    while index < bytes.count, isSeparator(bytes[index]) { index += 1 }
    if index >= bytes.count { return nil }
    let value = part()
    var weight = 1000
    while index < bytes.count, bytes[index] == 0x3B {
      index += 1
      let parameter = part()
      let name = parameter.lowerBound
      if parameter.count >= 2, bytes[name] | 0x20 == 0x71, bytes[name + 1] == 0x3D {
        weight = Self.weight(bytes.extracting(name + 2..<parameter.upperBound))
      }
    }
    return (value, weight)
  }

  /// What stands before the next `;` or `,` outside quotes, without white space around it.
  private mutating func part() -> Range<Int> {
    while index < bytes.count, ASCII.isBlank(bytes[index]) { index += 1 }
    let start = index
    var isQuoted = false
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x22 { isQuoted.toggle() }
      if isQuoted && byte == 0x5C { index += 1 }
      if !isQuoted && (byte == 0x2C || byte == 0x3B) { break }
      index += 1
    }
    index = min(index, bytes.count)
    return bytes.trimmed(start..<index)
  }

  private func isSeparator(_ byte: UInt8) -> Bool { ASCII.isBlank(byte) || byte == 0x2C }

  /// `0` or `1`, and up to three decimals.
  private static func weight(_ text: Span<UInt8>) -> Int {
    guard (1...5).contains(text.count), text.count == 1 || text[1] == 0x2E else { return 0 }
    guard text[0] == 0x30 || text[0] == 0x31 else { return 0 }
    var weight = Int(text[0] &- 0x30) * 1000
    var scale = 100
    for place in 2..<max(2, text.count) {
      guard ASCII.isDigit(text[place]) else { return 0 }
      weight += Int(text[place] &- 0x30) * scale
      scale /= 10
    }
    return min(weight, 1000)
  }
}

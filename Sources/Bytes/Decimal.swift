/// Whole decimal numbers, without sign, in ASCII digits.
package enum Decimal {
  /// The number written in `bytes`; `nil` when empty, when a byte is no digit, or above `Int.max`.
  package static func parse(_ bytes: Span<UInt8>) -> Int? {
    guard !bytes.isEmpty else { return nil }
    var value = 0
    for index in bytes.indices {
      let byte = bytes[index]
      guard ASCII.isDigit(byte) else { return nil }
      let (tens, overflowed) = value.multipliedReportingOverflow(by: 10)
      let (sum, carried) = tens.addingReportingOverflow(Int(byte &- 0x30))
      if overflowed || carried { return nil }
      value = sum
    }
    return value
  }

  /// Appends the digits of `value`. No allocation beyond the growth of `output`.
  package static func append(_ value: UInt, to output: inout [UInt8]) {
    let start = output.count
    var rest = value
    repeat {
      output.append(0x30)
      rest /= 10
    } while rest > 0
    rest = value
    for index in (start..<output.count).reversed() {
      output[index] = 0x30 &+ UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
  }
}

import Bytes
import Testing

@Suite struct DecimalTests {
  private func parse(_ text: String) -> Int? { Decimal.parse([UInt8](text.utf8).span) }

  @Test("digits are read as their number, with any leading zeros")
  func digits() {
    #expect(parse("0") == 0)
    #expect(parse("0012") == 12)
    #expect(parse("9223372036854775807") == Int.max)
    #expect(parse("00000000000000000000000000000001") == 1)
  }

  @Test(
    "anything else, and what is above the greatest integer, is no number",
    arguments: [
      "", " 1", "1 ", "+1", "-1", "1.0", "1e1", "0x1", "a", "１", "9223372036854775808",
      "18446744073709551617", "100000000000000000000",
    ])
  func malformed(text: String) {
    #expect(parse(text) == nil)
  }

  @Test("a number is appended as its digits")
  func append() {
    for value in [0, 1, 9, 10, 99, 100, 12_345, UInt(Int.max), UInt.max] {
      var output: [UInt8] = [0x2D]
      Decimal.append(value, to: &output)
      #expect(String(decoding: output, as: UTF8.self) == "-\(value)")
    }
  }
}

import Bytes
import Testing

@Suite struct ByteRangeTests {
  @Test("a range knows its count and its offsets")
  func range() {
    let range = ByteRange(3..<7)
    #expect(range == ByteRange(start: 3, end: 7))
    #expect(range.count == 4)
    #expect(range.offsets == 3..<7)
    #expect(!range.isEmpty)
    #expect(ByteRange(5..<5).isEmpty)
    #expect(ByteRange.empty.count == 0)
  }
}

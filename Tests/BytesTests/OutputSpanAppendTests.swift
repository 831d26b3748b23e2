import Bytes
import Testing

@Suite struct OutputSpanAppendTests {
  @Test("texts and bytes are appended in order, empty ones too")
  func order() {
    var output: [UInt8] = [0x30]
    let some: [UInt8] = [0x32, 0x33]
    let none: [UInt8] = []
    output.append(addingCapacity: 16) { room in
      room.append("1")
      room.append(some.span)
      room.append(none.span)
      room.append("")
      room.append("45")
    }
    #expect(output == Array("012345".utf8))
  }
}

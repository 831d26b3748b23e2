import Testing

@testable import HTTP1

@Suite struct ScanTests {
  @Test("the first control character is found at any place, among bytes of any value")
  func firstControl() {
    for length in 0...20 {
      for place in 0..<max(length, 1) {
        for control in [0x00, 0x09, 0x1F, 0x7F] as [UInt8] {
          for filler in [0x20, 0x7E, 0x80, 0x8D, 0xA0, 0xFF] as [UInt8] {
            var bytes = [UInt8](repeating: filler, count: length)
            #expect(bytes.span.firstControl(in: 0..<length) == length)
            if place < length { bytes[place] = control }
            #expect(bytes.span.firstControl(in: 0..<length) == (length == 0 ? 0 : place))
            #expect(bytes.span.firstControl(in: min(place + 1, length)..<length) == length)
          }
        }
      }
    }
  }

  @Test("every byte is a control character or not, as ASCII says")
  func everyByte() {
    for byte in UInt8.min...UInt8.max {
      let bytes = [UInt8](repeating: byte, count: 9)
      let isControl = byte < 0x20 || byte == 0x7F
      #expect(bytes.span.firstControl(in: 0..<9) == (isControl ? 0 : 9))
    }
  }

  @Test("a run of a set ends at the first byte outside it, or with the range")
  func firstOffset() {
    let bytes = latin1("abc def")
    #expect(bytes.span.firstOffset(in: 0..<7, notIn: Grammar.token) == 3)
    #expect(bytes.span.firstOffset(in: 0..<2, notIn: Grammar.token) == 2)
    #expect(bytes.span.firstOffset(in: 3..<7, notIn: Grammar.token) == 3)
    #expect(bytes.span.firstOffset(in: 7..<7, notIn: Grammar.token) == 7)
  }

  @Test("every byte at every place stops the scan exactly where the set has it not")
  func stopsAtEveryByte() {
    let sets = [Grammar.token, Grammar.path, Grammar.query, Grammar.registeredName]
    for set in sets {
      for byte in UInt8.min...UInt8.max {
        for place in 0..<18 {
          var bytes = [UInt8](repeating: 0x61, count: 18)
          bytes[place] = byte
          let end = set.contains(byte) ? 18 : place
          #expect(bytes.span.firstOffset(in: 0..<18, notIn: set) == end)
          // Nor is anything behind the range looked at as if it were in it.
          #expect(bytes.span.firstOffset(in: 0..<place, notIn: set) == place)
        }
      }
    }
  }
}

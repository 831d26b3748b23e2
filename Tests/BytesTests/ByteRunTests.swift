import Bytes
import Testing

@Suite struct ByteRunTests {
  private func bytes(of run: borrowing ByteRun) -> [UInt8] { [UInt8](copying: run.span) }

  @Test("texts and bytes are appended in order, empty ones too, beyond the room there was")
  func order() {
    var run = ByteRun(capacity: 2)
    let some: [UInt8] = [0x32, 0x33]
    let none: [UInt8] = []
    run.append("01")
    run.append(some)
    run.append(none)
    run.append("")
    run.append([0x34] as [UInt8])
    unsafe some.withUnsafeBytes { unsafe run.append($0) }
    run.appendLineEnd()
    run.appendLineEnd()
    let all = bytes(of: run)
    #expect(all == Array("0123423\r\n\r\n".utf8))
    let count = run.count
    #expect(count == 11)
  }

  @Test("what was dropped is gone, and what comes next begins anew")
  func removeAll() {
    var run = ByteRun(capacity: 4)
    run.append("abcdefgh")
    run.removeAll()
    let isEmpty = run.isEmpty
    #expect(isEmpty)
    let nothing = bytes(of: run)
    #expect(nothing == [])
    run.append("xy")
    let next = bytes(of: run)
    #expect(next == Array("xy".utf8))
  }
}

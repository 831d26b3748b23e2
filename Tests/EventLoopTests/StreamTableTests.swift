import ServerTesting
import Testing

@testable import EventLoop

@Suite struct StreamTableTests {
  /// A stream of no socket.
  private func stream() -> Stream {
    Stream(Descriptor(owning: -1), handler: IdleHandler(), deadline: 0)
  }

  @Test("A token finds its stream until that is removed, and never the next in its slot")
  func generations() {
    for removed in 0..<3 {
      var table = StreamTable()
      let streams = (0..<3).map { _ in stream() }
      for stream in streams { table.insert(stream) }
      let old = streams[removed].token
      for _ in 0..<3 {
        table.remove(streams[removed])
        #expect(table[old] == nil && table.count == 2)
        let next = stream()
        table.insert(next)
        #expect(table[old] == nil && table[next.token] === next && table.count == 3)
        // The stream that has left is not in it, whoever has its slot now.
        table.remove(streams[removed])
        #expect(table[next.token] === next && table.count == 3)
        table.remove(next)
        table.insert(streams[removed])
      }
      for stream in streams { #expect(table[stream.token] === stream) }
      #expect(table.all.count == 3)
    }
  }
}

import Testing

@testable import EventLoop

@Suite struct StreamTableTests {
  private final class Handler: StreamHandler {
    func opened(_ stream: Stream, isRefused: Bool, into output: inout Output) -> Directive { .keep }
    func receive(_ bytes: Span<UInt8>, on stream: Stream, into output: inout Output) -> Directive {
      .keep
    }
    func resume(_ stream: Stream, into output: inout Output) -> Directive { .keep }
    func inputEnded(on stream: Stream, into output: inout Output) -> Directive { .keep }
    func expired(_ stream: Stream, into output: inout Output) -> Directive { .keep }
    func drain(_ stream: Stream, into output: inout Output) -> Directive { .keep }
    func closed() {}
  }

  /// A stream of no socket.
  private func stream() -> Stream {
    Stream(Descriptor(owning: -1), handler: Handler(), deadline: 0)
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

import ServerTesting
import Testing

@testable import EventLoop
@testable import Server

@Suite struct HandshakeQueueTests {
  private func stream() -> Stream {
    Stream(Descriptor(owning: -1), handler: IdleHandler(), deadline: 0)
  }

  @Test("The oldest that is under way makes room, whichever are over by then")
  func oldest() {
    for over in [[], [0], [1], [0, 1], [1, 0], [2]] {
      var queue = HandshakeQueue()
      var entries: [HandshakeQueue.Entry] = []
      for _ in 0..<3 { entries.append(queue.begin(on: stream(), countMax: 3).0) }
      for index in over { queue.end(entries[index]) }
      // As many as are over fit in without anybody's leaving.
      for _ in over {
        let (entry, crowdedOut) = queue.begin(on: stream(), countMax: 3)
        #expect(crowdedOut == nil)
        entries.append(entry)
      }
      var waiting = entries.indices.filter { !over.contains($0) }
      for _ in 0..<4 {
        let (entry, crowdedOut) = queue.begin(on: stream(), countMax: 3)
        let oldest = entries[waiting.removeFirst()]
        #expect(crowdedOut === oldest && oldest.isCrowdedOut, "after \(over)")
        #expect(queue.count == 3)
        // Its stream closes later.
        queue.end(oldest)
        #expect(queue.count == 3)
        waiting.append(entries.count)
        entries.append(entry)
      }
    }
  }
}

import Dispatch
import Metrics
import Testing

/// A counter that several closures share.
private final class Shared: Sendable {
  let counter = Counter()
  let shared = SharedCounter()
}

@Suite struct CounterTests {
  @Test("A reader on another thread sees numbers that only grow, and the last one in the end")
  func reading() {
    let object = Shared()
    let group = DispatchGroup()
    DispatchQueue.global().async(group: group) {
      for _ in 0..<100_000 { object.counter.add() }
    }
    var last: UInt64 = 0
    while group.wait(timeout: .now()) == .timedOut {
      let now = object.counter.count
      #expect(now >= last)
      last = now
    }
    #expect(object.counter.count == 100_000)
  }

  @Test("What is subtracted is gone")
  func subtracting() {
    let object = Shared()
    object.counter.add(5)
    object.counter.subtract(2)
    #expect(object.counter.count == 3)
  }

  @Test("Threads that count together lose nothing")
  func sharing() {
    let object = Shared()
    DispatchQueue.concurrentPerform(iterations: 4) { _ in
      for _ in 0..<10_000 { object.shared.add() }
    }
    #expect(object.shared.count == 40_000)
  }
}

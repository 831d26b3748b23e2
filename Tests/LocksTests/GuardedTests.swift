import Dispatch
import Locks
import Testing

@Suite struct GuardedTests {
  @Test("One thread at a time has the value, and each sees what the others did")
  func together() {
    let counter = Guarded(0)
    DispatchQueue.concurrentPerform(iterations: 8) { _ in
      for _ in 0..<10_000 { counter.withLock { $0 += 1 } }
    }
    #expect(counter.withLock { $0 } == 80_000)
  }
}

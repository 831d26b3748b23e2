import Testing

@testable import EventLoop

@Suite struct TimerWheelTests {
  private static let tick = TimerWheel.tickMilliseconds

  @Test("A reminder comes in the first tick after its deadline, and once")
  func once() {
    var wheel = TimerWheel(now: 1_000_000)
    wheel.set(7, at: 1_000_500)
    var due: [UInt64] = []
    wheel.take(until: 1_000_499, into: &due)
    #expect(due.isEmpty)
    wheel.take(until: 1_000_500 + Self.tick, into: &due)
    #expect(due == [7])
    wheel.take(until: 2_000_000, into: &due)
    #expect(due == [7])
  }

  @Test("The wait is never longer than to the next deadline's tick, and none without reminders")
  func wait() {
    var wheel = TimerWheel(now: 0)
    #expect(wheel.wait(from: 0) == nil)
    wheel.set(1, at: 10_000)
    wheel.set(2, at: 5_000)
    let wait = wheel.wait(from: 0)
    #expect(wait.map { $0 >= 5_000 && $0 <= 5_000 + Self.tick } == true)
    #expect(wheel.wait(from: 60_000) == 0)
  }

  @Test("Deadlines many turns of the ring away come in their turn, also after a long sleep")
  func manyTurns() {
    var wheel = TimerWheel(now: 0)
    let deadlines = (1...200).map { UInt64($0) * 7_919 }
    for (index, deadline) in deadlines.enumerated() { wheel.set(UInt64(index), at: deadline) }
    var due: [UInt64] = []
    var now: UInt64 = 0
    while now < 1_000_000 {
      now += 1 + now % 997
      let before = due.count
      wheel.take(until: now, into: &due)
      for token in due[before...] {
        #expect(deadlines[Int(token)] <= now)
        #expect(now - deadlines[Int(token)] <= 997 + 2 * Self.tick)
      }
    }
    wheel.take(until: 100_000_000, into: &due)
    #expect(due.sorted() == Array(0..<200))
    #expect(wheel.wait(from: now) == nil)
  }

  @Test("A deadline in the past comes with the next tick")
  func past() {
    var wheel = TimerWheel(now: 50_000)
    wheel.set(3, at: 10)
    var due: [UInt64] = []
    wheel.take(until: 50_000 + 2 * Self.tick, into: &due)
    #expect(due == [3])
  }

  @Test("The room that crowds needed is given back, wherever in the ring they were")
  func room() {
    var wheel = TimerWheel(now: 0)
    var due: [UInt64] = []
    for crowd in UInt64(1)...20 {
      for token in 0..<UInt64(1_000) { wheel.set(token, at: crowd * 1_000) }
      for token in 0..<UInt64(40) { wheel.set(token, at: crowd * 1_000 + 2 * Self.tick) }
      wheel.take(until: crowd * 1_000 + 4 * Self.tick, into: &due)
    }
    #expect(due.count == 20_800)
    #expect(wheel.capacity == 0)
  }
}

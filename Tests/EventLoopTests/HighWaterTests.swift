import Testing

@testable import EventLoop

@Suite struct HighWaterTests {
  /// What the water says of each use in turn, all at once in time.
  private func ebbs(streams: [Int] = [], backlogs: [Int] = []) -> [Bool] {
    var water = HighWater()
    let uses = streams.map { ($0, 0) } + backlogs.map { (10, $0) }
    return uses.map { water.hasEbbed(streams: $0, backlogBytes: $1, now: 0) }
  }

  @Test("A crowd that goes is told a few times on its way, not for each stream")
  func crowd() {
    let told = ebbs(streams: Array(0...16_000) + (0..<16_000).reversed())
    #expect(2...7 ~= told.count { $0 })
  }

  @Test("A crowd that is gone at once is told at once, and once")
  func drop() {
    #expect(ebbs(streams: [16_000, 3, 3]) == [false, true, false])
  }

  @Test("Backlog counts as streams do")
  func backlog() {
    #expect(ebbs(backlogs: [100_000_000, 60_000_000, 1_000]) == [false, false, true])
  }

  @Test("Everyday coming and going is never told")
  func everyday() {
    #expect(!ebbs(streams: [64, 0, 100, 20, 127, 0]).contains(true))
  }

  @Test("What is free only after a while is told then, once")
  func aftermath() {
    var water = HighWater()
    let moments: [UInt64] = [1_000, 15_999, 16_000, 99_000]
    _ = water.hasEbbed(streams: 16_000, backlogBytes: 0, now: 500)
    let told = moments.map { water.hasEbbed(streams: 0, backlogBytes: 0, now: $0) }
    #expect(told == [true, false, true, false])
    #expect(water.aftermath == nil)
  }
}

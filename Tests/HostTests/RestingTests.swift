import Testing

@testable import Host

/// The clock is in the tests' hand: `at:` is its time in milliseconds.
@Suite struct RestingTests {
  private static let rest: UInt64 = 100
  private static let long = rest * Resting.longRestFactor

  private func state(_ size: Int, _ time: Int = 0) -> Directory.FileState {
    let moment = Directory.FileState.Time(seconds: time)
    return Directory.FileState(
      device: 1, inode: 1, size: size, modified: moment, changed: moment)
  }

  /// One file `a` of 10 bytes that was read.
  private func settled() -> Resting {
    var resting = Resting(restMilliseconds: Self.rest)
    let verdict = resting.look(["a": .file(state(10))], at: 0, isTold: false, atOnce: true)
    #expect(verdict.ready == ["a"])
    resting.took("a", state(10))
    return resting
  }

  private func look(
    _ resting: inout Resting, _ states: [FileName: Directory.FileState], at now: UInt64,
    isTold: Bool = true
  ) -> Resting.Verdict {
    resting.look(states.mapValues { .file($0) }, at: now, isTold: isTold)
  }

  @Test("What was read and does not change is not read again, and nothing is due")
  func still() {
    var resting = settled()
    #expect(look(&resting, ["a": state(10)], at: 1_000_000).isEmpty)
    #expect(resting.due == nil)
    #expect(resting.isStill(at: 1_000_000))
  }

  @Test("A file is read once it has rested since the last event, and not a moment before")
  func rests() {
    var resting = settled()
    resting.note(.written, "a", matters: true, at: 1_000)
    resting.note(.closed, "a", matters: true, at: 1_050)
    #expect(resting.due == 1_150)
    #expect(look(&resting, ["a": state(11)], at: 1_149).isEmpty)
    #expect(!resting.isStill(at: 1_149))
    resting.note(.touched, "a", matters: true, at: 1_149)
    #expect(look(&resting, ["a": state(11)], at: 1_248).isEmpty)
    #expect(look(&resting, ["a": state(11)], at: 1_249).ready == ["a"])
  }

  @Test("As long as a writer has the file open it is not read, however long it pauses")
  func held() {
    var resting = settled()
    resting.note(.written, "a", matters: true, at: 1_000)
    #expect(look(&resting, ["a": state(11)], at: 1_500).isEmpty)
    #expect(resting.due == nil)
    #expect(resting.silent(at: 30_999) == [])
    #expect(look(&resting, ["a": state(11)], at: 31_000).isEmpty)
    #expect(resting.silent(at: 31_000) == ["a"])
    resting.note(.closed, "a", matters: true, at: 31_500)
    #expect(resting.silent(at: 90_000) == [])
    #expect(look(&resting, ["a": state(12)], at: 31_600).ready == ["a"])
  }

  @Test("The writer goes with the file that is moved, to a name that matters or from one")
  func moved() {
    var resting = settled()
    resting.note(.written, ".a.part", matters: false, at: 1_000)
    resting.note(.left(7), ".a.part", matters: false, at: 1_010)
    resting.note(.arrived(7), "a", matters: true, at: 1_010)
    #expect(look(&resting, ["a": state(20)], at: 9_000).isEmpty)
    resting.note(.closed, "a", matters: true, at: 9_000)
    #expect(look(&resting, ["a": state(20)], at: 9_100).ready == ["a"])
    resting.took("a", state(20))
    // One that nobody has open takes the place of one that somebody had.
    resting.note(.written, "a", matters: true, at: 10_000)
    resting.note(.left(8), ".b", matters: false, at: 10_010)
    resting.note(.arrived(8), "a", matters: true, at: 10_010)
    #expect(look(&resting, ["a": state(20, 2)], at: 10_110).ready == ["a"])
  }

  @Test("Bytes that changed under the same size and times are read when an event tells of them")
  func sameState() {
    var resting = settled()
    resting.note(.closed, "a", matters: true, at: 1_000)
    #expect(look(&resting, ["a": state(10)], at: 1_100).ready == ["a"])
    resting.took("a", state(10))
    #expect(look(&resting, ["a": state(10)], at: 2_000).isEmpty)
    resting.readAll()
    #expect(look(&resting, ["a": state(10)], at: 2_001).ready == ["a"])
  }

  @Test(
    "A smaller and an empty file rest longer, and so does one that changed and nothing told",
    arguments: [(9, true), (0, true), (11, false)])
  func longRest(size: Int, isTold: Bool) {
    var resting = settled()
    if isTold { resting.note(.closed, "a", matters: true, at: 1_000) }
    #expect(look(&resting, ["a": state(size)], at: 1_000).isEmpty)
    #expect(resting.due == 1_000 + Self.long)
    #expect(look(&resting, ["a": state(size)], at: 999 + Self.long).isEmpty)
    #expect(look(&resting, ["a": state(size)], at: 1_000 + Self.long).ready == ["a"])
  }

  @Test("Where nothing can tell, two looks that find the same are rest enough")
  func polled() {
    var resting = settled()
    #expect(look(&resting, ["a": state(11)], at: 1_000, isTold: false).isEmpty)
    #expect(look(&resting, ["a": state(12)], at: 1_100, isTold: false).isEmpty)
    #expect(look(&resting, ["a": state(12)], at: 1_199, isTold: false).isEmpty)
    #expect(look(&resting, ["a": state(12)], at: 1_200, isTold: false).ready == ["a"])
  }

  @Test("A new file that is empty waits for whoever made it to write and close")
  func born() {
    var resting = settled()
    let known: [FileName: Directory.FileState] = ["a": state(10)]
    resting.note(.created, "b", matters: true, at: 1_000)
    #expect(look(&resting, known.merging(["b": state(0)]) { $1 }, at: 60_000).isEmpty)
    #expect(resting.held == ["b"])
    resting.note(.written, "b", matters: true, at: 60_000)
    #expect(look(&resting, known.merging(["b": state(5)]) { $1 }, at: 70_000).isEmpty)
    resting.note(.closed, "b", matters: true, at: 70_000)
    #expect(look(&resting, known.merging(["b": state(5)]) { $1 }, at: 70_100).ready == ["b"])
    // A second name of a file that is whole comes without a writer.
    resting.note(.created, "c", matters: true, at: 80_000)
    #expect(look(&resting, known.merging(["c": state(5)]) { $1 }, at: 80_100).ready == ["c"])
  }

  @Test("A file that goes has gone once it stays away; the last one is waited for longer")
  func gone() {
    var resting = settled()
    _ = look(&resting, ["a": state(10), "b": state(10)], at: 1_000)
    #expect(look(&resting, ["a": state(10), "b": state(10)], at: 1_100).ready == ["b"])
    resting.took("b", state(10))
    resting.note(.removed, "b", matters: true, at: 2_000)
    #expect(look(&resting, ["a": state(10)], at: 2_099).isEmpty)
    // Written anew before anybody missed it.
    resting.note(.created, "b", matters: true, at: 2_099)
    #expect(look(&resting, ["a": state(10), "b": state(10, 5)], at: 2_199).ready == ["b"])
    resting.took("b", state(10, 5))
    resting.note(.removed, "b", matters: true, at: 3_000)
    #expect(look(&resting, ["a": state(10)], at: 3_100).gone == ["b"])
    resting.note(.removed, "a", matters: true, at: 4_000)
    #expect(look(&resting, [:], at: 3_999 + Self.long).isEmpty)
    #expect(look(&resting, [:], at: 4_000 + Self.long).gone == ["a"])
    #expect(resting.due == nil)
  }

  @Test("Files that belong together are due when the last of them has rested and nobody writes")
  func together() {
    var resting = settled()
    let both: [FileName: Directory.FileState] = ["a": state(11), "b": state(10)]
    resting.note(.closed, "a", matters: true, at: 1_000)
    resting.note(.closed, "b", matters: true, at: 1_050)
    #expect(look(&resting, both, at: 1_100).ready == ["a"])
    #expect(resting.due == 1_100)
    #expect(resting.stillDue == 1_150)
    #expect(!resting.isStill(at: 1_149))
    #expect(resting.isStill(at: 1_150))
    resting.note(.written, "b", matters: true, at: 1_149)
    #expect(resting.stillDue == nil)
    #expect(!resting.isStill(at: 60_000))
  }

  @Test("What cannot be read stays and is not due; what can again is read if it changed")
  func unreadable() {
    var resting = settled()
    resting.note(.touched, "a", matters: true, at: 1_000)
    #expect(resting.look(["a": .unreadable], at: 9_000).isEmpty)
    #expect(resting.due == nil)
    #expect(look(&resting, ["a": state(10)], at: 9_500).ready == ["a"])
  }

  @Test("Once events were lost nobody is taken for a writer any more")
  func lost() {
    var resting = settled()
    resting.note(.written, "a", matters: true, at: 1_000)
    resting.forgetWriters()
    #expect(look(&resting, ["a": state(11)], at: 1_100).isEmpty)
    #expect(look(&resting, ["a": state(11)], at: 1_200).ready == ["a"])
  }

  @Test("What differs once events were lost, or the folder is another, rests from then on")
  func foundAfterLoss() {
    for (size, rest) in [(11, Self.rest), (9, Self.long), (0, Self.long)] {
      for event in [nil, FileEvent.closed, .created, .touched] {
        for isTold in [true, false] {
          var resting = settled()
          if let event { resting.note(event, "a", matters: true, at: 1_000) }
          resting.forgetWriters()
          #expect(look(&resting, ["a": state(size)], at: 9_000, isTold: isTold).isEmpty)
          #expect(look(&resting, ["a": state(size)], at: 9_000 + rest - 1).isEmpty)
          #expect(look(&resting, ["a": state(size)], at: 9_000 + rest).ready == ["a"])
        }
      }
    }
  }

  @Test("Events that are lost again and again keep nothing that rests from being read")
  func lostAgain() {
    var resting = settled()
    for now: UInt64 in [1_000, 1_050, 1_099] {
      resting.forgetWriters()
      #expect(look(&resting, ["a": state(11)], at: now).isEmpty)
    }
    resting.forgetWriters()
    #expect(look(&resting, ["a": state(11)], at: 1_100).ready == ["a"])
  }

  @Test("What changed while it was read rests anew")
  func changedWhileRead() {
    var resting = settled()
    resting.note(.closed, "a", matters: true, at: 1_000)
    #expect(look(&resting, ["a": state(11)], at: 1_100).ready == ["a"])
    resting.changed("a", at: 1_100)
    #expect(resting.due == 1_200)
    #expect(look(&resting, ["a": state(11)], at: 1_199).isEmpty)
    #expect(look(&resting, ["a": state(11)], at: 1_200).ready == ["a"])
  }

  /// A file with a writer, as it really is; `Resting` sees it through events and looks alone.
  private struct Truth {
    var size = 10
    var version = 0
    var isOpen = false
    var quietSince: UInt64 = 0

    var state: Directory.FileState {
      let moment = Directory.FileState.Time(seconds: version)
      return Directory.FileState(
        device: 1, inode: 1, size: size, modified: moment, changed: moment)
    }
  }

  @Test("Whatever a writer does, nothing is read that is open or has not rested; the end is read")
  func anyWriter() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<300 {
      var (resting, truth, now, taken) = (settled(), Truth(), UInt64(1_000), 0)
      func step(_ resting: inout Resting) {
        let event: FileEvent
        if truth.isOpen {
          event = Bool.random(using: &random) ? .written : .closed
          truth.isOpen = event == .written
        } else {
          event = [.written, .touched, .arrived(1)].randomElement(using: &random) ?? .touched
          truth.isOpen = event == .written
        }
        if event != .closed {
          truth.version += 1
          truth.size = Int.random(in: 0..<30, using: &random)
        }
        truth.quietSince = now
        resting.note(event, "a", matters: true, at: now)
      }
      func see(_ resting: inout Resting) {
        guard look(&resting, ["a": truth.state], at: now).ready == ["a"] else { return }
        #expect(!truth.isOpen)
        #expect(now - truth.quietSince >= Self.rest)
        resting.took("a", truth.state)
        taken = truth.version
      }
      for _ in 0..<40 {
        if Bool.random(using: &random) { step(&resting) }
        if Bool.random(using: &random) { see(&resting) }
        now += UInt64.random(in: 0..<150, using: &random)
      }
      if truth.isOpen {
        truth.isOpen = false
        truth.quietSince = now
        resting.note(.closed, "a", matters: true, at: now)
      }
      while let due = resting.due {
        now = max(now, due)
        see(&resting)
      }
      #expect(taken == truth.version)
    }
  }

  @Test("Another content of the same size is found by a look alone, once more each time")
  func sameSize() {
    var resting = settled()
    for turn in 1...2 {
      let now = UInt64(turn) * 10_000
      let other = state(10, turn)
      #expect(look(&resting, ["a": other], at: now).isEmpty)
      #expect(look(&resting, ["a": other], at: now + Self.long - 1).isEmpty)
      #expect(look(&resting, ["a": other], at: now + Self.long).ready == ["a"])
      resting.took("a", other)
      #expect(look(&resting, ["a": other], at: now + 2 * Self.long).isEmpty)
    }
  }
}

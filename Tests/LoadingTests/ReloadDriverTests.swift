import Dispatch
import Host
import Locks
import Logging
import Metrics
import Testing

@testable import Loading

@Suite struct ReloadDriverTests {
  /// Files that are read with the outcomes that a test gives.
  private final class Files: ReloadedFiles, @unchecked Sendable {
    var outcome: Result<Bool, Failure> = .success(false)
    private(set) var looks: [Bool] = []
    let places = ["/nowhere"]
    let plan = WatchPlan()
    let due: UInt64? = nil

    func note(_ event: FileEvent, _ name: FileName, at now: UInt64) {}
    func forgetWriters() {}
    func look(_ look: FolderLook) throws(Failure) -> Bool {
      looks.append(look.isAnew)
      return try outcome.get()
    }
  }

  /// A driver, its queue, its files, and what it has told.
  private struct Driven {
    let files = Files()
    let queue = DispatchQueue(label: "files")
    let driver: ReloadDriver
    let told = Guarded<[[String]]>([])

    init() {
      driver = ReloadDriver(
        queue: queue, consequence: "the last stay", event: .statementsUnavailable)
      driver.start(files) { [told] problems in told.withLock { $0.append(problems) } }
      queue.sync {}
    }

    /// Looks with this outcome; what was told of it.
    func look(_ outcome: Result<Bool, Failure>, anew: Bool = false) -> [[String]] {
      queue.sync {
        files.outcome = outcome
        told.withLock { $0 = [] }
        driver.look(anew: anew)
        return told.withLock { $0 }
      }
    }

    func fails(_ message: String) -> [[String]] {
      look(.failure(Failure(code: .failure, message: message)))
    }
  }

  @Test("A trouble is told once, another at once, and so is its end; then all of it again")
  func troubles() {
    let driven = Driven()
    for round in 0..<2 {
      #expect(driven.fails("it is gone") == [["it is gone; the last stay"]], "\(round)")
      #expect(driven.fails("it is gone") == [])
      #expect(driven.fails("it is closed") == [["it is closed; the last stay"]])
      #expect(driven.fails("it is closed") == [])
      #expect(driven.driver.reloads.isUnavailable == true)
      #expect(driven.look(.success(true)) == [[]])
      #expect(driven.look(.success(false)) == [])
      #expect(driven.driver.reloads.isUnavailable == false)
    }
    let reloads = driven.driver.reloads
    #expect(reloads.failed.count == 8)
    #expect(reloads.changed.count == 2)
    // The first look is that of the start.
    #expect(reloads.unchanged.count == 3)
  }

  @Test("What is asked to be read anew is, once")
  func anew() {
    let driven = Driven()
    _ = driven.look(.success(false), anew: true)
    _ = driven.look(.success(false))
    #expect(driven.files.looks == [false, true, false])
  }
}

import Locks
import EventLoop
import Server
import ServerTesting
import TLS
import Testing

#if DEBUG
  /// What happens to a server on a machine whose clock is in the test's hand, told in order.
  struct Timeline {
    enum Act: Sendable {
      case happens(Machine.Happening)
      case drain(withinMilliseconds: UInt64)
      /// What a peer has seen by now.
      case check(@Sendable (Machine) -> Void)
    }

    private var acts: [Act] = []
    private var peers = 0
    var limits = ServerLimits()

    /// A peer connects; gives its number.
    mutating func connect() -> Int {
      acts.append(.happens(.connect))
      defer { peers += 1 }
      return peers
    }

    mutating func send(_ text: String, from peer: Int = 0) {
      acts.append(.happens(.bytes(Array(text.utf8), from: peer)))
    }

    mutating func send(_ bytes: [UInt8], from peer: Int = 0) {
      acts.append(.happens(.bytes(bytes, from: peer)))
    }

    mutating func end(_ peer: Int = 0) { acts.append(.happens(.end(peer))) }

    /// The peer takes so many bytes from now on.
    mutating func take(_ count: Int, peer: Int = 0) {
      acts.append(.happens(.room(count, for: peer)))
    }

    mutating func pass(_ milliseconds: UInt64) {
      acts.append(.happens(.pass(milliseconds: milliseconds)))
    }

    mutating func drain(within milliseconds: UInt64) {
      acts.append(.drain(withinMilliseconds: milliseconds))
    }

    mutating func check(_ check: @escaping @Sendable (Machine) -> Void) {
      acts.append(.check(check))
    }

    /// The server has said nothing more to the peer, and waits on.
    mutating func expectOpen(_ peer: Int = 0, line: Int = #line) {
      check { machine in
        let view = machine.view(peer)
        #expect(!view.isEnded && !view.isClosed, "open at line \(line)")
      }
    }

    /// The server has ended its side, and the last that it said begins with `status`; `nil`: it
    /// has said nothing at all.
    mutating func expectEnded(_ status: String?, peer: Int = 0, line: Int = #line) {
      check { machine in
        let view = machine.view(peer)
        #expect(view.isEnded || view.isClosed, "ended at line \(line)")
        let text = String(decoding: view.received, as: UTF8.self)
        let last = text.components(of: "HTTP/1.1 ").last
        #expect(status.map { last?.hasPrefix($0) == true } ?? text.isEmpty, "line \(line): \(text)")
      }
    }

    /// The peer has been answered so many times.
    mutating func expectAnswers(_ count: Int, peer: Int = 0, line: Int = #line) {
      check { machine in
        let text = String(decoding: machine.view(peer).received, as: UTF8.self)
        #expect(text.components(of: "HTTP/1.1 ").count == count, "line \(line): \(text)")
      }
    }

    /// `milliseconds` pass, and the server, which waits until just then, ends its side by a little
    /// later: the wheel has ticks of 64 ms.
    mutating func expectDeadline(
      _ milliseconds: UInt64, _ status: String?, peer: Int = 0, line: Int = #line
    ) {
      pass(milliseconds - 1)
      expectOpen(peer, line: line)
      pass(130)
      expectEnded(status, peer: peer, line: line)
    }

    /// Lets it happen.
    @discardableResult
    func run(security: ServerContext? = nil, line: Int = #line) -> Rehearsal.Remains {
      let left = Guarded(acts[...])
      let remains = Rehearsal.run(limits, security: security) { machine in
        while let act = left.withLock({ $0.popFirst() }) {
          switch act {
          case .happens(let happening): return .happen(happening)
          case .drain(let milliseconds): return .drain(withinMilliseconds: milliseconds)
          case .check(let check): check(machine)
          }
        }
        return nil
      }
      // A server that drains may have ended before: what it came to is checked all the same.
      for act in left.withLock({ $0 }) {
        guard case .check(let check) = act else {
          Issue.record("the server ended too early, at line \(line)")
          break
        }
        check(remains.machine)
      }
      #expect(remains.areNone, "nothing is left behind at line \(line): \(remains)")
      return remains
    }
  }

  extension String {
    /// What stands behind each `mark`.
    fileprivate func components(of mark: String) -> [Substring] {
      Array(split(separator: mark, omittingEmptySubsequences: false).dropFirst())
    }
  }
#endif

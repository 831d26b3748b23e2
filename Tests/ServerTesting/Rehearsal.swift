import EventLoop
import Locks
package import Server
package import TLS

#if DEBUG || FUZZING

  /// One run of a server on a `Machine`, from its start to its end.
  package final class Rehearsal: Sendable {
    /// What a director decides.
    package enum Move: Sendable {
      case happen(Machine.Happening)
      /// The server is told to end, and cuts what is left after some time.
      case drain(withinMilliseconds: UInt64)
    }

    /// What a run left behind, when all peers had gone.
    package struct Remains: Sendable {
      /// As it was at the end.
      package var machine: Machine
      package var holdings: Holdings
      /// Streams that are still counted as being at something.
      package var countedStreams: UInt64
      package var unclosedSockets: Int
      package var refusals: [String: UInt64]
      /// TLS handshakes that were given up by the peer or for their time.
      package var abandonedHandshakes: UInt64

      /// Nothing is held for anybody.
      package var areNone: Bool {
        holdings == Holdings() && countedStreams == 0 && unclosedSockets == 0
      }
    }

    private let running = Guarded<HTTPServer<EchoResponder>?>(nil)
    /// What the loop's thread would do: it is done on the thread of the test, so that a run waits
    /// for no other.
    private let body = Guarded<(@Sendable () -> Void)?>(nil)
    private let holdings = Guarded<Holdings?>(nil)
    private let phase = Guarded(Phase.acting)

    private enum Phase: Sendable {
      case acting, drained, leaving, counting, ending
    }

    private init() {}

    /// Runs a server until the director says nothing more; then every peer goes away.
    package static func run(
      _ limits: ServerLimits, security: ServerContext? = nil,
      _ director: @escaping @Sendable (Machine) -> Move?
    ) -> Remains {
      Rehearsal().run(limits, security, director)
    }

    private func run(
      _ limits: ServerLimits, _ security: ServerContext?,
      _ director: @escaping @Sendable (Machine) -> Move?
    ) -> Remains {
      let machine = Machine { [self] machine in direct(machine, director) }
      var configuration = ServerConfiguration(loops: 1, limits: limits) { _ in }
      configuration.security = security
      configuration.kernel = machine
      configuration.startThread = { _, body in self.body.withLock { $0 = body } }
      let endpoint = Endpoint(.internet(host: "127.0.0.1", port: 0), isSecure: security != nil)
      let server: HTTPServer<EchoResponder>
      do {
        server = try HTTPServer(listen: [endpoint], configuration) { EchoResponder() }
      } catch {
        preconditionFailure("the server does not start: \(error)")
      }
      running.withLock { $0 = server }
      body.withLock({ $0 })?()
      body.withLock { $0 = nil }
      running.withLock { $0 = nil }
      let figures = server.metrics[0]
      let counted = StreamState.allCases.reduce(0) { $0 &+ figures.loop.count($1) }
      var refusals: [String: UInt64] = [:]
      for refusal in RejectionReason.all where figures.server.count(refusal) > 0 {
        refusals[refusal.name] = figures.server.count(refusal)
      }
      return Remains(
        machine: machine, holdings: holdings.withLock { $0 } ?? Holdings(), countedStreams: counted,
        unclosedSockets: machine.unclosedSockets, refusals: refusals,
        abandonedHandshakes: figures.server.count(.abandoned))
    }

    private func direct(
      _ machine: Machine, _ director: @Sendable (Machine) -> Move?
    ) -> Machine.Happening? {
      guard let server = running.withLock({ $0 }) else { return nil }
      switch phase.withLock({ $0 }) {
      case .acting, .drained:
        switch director(machine) {
        case .happen(let happening): return happening
        case .drain(let milliseconds):
          phase.withLock { $0 = .drained }
          server.drain(within: milliseconds) { _ in }
          return .post
        case nil:
          // A server that drains ends with its last connection.
          phase.withLock { $0 = $0 == .drained ? .ending : .leaving }
          return .resetAll
        }
      case .leaving:
        phase.withLock { $0 = .counting }
        server.holdings { [holdings] sum in holdings.withLock { $0 = sum } }
        return .post
      case .counting:
        phase.withLock { $0 = .ending }
        server.drain(within: 0) { _ in }
        return .post
      case .ending: return nil
      }
    }
  }
#endif

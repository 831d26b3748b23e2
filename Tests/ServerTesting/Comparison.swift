import HTTP1
import Locks
import Server

#if DEBUG || FUZZING

  /// Runs scripts of several connections on one server, and holds what each peer sees against a
  /// model that knows its connection alone.
  package final class Comparison: Sendable {
    /// Events of connections that begin together.
    package struct Script: Sendable {
      var connections: Int
      var steps: [(connection: Int, event: ConnectionModel.Event)]

      package init(connections: Int, steps: [(connection: Int, event: ConnectionModel.Event)]) {
        self.connections = connections
        self.steps = steps
      }

      /// What the bytes of a fuzzer stand for.
      package init(from bytes: [UInt8], connections: Int) {
        self.connections = connections
        steps = ConnectionModel.script(from: bytes, connections: connections)
      }
    }

    /// What went wrong first, with the script in which it did.
    package struct Disagreement: Sendable, CustomStringConvertible {
      package var description: String
    }

    private struct State: Sendable {
      var script = Script(connections: 0, steps: [])
      var models: [ConnectionModel] = []
      var connected = 0
      var next = 0
      var isLeaving = false
      var count = 0
      var wrong: String?
    }

    private let state = Guarded(State())
    private let scripts: @Sendable () -> Script?

    private init(_ scripts: @escaping @Sendable () -> Script?) { self.scripts = scripts }

    /// Runs one script after another on one server until there are no more, or one goes wrong.
    package static func run(
      _ scripts: @escaping @Sendable () -> Script?
    ) -> (count: Int, Disagreement?) {
      let comparison = Comparison(scripts)
      let remains = Rehearsal.run(limits) { comparison.move($0) }
      return comparison.state.withLock { state in
        var wrong = state.wrong
        if wrong == nil, !remains.areNone { wrong = "left behind: \(remains)" }
        return (state.count, wrong.map { Disagreement(description: $0) })
      }
    }

    /// The limits of the model, as a server has them.
    static let limits: ServerLimits = {
      let model = ConnectionModel.Limits()
      var limits = ServerLimits()
      // The server counts targets, and refuses one that is too long before its line is whole.
      limits.wire.requestTargetBytesMax = model.requestLineBytesMax
      limits.wire.requestHeadBytesMax =
        model.requestLineBytesMax + model.headerSectionBytesMax + 4
      // The model counts whole lines, the server refuses the first byte of one too many.
      limits.wire.fieldLinesMax = model.fieldCountMax + 2
      limits.wire.requestContentBytesMax = model.requestContentBytesMax
      limits.wire.trailerBytesMax = model.headerSectionBytesMax
      limits.wire.leadingEmptyLinesMax = model.emptyLinesMax
      limits.requestHeadTimeoutMilliseconds = UInt64(model.headDeadlineSeconds) * 1_000
      limits.requestContentTimeoutMilliseconds = UInt64(model.contentDeadlineSeconds) * 1_000
      limits.idleTimeoutMilliseconds = UInt64(model.idleDeadlineSeconds) * 1_000
      return limits
    }()

    private static let modelLimits: ConnectionModel.Limits = {
      var limits = ConnectionModel.Limits()
      limits.firstByteDeadlineSeconds = limits.headDeadlineSeconds
      return limits
    }()

    private func move(_ machine: Machine) -> Rehearsal.Move? {
      state.withLock { state in
        guard state.wrong == nil else { return nil }
        if state.connected < state.script.connections {
          state.connected += 1
          return .happen(.connect)
        }
        if !state.isLeaving {
          state.wrong = Self.disagreement(&state, machine)
          guard state.wrong == nil else { return nil }
          if let happening = Self.step(&state) { return .happen(happening) }
          state.isLeaving = true
          return .happen(.resetAll)
        }
        guard machine.forgetClosed() else {
          state.wrong = "a connection is open though its peer has gone"
          return nil
        }
        guard let script = scripts() else { return nil }
        state.script = script
        state.models = (0..<script.connections).map { _ in ConnectionModel(limits: Self.modelLimits)
        }
        state.connected = 1
        state.next = 0
        state.isLeaving = false
        state.count += 1
        return .happen(.connect)
      }
    }

    private static func step(_ state: inout State) -> Machine.Happening? {
      guard state.next < state.script.steps.count else { return nil }
      let step = state.script.steps[state.next]
      state.next += 1
      ConnectionModel.feed(step, to: &state.models)
      return switch step.event {
      case .bytes(let bytes): .bytes(bytes, from: step.connection)
      case .end: .end(step.connection)
      case .time(let seconds): .pass(milliseconds: UInt64(seconds) * 1_000)
      }
    }

    private static func disagreement(_ state: inout State, _ machine: Machine) -> String? {
      for peer in state.models.indices {
        let view = machine.view(peer)
        guard
          let wrong = state.models[peer].disagreement(
            received: view.received, closed: view.isEnded || view.isClosed)
        else { continue }
        let steps = state.script.steps[..<state.next].map { step in
          switch step.event {
          case .bytes(let bytes): "\(step.connection) sends \(text(bytes))"
          case .end: "\(step.connection) ends"
          case .time(let seconds): "\(seconds) s pass"
          }
        }
        return """
          connection \(peer): \(wrong)
          received \(text(view.received))
          after
          \(steps.joined(separator: "\n"))
          """
      }
      return nil
    }

    private static func text(_ bytes: [UInt8]) -> String {
      String(reflecting: String(decoding: bytes, as: UTF8.self))
    }
  }
#endif

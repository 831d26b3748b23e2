import EventLoop
import Server
import Locks
import Testing

/// A server on a free port of 127.0.0.1, drained when the test is over.
struct Harness {
  let server: HTTPServer<EchoResponder>
  let events: Events

  var address: ListenAddress { server.endpoints[0].address }

  /// What the loops reported.
  final class Events: Sendable {
    private let list = Guarded<[LoopEvent]>([])
    func add(_ event: LoopEvent) { list.withLock { $0.append(event) } }
    var all: [LoopEvent] { list.withLock { $0 } }
  }

  static func run(
    loops: Int = 1, trusted: [AddressRange] = [], isProxied: Bool = false,
    kernel: Kernel = Kernel(),
    limits: (inout ServerLimits) -> Void = { _ in },
    _ body: (Harness) async throws -> Void
  ) async throws {
    var chosen = ServerLimits()
    limits(&chosen)
    let events = Events()
    let server = try HTTPServer(
      listen: [
        Endpoint(
          .internet(host: "127.0.0.1", port: 0), isSecure: Transport.isSecure,
          isProxied: isProxied)
      ],
      security: Transport.isSecure ? Transport.context : nil,
      trustedProxies: trusted, loops: loops, limits: chosen, kernel: kernel,
      report: { events.add($0) }
    ) { EchoResponder() }
    do {
      try await withTaskExecutorPreference(ThreadPerJob.shared) {
        try await body(Harness(server: server, events: events))
      }
    } catch {
      await drain(server, within: 0)
      throw error
    }
    await drain(server, within: 0)
  }

  /// Gives how many connections were cut.
  @discardableResult
  static func drain(_ server: HTTPServer<EchoResponder>, within milliseconds: UInt64) async -> Int {
    await withCheckedContinuation { continuation in
      server.drain(within: milliseconds) { continuation.resume(returning: $0) }
    }
  }

  func connectionCount() async -> Int {
    await withCheckedContinuation { continuation in
      server.connectionCount { continuation.resume(returning: $0) }
    }
  }

  /// Waits, at most a minute, until the loops hold `count` connections.
  func expectConnections(_ count: Int) async throws {
    try await expectConnections("\(count)") { $0 == count }
  }

  /// Waits, at most a minute, until the loops hold no more than `count` connections.
  func expectConnections(atMost count: Int) async throws {
    try await expectConnections("at most \(count)") { $0 <= count }
  }

  private func expectConnections(_ what: String, _ condition: (Int) -> Bool) async throws {
    for _ in 0..<6000 {
      if condition(await connectionCount()) { return }
      try await Task.sleep(for: .milliseconds(10))
    }
    Issue.record("connections never came to \(what), but are \(await connectionCount())")
  }
}

import EventLoop
import Locks
import Metrics
import Server
import ServerTesting
import Testing

/// A server on a free port of 127.0.0.1, drained when the test is over.
///
/// Before it is drained, the ledgers are balanced: when all clients have gone, nothing is held for
/// them any more.
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
    kernel: any SystemCalls = LinuxKernel(),
    limits: (inout ServerLimits) -> Void = { _ in },
    _ body: (Harness) async throws -> Void
  ) async throws {
    var chosen = ServerLimits()
    limits(&chosen)
    let events = Events()
    var configuration = ServerConfiguration(loops: loops, limits: chosen) { events.add($0) }
    configuration.security = Transport.isSecure ? Transport.context : nil
    configuration.trustedProxies = TrustedProxies(trusted)
    configuration.kernel = kernel
    let endpoint = Endpoint(
      .internet(host: "127.0.0.1", port: 0), isSecure: Transport.isSecure, isProxied: isProxied)
    let server = try HTTPServer(listen: [endpoint], configuration) { EchoResponder() }
    do {
      try await withTaskExecutorPreference(ThreadPerJob.shared) {
        let harness = Harness(server: server, events: events)
        try await body(harness)
        try await harness.expectBalance()
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

  func holdings() async -> Holdings {
    await withCheckedContinuation { continuation in
      server.holdings { continuation.resume(returning: $0) }
    }
  }

  /// Waits, at most a minute, until nothing is held for clients, who have all gone: connections,
  /// bytes and gauges. A loop that has failed holds nothing and tells nothing.
  private func expectBalance() async throws {
    let hasFailed = events.all.contains { if case .failed = $0 { true } else { false } }
    guard !hasFailed else { return }
    try await expectConnections(0)
    let left = await holdings()
    #expect(left == Holdings(), "nothing is held when the last client has gone")
    #expect(OpenSockets.count(of: address) == 0, "no descriptor is left open")
    for figures in server.metrics {
      for state in StreamState.allCases {
        #expect(figures.loop.count(state) == 0, "no connection is counted as \(state)")
      }
    }
  }

  /// Waits, at most a minute, until `count` connections have come, whether they last or not.
  func expectAccepted(_ count: Int) async throws {
    for _ in 0..<6000 where accepted < count { try await Task.sleep(for: .milliseconds(10)) }
    #expect(accepted == count, "so many connections came")
  }

  private var accepted: Int { server.metrics.reduce(0) { $0 + Int($1.loop.accepted.count) } }

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
      if condition(await holdings().connections) { return }
      try await Task.sleep(for: .milliseconds(10))
    }
    Issue.record("connections never came to \(what), but are \(await holdings().connections)")
  }
}

/// Server: connections: an event loop's streams, HTTP/1.1 on them, and a responder behind.
///
/// A connection is an `HTTP1Handler`, perhaps inside a `TLSHandler` or behind a
/// `ProxyProtocolHandler`; what those of one loop share is its `LoopContext`. `ServerLimits` has
/// the limits and deadlines; `RateLimiter` decides who gets a 429. What is answered is the
/// responder's, what bytes mean is `HTTP1`'s, how they come and go is `EventLoop`'s.
package import EventLoop
package import HTTP
internal import Locks
package import TLS

/// A running server: one thread, one event loop and one responder for each of its loops.
package final class HTTPServer<Answers: Responder>: Sendable {
  /// Where it listens, with the ports that the system picked.
  package let endpoints: [Endpoint]

  private let configuration: ServerConfiguration
  private let loops: [ServerLoop<Answers>]
  private let state: Guarded<State>
  private let rateLimiter: RateLimiter?

  private struct State: Sendable {
    var running: Int
    var cutCount = 0
    var whenEnded: (@Sendable (Int) -> Void)?
    var bound: BoundEndpoints?
  }

  /// Why a server does not start.
  package enum StartError: Error, Sendable, CustomStringConvertible {
    case listen(Listener.OpenError)
    case system(SystemError)

    package var description: String {
      switch self {
      case .listen(let error): "\(error)"
      case .system(let error): "cannot start an event loop: \(error)"
      }
    }
  }

  /// Listens on the endpoints and starts the loops.
  package convenience init(
    listen: [Endpoint], _ configuration: ServerConfiguration,
    makeResponder: @escaping @Sendable () -> Answers
  ) throws(StartError) {
    let bound: BoundEndpoints
    do { bound = try BoundEndpoints(listen, loops: configuration.loops) } catch {
      throw .listen(error)
    }
    try self.init(bound, configuration, makeResponder: makeResponder)
  }

  /// Starts the loops, for which the endpoints were opened; connections are accepted from here on.
  /// `makeResponder` is called once on each loop's thread.
  package init(
    _ bound: BoundEndpoints, _ configuration: ServerConfiguration,
    makeResponder: @escaping @Sendable () -> Answers
  ) throws(StartError) {
    precondition(configuration.security != nil || !bound.endpoints.contains(where: \.isSecure))
    self.configuration = configuration
    endpoints = bound.endpoints
    rateLimiter = RateLimiter(configuration.limits.clients)
    state = Guarded(State(running: configuration.loops, bound: bound))
    let reports = PauseReports(
      quietMilliseconds: configuration.limits.pauseReportQuietMilliseconds,
      report: configuration.report)
    do {
      loops = try (0..<configuration.loops).map { _ throws(SystemError) in try ServerLoop() }
      for (number, loop) in loops.enumerated() {
        let listeners = bound.sockets.map { $0[number] }
        try configuration.startThread("loop \(number)") { [self] in
          let context = LoopContext(
            responder: makeResponder(), configuration, rateLimiter,
            recorder: configuration.makeRecorder(number), counters: loop.metrics.server,
            endpoints: endpoints)
          run(loop, context, listeners, reports.receive)
        }
      }
    } catch {
      throw .system(error)
    }
  }

  private func run(
    _ serverLoop: ServerLoop<Answers>, _ context: LoopContext<Answers>, _ listeners: [Listener],
    _ report: @escaping @Sendable (LoopEvent) -> Void
  ) {
    do {
      let cutCount = try serverLoop.run(context, listeners, configuration.kernel, report: report) {
        [self, unowned context] loop, listener, peer in
        makeHandler(endpoints[listener], peer, context, loop)
      }
      loopEnded(cutCount: cutCount)
    } catch {
      report(.failed(error))
      loopEnded(cutCount: 0)
    }
  }

  /// What handles a connection to `endpoint`, and its first deadline.
  private func makeHandler(
    _ endpoint: Endpoint, _ peer: PeerAddress, _ context: LoopContext<Answers>, _ loop: Loop
  ) -> (any StreamHandler, deadline: UInt64) {
    let isTrusted = context.trustedProxies.contains(peer)
    let now = loop.clock.milliseconds
    let limits = context.limits
    if endpoint.isProxied {
      guard isTrusted else { return (RejectingHandler(), now) }
      var direct = endpoint
      direct.isProxied = false
      let stream = ProxyProtocolHandler(of: peer) { [self, unowned loop, unowned context] peer in
        makeHandler(direct, peer, context, loop)
      }
      return (stream, now &+ limits.requestHeadTimeoutMilliseconds)
    }
    let handler = HTTP1Handler(context, loop, endpoint, peer: peer, isFromTrustedProxy: isTrusted)
    guard endpoint.isSecure, let security = context.security else {
      return (handler, now &+ limits.requestHeadTimeoutMilliseconds)
    }
    return (
      TLSHandler(handler, context, security, loop), now &+ limits.handshakeTimeoutMilliseconds
    )
  }

  private func loopEnded(cutCount: Int) {
    let (whenEnded, cutCount) = state.withLock { state in
      state.running -= 1
      state.cutCount += cutCount
      guard state.running == 0 else { return (nil as (@Sendable (Int) -> Void)?, 0) }
      state.bound?.close()
      state.bound = nil
      return (state.whenEnded, state.cutCount)
    }
    whenEnded?(cutCount)
  }

  /// What each loop has counted.
  package var metrics: [LoopMetrics] { loops.map(\.metrics) }

  /// Calls `body` with the responder of each loop, on its thread, between two requests.
  package func withEachResponder(_ body: @escaping @Sendable (Answers) -> Void) {
    for loop in loops { loop.post { _, context in body(context.responder) } }
  }

  /// Connections accepted from now on use `security`; those that are open keep theirs.
  package func adopt(_ security: ServerContext) {
    for loop in loops { loop.post { _, context in context.security?.context = security } }
  }

  /// What all loops hold now. Waits for each loop to tell.
  package func holdings(_ receive: @escaping @Sendable (Holdings) -> Void) {
    let tally = Guarded((left: loops.count, sum: Holdings()))
    let add: @Sendable (Holdings) -> Holdings? = { holdings in
      tally.withLock { tally in
        tally.left -= 1
        tally.sum.add(holdings)
        return tally.left == 0 ? tally.sum : nil
      }
    }
    let countedConnections = rateLimiter?.countedConnections ?? 0
    for loop in loops {
      loop.post { loop, context in
        let holdings = Holdings(
          connections: loop.streamCount, backlogBytes: loop.backlogBytes,
          keptBytes: context.keptBytes)
        guard var sum = add(holdings) else { return }
        sum.countedConnections = countedConnections
        receive(sum)
      }
    }
  }

  /// Stops accepting, lets what is in flight finish, and closes the rest after `milliseconds`.
  /// `whenEnded` is called once, on a loop's thread, when the last loop has ended, with the number
  /// of connections that were cut.
  package func drain(
    within milliseconds: UInt64, whenEnded: @escaping @Sendable (_ cutCount: Int) -> Void
  ) {
    let cutCount = state.withLock { state in
      state.whenEnded = whenEnded
      return state.running == 0 ? state.cutCount : nil
    }
    if let cutCount { return whenEnded(cutCount) }
    for loop in loops { loop.post { loop, _ in loop.drain(within: milliseconds) } }
  }
}

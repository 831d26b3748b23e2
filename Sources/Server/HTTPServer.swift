/// Server: connections: an event loop's streams, HTTP/1.1 on them, and a responder behind.
///
/// Listeners, deadlines and the orderly end live here. What is answered is the responder's; what
/// bytes mean is `HTTP1`'s; how they come and go is `EventLoop`'s.
package import EventLoop
package import HTTP
internal import Locks
package import TLS

/// What one loop and its connections count.
package struct LoopFigures: Sendable {
  package let loop = LoopCounters()
  package let server = ServerCounters()
}

/// A running server: one thread, one event loop and one responder for each of `loops`.
package final class HTTPServer<Answers: Responder>: Sendable {
  /// Where it listens, with the ports that the system picked.
  package let endpoints: [Endpoint]

  /// What each loop has counted.
  package let counters: [LoopFigures]

  private let mailboxes: [Mailbox]
  private let state: Guarded<State>
  private let trustedProxies: [AddressRange]
  private let gate: ClientGate?

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

  /// Listens on the endpoints and starts `loops` loops.
  package convenience init(
    listen: [Endpoint], security: ServerContext? = nil, trustedProxies: [AddressRange] = [],
    policy: SecurePolicy = SecurePolicy(), loops: Int, limits: ServerLimits,
    kernel: Kernel = Kernel(), report: @escaping @Sendable (LoopEvent) -> Void,
    startThread: Thread.Starter = Thread.start,
    makeRecorder: @escaping @Sendable (_ loop: Int) -> (any AccessRecorder)? = { _ in nil },
    makeResponder: @escaping @Sendable () -> Answers
  ) throws(StartError) {
    let bound: BoundEndpoints
    do { bound = try BoundEndpoints(listen, loops: loops) } catch { throw .listen(error) }
    try self.init(
      bound, security: security, trustedProxies: trustedProxies, policy: policy, loops: loops,
      limits: limits, kernel: kernel, report: report, startThread: startThread,
      makeRecorder: makeRecorder, makeResponder: makeResponder)
  }

  /// Starts `loops` loops, for which the endpoints were opened; connections are taken from here on.
  /// Secure endpoints need a `security`. What peers among `trustedProxies` forward is believed.
  /// `report` is called on the loops' threads with what the operator should know, `makeResponder`
  /// and `makeRecorder` once on each loop's thread, which `startThread` starts.
  package init(
    _ bound: BoundEndpoints, security: ServerContext? = nil, trustedProxies: [AddressRange] = [],
    policy: SecurePolicy = SecurePolicy(), loops: Int, limits: ServerLimits,
    kernel: Kernel = Kernel(), report: @escaping @Sendable (LoopEvent) -> Void,
    startThread: Thread.Starter = Thread.start,
    makeRecorder: @escaping @Sendable (_ loop: Int) -> (any AccessRecorder)? = { _ in nil },
    makeResponder: @escaping @Sendable () -> Answers
  ) throws(StartError) {
    precondition(security != nil || !bound.endpoints.contains(where: \.isSecure))
    var mailboxes: [Mailbox] = []
    do {
      for _ in 0..<loops { mailboxes.append(try Mailbox()) }
    } catch {
      throw .system(error)
    }
    self.mailboxes = mailboxes
    counters = mailboxes.map { _ in LoopFigures() }
    self.trustedProxies = trustedProxies
    endpoints = bound.endpoints
    gate = ClientGate(limits.clients, trustedProxies: trustedProxies)
    state = Guarded(State(running: loops, bound: bound))
    let reports = PauseReports(
      quietMilliseconds: limits.pauseReportQuietMilliseconds, report: report)
    for index in 0..<loops {
      let listeners = bound.sockets.map { $0[index] }
      let mailbox = mailboxes[index]
      let figures = counters[index]
      do {
        try startThread("loop \(index)") { [self] in
          let desk = Desk(
            responder: makeResponder(), limits: limits, counters: figures.server, gate: gate)
          desk.recorder = makeRecorder(index)
          desk.trustedProxies = trustedProxies
          desk.hstsLine = policy.hstsLine
          desk.redirection = Redirection(policy.baseURL, endpoints: endpoints)
          if let security {
            desk.security = Security(security, receiveBytes: limits.loop.receiveBytes)
          }
          runLoop(listeners, mailbox, figures.loop, desk, kernel, reports.receive)
        }
      } catch {
        throw .system(error)
      }
    }
  }

  private func runLoop(
    _ listeners: [Listener], _ mailbox: Mailbox, _ counters: LoopCounters,
    _ desk: Desk<Answers>, _ kernel: Kernel,
    _ report: @escaping @Sendable (LoopEvent) -> Void
  ) {
    do {
      let loop = try Loop(
        listeners: listeners, limits: desk.limits.loop, kernel: kernel, mailbox: mailbox,
        counters: counters, report: report
      ) { [self] loop, listener, peer in makeHandler(endpoints[listener], peer, desk, loop) }
      loop.context = desk
      loop.run()
      loopEnded(cutCount: loop.cutCount)
    } catch {
      report(.failed(error))
      loopEnded(cutCount: 0)
    }
  }

  /// What handles a connection to `endpoint`, and its first deadline.
  private func makeHandler(
    _ endpoint: Endpoint, _ peer: PeerAddress, _ desk: Desk<Answers>, _ loop: Loop
  ) -> (any StreamHandler, deadline: UInt64) {
    let isTrusted = trustedProxies.contains { $0.contains(peer) }
    let now = loop.clock.milliseconds
    if endpoint.isProxied {
      guard isTrusted else { return (UnwelcomeStream(), now) }
      var direct = endpoint
      direct.isProxied = false
      let stream = ProxiedStream(of: peer) { [self, unowned loop, unowned desk] peer in
        makeHandler(direct, peer, desk, loop)
      }
      return (stream, now &+ desk.limits.headMilliseconds)
    }
    let connection = Connection(desk, loop, endpoint, peer: peer, isFromTrustedProxy: isTrusted)
    guard endpoint.isSecure, let security = desk.security else {
      return (connection, now &+ desk.limits.headMilliseconds)
    }
    return (
      SecureStream(connection, desk, security, loop), now &+ desk.limits.handshakeMilliseconds
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

  /// Calls `body` with the responder of each loop, on its thread, between two requests.
  package func withEachResponder(_ body: @escaping @Sendable (Answers) -> Void) {
    for mailbox in mailboxes {
      mailbox.post { loop in
        if let desk = loop.context as? Desk<Answers> { body(desk.responder) }
      }
    }
  }

  /// Connections accepted from now on use `context`; those that are open keep theirs.
  package func adopt(_ context: ServerContext) {
    for mailbox in mailboxes {
      mailbox.post { loop in (loop.context as? Desk<Answers>)?.security?.context = context }
    }
  }

  /// What all loops hold now. Waits for each loop to tell.
  package func holdings(_ receive: @escaping @Sendable (Holdings) -> Void) {
    let tally = Guarded((left: mailboxes.count, sum: Holdings()))
    let add: @Sendable (Holdings) -> Holdings? = { holdings in
      tally.withLock { tally in
        tally.left -= 1
        tally.sum.add(holdings)
        return tally.left == 0 ? tally.sum : nil
      }
    }
    let countedConnections = gate?.countedConnections ?? 0
    for mailbox in mailboxes {
      mailbox.post { loop in
        let keptBytes = (loop.context as? Desk<Answers>)?.keptBytes ?? 0
        let holdings = Holdings(
          connections: loop.streamCount, backlogBytes: loop.backlogBytes, keptBytes: keptBytes)
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
    for mailbox in mailboxes { mailbox.post { loop in loop.drain(within: milliseconds) } }
  }
}

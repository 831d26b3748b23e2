package import EventLoop
package import TLS

/// How a server runs.
package struct ServerConfiguration: Sendable {
  /// Event loops, each a thread.
  package var loops: Int
  package var limits: ServerLimits
  /// The certificates of endpoints that speak TLS, which need some.
  package var security: ServerContext?
  package var trustedProxies = TrustedProxies()
  package var policy = HTTPSPolicy()
  package var kernel: Kernel = LinuxKernel()
  /// Starts the thread of each loop.
  package var startThread: Thread.Starter = Thread.start
  /// Called on the loops' threads with what the operator should know.
  package var report: @Sendable (LoopEvent) -> Void
  /// What writes the access log of a loop; called once on its thread.
  package var makeRecorder: @Sendable (_ loop: Int) -> (any AccessRecorder)? = { _ in nil }

  package init(
    loops: Int, limits: ServerLimits = ServerLimits(),
    report: @escaping @Sendable (LoopEvent) -> Void
  ) {
    self.loops = loops
    self.limits = limits
    self.report = report
  }
}

package import EventLoop

/// What one loop and its connections count.
package struct LoopMetrics: Sendable {
  package let loop = LoopCounters()
  package let server = ServerCounters()
}

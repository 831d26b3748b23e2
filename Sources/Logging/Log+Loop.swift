internal import Host
package import EventLoop

extension Log {
  /// Writes what an event loop reports; a loop that failed ends the process.
  @Sendable
  package static func report(_ event: LoopEvent) {
    switch event {
    case .acceptPaused(let error, let address, let milliseconds):
      Log.write(
        .acceptPaused,
        "\(address): accepting pauses for \(milliseconds) ms: \(error.reason); "
          + "raise the descriptor limit (ulimit -n, LimitNOFILE=)",
        ["address": "\(address)", "reason": error.reason, "milliseconds": "\(milliseconds)"])
    case .failed(let error):
      Log.write(.loopFailed, "an event loop failed: \(error)", ["reason": "\(error)"])
      Log.exit(.failure)
    }
  }
}

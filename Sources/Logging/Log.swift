internal import Glibc
package import Host
internal import Locks
internal import Metrics

/// What the operator is told, on standard error. Anybody may write, on any thread, without waiting.
package enum Log {
  private struct State: Sendable {
    var sink: LogSink?
    var isJSON = false
    var level = LogLevel.info
  }

  private static let state = Guarded(State())

  /// From here on lines have this form, and go through a sink that lets nobody wait. Before, they
  /// are text, written at once.
  package static func begin(_ options: LogOptions, _ sink: LogSink) {
    let isJSON =
      switch options.format {
      case .auto: isatty(STDERR_FILENO) == 0
      case .text: false
      case .json: true
      }
    state.withLock { $0 = State(sink: sink, isJSON: isJSON, level: options.level) }
  }

  package static func write(
    _ name: LogEvent.Name, _ message: String, _ fields: KeyValuePairs<String, String> = [:]
  ) {
    let event = LogEvent(name, message, fields)
    let now = state.withLock { $0 }
    guard event.name.level <= now.level else { return }
    let line = now.isJSON ? LogLine.json(event, at: .now()) : LogLine.text(event)
    if let sink = now.sink { sink.append(line) } else { StandardError.write(line) }
  }

  /// Writes what waits, for a moment, and ends the process.
  package static func exit(_ code: ExitCode) -> Never {
    state.withLock { $0.sink }?.flush()
    // Not by exit(3): that takes libraries apart while other threads still use them.
    _exit(code.rawValue)
  }
}

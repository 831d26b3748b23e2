/// Something that the operator should know: what, in words, and the facts apart.
package struct LogEvent: Equatable, Sendable {
  /// What happened; the names are stable, so that alerts can be made of them.
  package enum Name: String, CaseIterable, Sendable {
    case serving, stopping, stopped
    case reloadAsked = "reload_asked"
    case settingWaits = "setting_waits"
    case settingWithoutEffect = "setting_without_effect"
    case settingsUnavailable = "settings_unavailable"
    case statementsLoaded = "statements_loaded"
    case statementsUnavailable = "statements_unavailable"
    case statementProblem = "statement_problem"
    case watchUnavailable = "watch_unavailable"
    case filesAvailable = "files_available"
    case certificatesLoaded = "certificates_loaded"
    case certificatesUnavailable = "certificates_unavailable"
    case certificateWarning = "certificate_warning"
    case certificateInvalid = "certificate_invalid"
    case acceptPaused = "accept_paused"
    case accessLogFailed = "access_log_failed"
    case accessLogRecovered = "access_log_recovered"
    case accessLogNotReopened = "access_log_not_reopened"
    case runningAsRoot = "running_as_root"
    case connectionsCut = "connections_cut"
    case stopOverdue = "stop_overdue"
    case loopFailed = "loop_failed"
    case failed

    package var level: LogLevel {
      switch self {
      case .serving, .stopping, .stopped, .reloadAsked, .statementsLoaded, .certificatesLoaded,
        .filesAvailable,
        .accessLogRecovered:
        .info
      case .settingWaits, .settingWithoutEffect, .certificateWarning, .acceptPaused,
        .runningAsRoot, .connectionsCut:
        .warning
      case .settingsUnavailable, .statementsUnavailable, .statementProblem, .watchUnavailable,
        .certificatesUnavailable, .certificateInvalid, .accessLogFailed, .accessLogNotReopened,
        .stopOverdue,
        .loopFailed, .failed:
        .error
      }
    }
  }

  package let name: Name
  /// One sentence, with what can be done where something can.
  package let message: String
  /// Facts by name: `file`, `address`, `reason` and so on.
  package let fields: [(key: String, value: String)]

  package init(_ name: Name, _ message: String, _ fields: KeyValuePairs<String, String> = [:]) {
    self.name = name
    self.message = message
    self.fields = fields.map { ($0.key, $0.value) }
  }

  package static func == (left: Self, right: Self) -> Bool {
    left.name == right.name && left.message == right.message
      && left.fields.elementsEqual(right.fields) { $0 == $1 }
  }
}

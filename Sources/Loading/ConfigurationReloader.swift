package import Catalog
package import Configuration
package import Host
internal import Logging
internal import Metrics

/// Keeps the settings: reads them at the start and on request. Those that fail the checks never
/// replace those in effect.
///
/// Used on its queue only, but for `init`. It ends with the process.
package final class ConfigurationReloader: @unchecked Sendable {
  private let sources: ConfigurationSources
  private var configuration: EffectiveConfiguration
  package let reloads = ReloadMetrics()

  package init(_ sources: ConfigurationSources) throws(Failure) {
    self.sources = sources
    configuration = try EffectiveConfiguration(sources)
  }

  package var options: ServeOptions { configuration.options }

  /// Tells the operator what has no effect.
  package func warn() {
    for warning in configuration.warnings {
      Log.write(.settingWithoutEffect, warning.text, ["setting": warning.setting])
    }
  }

  /// Reads everything again, hands what changed to `adopt`, and tells the operator which new
  /// values wait for a restart. Gives what is wrong.
  package func reload(_ adopt: (_ old: ServeOptions, _ new: ServeOptions) throws(Failure) -> Void)
    -> [SourceProblem]
  {
    do throws(Failure) {
      let read = try EffectiveConfiguration(sources)
      let changed = Settings.all.filter { $0.show(read.options) != $0.show(options) }
      try adopt(options, read.options)
      let isNew = read.warnings != configuration.warnings
      configuration = read
      if isNew { warn() }
      for setting in changed where !setting.reloads {
        Log.write(
          .settingWaits, "\(setting.key): the new value needs a restart",
          ["setting": setting.key])
      }
      if changed.isEmpty { reloads.unchanged.add() } else { reloads.changed.add() }
      return []
    } catch {
      reloads.failed.add()
      for finding in error.findings { Log.write(.settingsUnavailable, finding) }
      Log.write(
        .settingsUnavailable, "the last settings stay: \(error.message)",
        ["reason": error.message])
      return [problem(error)]
    }
  }

  /// What is wrong as whoever asks is told of it: not where this machine keeps files.
  private func problem(_ failure: Failure) -> SourceProblem {
    let path = sources.file ?? ""
    let file = path.split(separator: "/").last.map(String.init) ?? "settings"
    let reasons = failure.findings.isEmpty ? [failure.message] : failure.findings
    let detail = reasons.joined(separator: "; ").replacing(path, with: file)
    return SourceProblem(file: file, detail: "\(detail); the last settings stay")
  }
}

/// Keeps the settings: reads them at the start and on request. Those that fail the checks never
/// replace those in effect.
///
/// Used on its queue only, but for `init`. It ends with the process.
final class ConfigurationKeeper: @unchecked Sendable {
  private let sources: ConfigurationSources
  private var configuration: Configuration

  init(_ sources: ConfigurationSources) throws(Failure) {
    self.sources = sources
    configuration = try Configuration(sources)
  }

  var options: ServeOptions { configuration.options }

  /// Reads everything again, hands what changed to `adopt`, and tells the operator which new
  /// values wait for a restart.
  func reload(_ adopt: (_ old: ServeOptions, _ new: ServeOptions) throws(Failure) -> Void) {
    do throws(Failure) {
      let read = try Configuration(sources)
      let changed = Settings.all.filter { $0.show(read.options) != $0.show(options) }
      try adopt(options, read.options)
      configuration = read
      for setting in changed where !setting.reloads {
        Log.write(
          .settingWaits, "\(setting.key): the new value waits for a restart",
          ["setting": setting.key])
      }
    } catch {
      for finding in error.findings { Log.write(.settingsUnavailable, finding) }
      Log.write(
        .settingsUnavailable, "the last settings stay: \(error.message)",
        ["reason": error.message])
    }
  }
}

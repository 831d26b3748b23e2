internal import Bytes
package import Host
internal import JSON5

/// Where settings may come from.
package struct ConfigurationSources: Equatable, Sendable {
  /// The configuration file, in JSON5.
  package var file: String?
  /// The texts of each flag that was given, by the key of its setting.
  package var flags: [String: [String]] = [:]
  /// The environment.
  package var variables: [String: String] = [:]

  package init(
    file: String? = nil, flags: [String: [String]] = [:], variables: [String: String] = [:]
  ) {
    self.file = file
    self.flags = flags
    self.variables = variables
  }
}

/// The settings in effect, each from its flag, else the environment, else the file, else the
/// default.
package struct EffectiveConfiguration: Equatable {
  /// Where a value came from.
  package enum Origin: Equatable {
    case byDefault
    case file(path: String, line: Int)
    case variable(String)
    case flag(String)

    var description: String {
      switch self {
      case .byDefault: "default"
      case .file(let path, let line): "\(path):\(line)"
      case .variable(let name): name
      case .flag(let name): name
      }
    }
  }

  package private(set) var options = ServeOptions()
  /// By key; what is not here is as it is by default.
  private(set) var origins: [String: Origin] = [:]
  /// What is set and has no effect.
  package private(set) var warnings: [Warning] = []

  /// Reads everything, and checks that it fits together.
  package init(_ sources: ConfigurationSources) throws(Failure) {
    var places: [String: Place] = [:]
    if let path = sources.file {
      let file = try ConfigurationFile(path: path)
      try file.read { (setting, value) throws(InvalidValue) in
        try setting.take(value, from: file.folder, into: &options)
        origins[setting.key] = .file(path: path, line: value.place.line)
        places[setting.key] = value.place
      }
    }
    for setting in Settings.all {
      let name: String
      do throws(InvalidValue) {
        if let texts = sources.flags[setting.key] {
          name = setting.flag
          try setting.take(flags: texts, into: &options)
          origins[setting.key] = .flag(name)
        } else if let text = sources.variables[setting.variable] {
          name = setting.variable
          try setting.take(variable: text, into: &options)
          origins[setting.key] = .variable(name)
        } else {
          continue
        }
        places[setting.key] = nil
      } catch {
        throw Failure(code: .usage, message: "\(name)\(error.key) \(error.reason)")
      }
    }
    options.sockets = try SocketActivation.sockets(sources.variables)
    warnings = idleSettings() + Self.unknownVariables(sources.variables)
    guard let conflict = options.conflicts().first else { return }
    guard let path = sources.file, let place = places[conflict.key] else {
      throw Failure(code: .usage, message: conflict.reason)
    }
    throw ConfigurationFile.failure(
      path, [JSON5.DocumentError(place: place, key: conflict.key, reason: conflict.reason)])
  }

  package func origin(of setting: Setting) -> Origin { origins[setting.key] ?? .byDefault }
}

internal import Bytes

/// Where settings may come from.
struct ConfigurationSources: Equatable, Sendable {
  /// The configuration file, in JSON5.
  var file: String?
  /// The texts of each flag that was given, by the key of its setting.
  var flags: [String: [String]] = [:]
  /// The environment.
  var variables: [String: String] = [:]
}

/// The settings in effect, each from its flag, else the environment, else the file, else the
/// default.
struct Configuration: Equatable {
  /// Where a value came from.
  enum Origin: Equatable {
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

  private(set) var options = ServeOptions()
  /// By key; what is not here is as it is by default.
  private(set) var origins: [String: Origin] = [:]
  /// What is set and has no effect.
  private(set) var warnings: [Warning] = []

  /// Reads everything, and checks that it fits together.
  init(_ sources: ConfigurationSources) throws(Failure) {
    var places: [String: Place] = [:]
    if let path = sources.file {
      let file = try ConfigurationFile(path: path)
      try file.read { (setting, value) throws(Mistake) in
        try setting.take(value, from: file.folder, into: &options)
        origins[setting.key] = .file(path: path, line: value.place.line)
        places[setting.key] = value.place
      }
    }
    for setting in Settings.all {
      let name: String
      do throws(Mistake) {
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
    options.sockets = try Activation.sockets(sources.variables)
    warnings = idleSettings() + Self.unknownVariables(sources.variables)
    guard let conflict = options.conflicts().first else { return }
    guard let path = sources.file, let place = places[conflict.key] else {
      throw Failure(code: .usage, message: conflict.reason)
    }
    throw ConfigurationFile.failure(
      path, [JSON5.Problem(place: place, key: conflict.key, reason: conflict.reason)])
  }

  func origin(of setting: Setting) -> Origin { origins[setting.key] ?? .byDefault }
}

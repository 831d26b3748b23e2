/// Configuration: the settings, where their values come from, and what is generated from them.
///
/// `Settings` is the table; `EffectiveConfiguration` takes each value from its flag, the
/// environment, the file or the default; `Generate` makes example file, man page and completions of
/// the table.

/// All settings: the one table that flags, environment, file, help, man page, completions and
/// `--print-config` are made from.
///
/// To add one: a stored property with its default in `ServeOptions`, and a row in the table of its
/// section. A test asks for a case of it, and for its lines in `Config/signatory.json5`.
package enum Settings {
  package static let all: [Setting] =
    listening + statements + proxies + tls + watching + deadlines + requests + clients
    + connections

  package static func named(flag: String) -> Setting? { all.first { $0.flag == flag } }

  package static func named(key: String) -> Setting? { all.first { $0.key == key } }

  /// The keys that may stand in the object at `path`; empty for what is no object.
  package static func keys(in path: String) -> [String] {
    let prefix = path.isEmpty ? "" : path + "."
    var keys: [String] = []
    for setting in all where setting.key.hasPrefix(prefix) {
      let key = String(setting.key.dropFirst(prefix.count).prefix { $0 != "." })
      if !keys.contains(key) { keys.append(key) }
    }
    return keys
  }
}

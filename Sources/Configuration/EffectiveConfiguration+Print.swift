extension EffectiveConfiguration {
  /// The settings in effect as a configuration file, each with a comment that says where its value
  /// came from.
  package var printed: String {
    var lines = ["{"]
    var group = ""
    for setting in Settings.all {
      if setting.group != group {
        if !group.isEmpty { lines.append("  },") }
        if !setting.group.isEmpty { lines.append("  \(setting.group): {") }
        group = setting.group
      }
      let indent = group.isEmpty ? "  " : "    "
      let value = "\(indent)\(setting.name): \(setting.show(options)),"
      lines.append("\(value)  // \(origin(of: setting).description)")
    }
    if !group.isEmpty { lines.append("  },") }
    return (lines + ["}", ""]).joined(separator: "\n")
  }
}

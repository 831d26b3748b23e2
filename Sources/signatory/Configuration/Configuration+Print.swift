extension Configuration {
  /// The settings in effect as a configuration file, each with a comment that says where its value
  /// came from.
  var printed: String {
    var lines = ["{"]
    var group = ""
    for setting in Settings.all {
      let parts = setting.key.split(separator: ".")
      let outer = parts.count > 1 ? String(parts[0]) : ""
      if outer != group {
        if !group.isEmpty { lines.append("  },") }
        if !outer.isEmpty { lines.append("  \(outer): {") }
        group = outer
      }
      let indent = outer.isEmpty ? "  " : "    "
      let value = "\(indent)\(parts.last ?? ""): \(setting.show(options)),"
      lines.append("\(value)  // \(origin(of: setting).description)")
    }
    if !group.isEmpty { lines.append("  },") }
    return (lines + ["}", ""]).joined(separator: "\n")
  }
}

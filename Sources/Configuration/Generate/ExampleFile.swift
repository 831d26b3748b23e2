/// The commented configuration file with every setting and its default: `Config/signatory.json5`.
enum ExampleFile {
  package static var text: String {
    var lines = [
      "// Every setting of Signatory with its default.",
      "//",
      "// Flags override environment variables, which override this file. Paths are relative to",
      "// its folder. Check a change before you apply it:",
      "//",
      "//     signatory serve --config signatory.json5 --check-config",
      "//     signatory serve --config signatory.json5 --print-config",
      "//",
      "// SIGHUP applies a change where a comment says so; other changes need a restart.",
      "{",
    ]
    var group = ""
    for section in Setting.Section.allCases {
      let settings = Settings.all.filter { $0.section == section }
      if settings.isEmpty { continue }
      lines += ["  // ---- \(section.rawValue) ----", ""]
      for setting in settings {
        enter(setting.group, from: &group, &lines)
        lines += entry(setting, indent: setting.group.isEmpty ? "  " : "    ")
      }
      enter("", from: &group, &lines)
    }
    lines[lines.count - 1] = "}"
    return lines.joined(separator: "\n") + "\n"
  }

  /// Closes one group and opens another, where they differ.
  private static func enter(_ group: String, from last: inout String, _ lines: inout [String]) {
    guard group != last else { return }
    if !last.isEmpty {
      lines[lines.count - 1] = "  },"
      lines.append("")
    }
    if !group.isEmpty { lines.append("  \(group): {") }
    last = group
  }

  private static func entry(_ setting: Setting, indent: String) -> [String] {
    let texts = [
      setting.about, "Allowed: \(setting.allowed). \(setting.reason)",
      "\(setting.flag), \(setting.variable)\(setting.reloads ? "; SIGHUP applies it" : "")",
    ]
    let comments = texts.flatMap { Settings.wrapped($0, columns: 92) }
    return comments.map { "\(indent)// \($0)" }
      + ["\(indent)\(setting.name): \(setting.defaultText),", ""]
  }
}

extension Settings {
  /// The flags of `serve`, by section: each with what it takes, means, and is by default.
  package static var help: String {
    var lines: [String] = []
    for section in Setting.Section.allCases {
      let settings = all.filter { $0.section == section }
      if settings.isEmpty { continue }
      lines += ["", "\(section.rawValue):"]
      for setting in settings {
        lines.append("  \(setting.flag) \(setting.placeholder)  (\(setting.variable))")
        let text = setting.about + setting.repeats + " \(setting.defaultInWords)"
        lines += wrapped(text, columns: 90).map { "      \($0)" }
      }
    }
    return lines.dropFirst().joined(separator: "\n")
  }

  /// `text` in lines of at most so many columns, where its words are not longer.
  static func wrapped(_ text: String, columns: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if !line.isEmpty, line.count + 1 + word.count > columns {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    return lines + [line]
  }
}

extension Setting {
  /// Says of a list how its flag gives more than one value.
  var repeats: String { isList ? " Can be repeated." : "" }

  /// The default as people say it.
  var defaultInWords: String {
    switch defaultText {
    case "null": reason.replacing("null: ", with: "Default: ", maxReplacements: 1)
    case "[]": "Default: none."
    case let text: "Default: \(text.filter { !"[]\"".contains($0) })."
    }
  }
}

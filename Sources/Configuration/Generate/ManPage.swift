/// The manual page signatory(1), in the man macros of roff.
enum ManPage {
  package static var text: String {
    ([
      ".TH SIGNATORY 1 \"\" \"Signatory \(ProgramVersion.text)\" \"User Commands\"",
      ".nh",
      ".SH NAME", "signatory \\- serve the text of joint statements as a JSON API",
      ".SH SYNOPSIS",
    ] + synopsis + [".SH DESCRIPTION"] + paragraphs(description) + [".SH COMMANDS"] + commands
      + [".SH SETTINGS"] + paragraphs(sources) + settings + [".SH SIGNALS"] + signals
      + [".SH EXIT STATUS"] + paragraphs(status) + [".SH FILES"] + files
      + [".SH EXAMPLES"] + examples + [""])
      .joined(separator: "\n")
  }

  private static let description = """
    Signatory turns the plain text of published joint statements into a JSON API over HTTP and \
    HTTPS: the statements, the organizations that signed them, the quotations in them and who \
    spoke them. Without arguments, it serves the built-in statement on http://127.0.0.1:8080. \
    When it is ready, it prints one line per listener on standard output. Everything else goes to \
    standard error.
    """

  private static let sources = """
    Set each setting with a flag of serve, an environment variable, or a line of the configuration \
    file, which is JSON5. Flags override environment variables, which override the file, which \
    overrides the defaults. In a variable, spaces separate the values of a flag that can be \
    repeated.
    """

  private static let status = """
    0: clean stop. 1: runtime failure. 2: usage or configuration error, reported with file, key \
    and reason.
    """

  private static var synopsis: [String] {
    let commands = CommandList.all.map { command in
      command.name == "serve" ? ("", "[serve] \(command.usage)") : (command.name, command.usage)
    }
    return (commands + [("", "--version | --help | COMMAND --help")]).flatMap { command, rest in
      [".B signatory" + (command.isEmpty ? "" : " " + command), escaped(rest), ".br"]
    }
  }

  private static var commands: [String] {
    CommandList.all.flatMap { [".TP", ".B \($0.name)", escaped($0.about) + "."] }
  }

  private static var settings: [String] {
    var lines = [
      (
        "--config FILE",
        "Configuration file. Environment: SIGNATORY_CONFIG. Paths in it are relative to its "
          + "folder."
      ),
      (
        "--check-config",
        "Check everything that a start needs, without listening. Exit status 0 if all is good, "
          + "else 2, with file, line, key and what is allowed. Run it as root to read the files "
          + "that the service reads."
      ),
      ("--print-config", "Print the effective settings and where each comes from."),
    ].flatMap { [".TP", ".B \(escaped($0))", escaped($1)] }
    for section in Setting.Section.allCases {
      let settings = Settings.all.filter { $0.section == section }
      if !settings.isEmpty { lines.append(".SS \(escaped(section.rawValue))") }
      for setting in settings {
        lines += [
          ".TP", ".BI \"\(escaped(setting.flag)) \" \"\(escaped(setting.placeholder))\"",
          escaped(setting.about + setting.repeats), ".br",
          escaped(
            "\(setting.allowed.capitalizedFirst). Default: \(setting.defaultText). "
              + setting.reason), ".br",
          escaped("File: \(setting.key). Environment: \(setting.variable)."),
        ]
      }
    }
    return lines
  }

  private static let signals = [
    ".TP", ".B SIGTERM, SIGINT",
    "Report not ready, accept connections for drainDelaySeconds more, finish open requests, and",
    "stop. A second SIGINT stops at once.",
    ".TP", ".B SIGHUP",
    "Reload settings, statements and certificates, and reopen the access log. If one of them is",
    "wrong, its last good version stays in effect. Of the settings, statements, restMilliseconds",
    "and those of TLS are applied; the log names others that need a restart.",
  ]

  private static let files = [
    ".TP", ".I /etc/signatory/signatory.json5",
    "Configuration file of the Debian package's service, with every setting.",
    ".TP", ".I organizations.json5, people.json5",
    "In the folder of statements: declare the names of organizations and people.",
    ".TP", ".I NAME.corrections.json5",
    "Beside a text: what an editor sets right of what was read of it.",
  ]

  private static let examples = [
    ".nf", escaped("signatory --listen :8080 --statements /srv/statements"),
    escaped("signatory serve --config /etc/signatory/signatory.json5 --check-config"),
    escaped("curl 'http://127.0.0.1:8080/v1/organizations?country=JP'"), ".fi",
  ]

  private static func paragraphs(_ text: String) -> [String] { [escaped(text)] }

  /// Text that roff shows as it is.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text {
      switch character {
      case "\\": escaped += "\\e"
      case "-": escaped += "\\-"
      case "\"": escaped += "\\(dq"
      case "'": escaped += "\\(aq"
      case "`": escaped += "\\(ga"
      case "^": escaped += "\\(ha"
      case "~": escaped += "\\(ti"
      default: escaped.append(character)
      }
    }
    return escaped.hasPrefix(".") ? "\\&" + escaped : escaped
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

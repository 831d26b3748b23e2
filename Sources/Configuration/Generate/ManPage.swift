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
    spoke them. Without arguments it serves the statement built in on http://127.0.0.1:8080. \
    Once it accepts connections it prints one line for each listener on standard output; \
    everything else goes to standard error.
    """

  private static let sources = """
    Each setting may be given by a flag of serve, an environment variable or a line of the \
    configuration file, which is JSON5. A flag beats the environment, which beats the file, which \
    beats the default. Where a flag may be repeated, its variable takes the values separated by \
    spaces.
    """

  private static let status = """
    0: stopped in good order. 1: a failure at run time. 2: wrong usage or configuration, named \
    with file, key and reason.
    """

  private static var synopsis: [String] {
    [
      ("", "[serve] [--config FILE] [--check-config | --print-config] [FLAG VALUE]..."),
      ("extract", "FILE|-"), ("check", "[--format human|json] PATH..."),
      ("generate", GeneratedFile.allCases.map(\.rawValue).joined(separator: "|")),
      ("", "--version | --help | COMMAND --help"),
    ].flatMap { command, rest in
      [".B signatory" + (command.isEmpty ? "" : " " + command), escaped(rest), ".br"]
    }
  }

  private static var commands: [String] {
    CommandList.all.flatMap { name, about in [".TP", ".B \(name)", escaped(about) + "."] }
  }

  private static var settings: [String] {
    var lines = [
      (
        "--config FILE",
        "The configuration file. Environment: SIGNATORY_CONFIG. Relative paths "
          + "in it are meant from its folder."
      ),
      (
        "--check-config",
        "Try what a start would do, but listen nowhere, and end: 0 all is good, 2 not, with file, "
          + "line, key and what is allowed. To read files as the service does, run it as root."
      ),
      ("--print-config", "Print the settings in effect, and where each comes from."),
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
    "Not ready from here on; accept for drainDelaySeconds more, finish what is in flight, then",
    "stop. A second SIGINT stops at once.",
    ".TP", ".B SIGHUP",
    "Read settings, statements and certificates again. What is wrong keeps the last good ones.",
    "Of the settings, statements, restMilliseconds and those of TLS are applied; others are named",
    "that wait for a restart.",
  ]

  private static let files = [
    ".TP", ".I /etc/signatory/signatory.json5",
    "The configuration file that the service of the Debian package reads, with every setting.",
    ".TP", ".I organizations.json5",
    "In the folder of statements: which names are one organization's, and its country.",
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

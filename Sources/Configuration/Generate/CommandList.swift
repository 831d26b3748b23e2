/// A command of the program: what help, manual page and completions say of it.
package struct CommandOutline: Sendable {
  package var name: String
  /// What it does, in a few words.
  package var about: String
  /// Its flags and arguments, as they are written.
  package var usage: String
  package var flags: [Flag] = []
  /// Whether its arguments are files.
  package var takesFiles = true

  /// A flag, and what may follow it.
  package struct Flag: Sendable {
    package var name: String
    package var about: String
    /// What stands for the value; `nil`: none follows.
    package var placeholder: String?
    package var choices: [String] = []
    package var isPath = false
    package var isRepeated = false
  }
}

/// The commands of the program.
package enum CommandList {
  package static let all = [
    CommandOutline(
      name: "serve", about: "serve statements until stopped",
      usage: "[--config FILE] [--check-config | --print-config] [FLAG VALUE]...",
      takesFiles: false),
    extract, check, review, correct, importing,
    CommandOutline(
      name: "generate", about: "print a configuration file, man page or completions",
      usage: kinds.joined(separator: "|"), takesFiles: false),
  ]

  /// Those that take files.
  package static var ofFiles: [CommandOutline] { all.filter(\.takesFiles) }

  static let kinds = GeneratedFile.allCases.map(\.rawValue)

  package static let extract = CommandOutline(
    name: "extract", about: "parse one text and print it as JSON", usage: "[--explain] FILE|-",
    flags: [.init(name: "--explain", about: "Print what each block was taken for, and why")])

  package static let check = CommandOutline(
    name: "check", about: "report what an editor should review",
    usage: "[--format human|json] PATH...",
    flags: [
      .init(
        name: "--format", about: "Form of findings", placeholder: "FORM",
        choices: ["human", "json"])
    ])

  package static let review = CommandOutline(
    name: "review", about: "show a text with what was read of it, as a page",
    usage: "[--output PAGE.html | --serve] FILE",
    flags: [
      .init(
        name: "--output", about: "File to write the page to", placeholder: "FILE", isPath: true),
      .init(name: "--serve", about: "Serve the page on 127.0.0.1 and follow the file"),
    ])

  package static let importing = CommandOutline(
    name: "import", about: "make Markdown of a Word, OpenDocument, PDF or HTML file",
    usage: "[--output FILE.md] FILE|-",
    flags: [
      .init(
        name: "--output", about: "File to write the text to", placeholder: "FILE", isPath: true)
    ])

  package static let correct = CommandOutline(
    name: "correct", about: "print a corrections file to edit", usage: "FILE")
}

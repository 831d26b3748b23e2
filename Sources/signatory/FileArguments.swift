internal import Configuration
internal import Host

/// What stands behind a command that takes files: its flags, and paths.
struct FileArguments {
  private let command: CommandOutline
  private var flags: [String: String] = [:]
  private var paths: [String] = []

  /// Reads all arguments; `nil` where help is asked for.
  init?(_ scanner: inout ArgumentScanner, _ command: CommandOutline) throws(Failure) {
    self.command = command
    while let argument = scanner.take() {
      if argument == "--help" || argument == "-h" { return nil }
      if let flag = command.flags.first(where: { $0.name == argument }) {
        let value = flag.placeholder == nil ? "" : try scanner.takeValue(of: argument)
        guard flag.choices.isEmpty || flag.choices.contains(value) else {
          let choices = flag.choices.joined(separator: " and ")
          throw Failure(
            code: .usage, message: "\(argument) “\(value)” is not one of \(choices)")
        }
        flags[argument] = value
      } else if argument != "-", argument.hasPrefix("-") {
        throw scanner.unknown(argument, in: command.name, known: command.flags.map(\.name))
      } else {
        paths.append(argument)
      }
    }
  }

  func has(_ flag: String) -> Bool { flags[flag] != nil }

  /// The value of a flag.
  subscript(flag: String) -> String? { flags[flag] }

  /// The file of a command that takes one.
  var onlyPath: String {
    get throws(Failure) {
      guard paths.count == 1, let path = paths.first else {
        let others = command.usage.hasSuffix("|-") ? ", or - for standard input" : ""
        throw failure("takes one file\(others); it was given \(paths.count)")
      }
      return path
    }
  }

  /// The files of a command that takes several.
  var somePaths: [String] {
    get throws(Failure) {
      if paths.isEmpty { throw failure("takes files or folders; it was given none") }
      return paths
    }
  }

  private func failure(_ reason: String) -> Failure {
    Failure(
      code: .usage, message: "\(command.name) \(reason). See signatory \(command.name) --help.")
  }
}

internal import Bytes
internal import Configuration
internal import Host

/// What `serve` is to do with its settings.
enum ServeAction: Equatable {
  case run, checkConfiguration, printConfiguration
}

/// What the command line asks for.
enum Invocation: Equatable {
  case serve(ConfigurationSources, ServeAction)
  case extract(path: String, isExplained: Bool)
  case check(paths: [String], format: Check.Format)
  case correct(path: String)
  case review(path: String, output: String?, isServed: Bool)
  case importing(path: String, output: String?)
  case generate(GeneratedFile)
  case version
  case help(Help.Topic)

  /// Reads the arguments that follow the program's name. A flag beats the environment.
  init(arguments: [String], environment: [String: String]) throws(Failure) {
    var scanner = ArgumentScanner(arguments)
    let command = scanner.takeCommand()
    switch command {
    case "serve", nil:
      self = try Self.serve(&scanner, environment, isImplicit: command == nil)
    case "extract":
      guard let given = try FileArguments(&scanner, CommandList.extract) else {
        self = .help(.extract)
        return
      }
      self = .extract(path: try given.onlyPath, isExplained: given.has("--explain"))
    case "check":
      guard let given = try FileArguments(&scanner, CommandList.check) else {
        self = .help(.check)
        return
      }
      let format = given["--format"].flatMap { Check.Format(rawValue: $0) } ?? .human
      self = .check(paths: try given.somePaths, format: format)
    case "correct":
      guard let given = try FileArguments(&scanner, CommandList.correct) else {
        self = .help(.correct)
        return
      }
      self = .correct(path: try given.onlyPath)
    case "review":
      guard let given = try FileArguments(&scanner, CommandList.review) else {
        self = .help(.review)
        return
      }
      self = .review(
        path: try given.onlyPath, output: given["--output"], isServed: given.has("--serve"))
    case "import":
      guard let given = try FileArguments(&scanner, CommandList.importing) else {
        self = .help(.importing)
        return
      }
      self = .importing(path: try given.onlyPath, output: given["--output"])
    case "generate":
      self = try Self.generate(&scanner)
    case let other?:
      let names = CommandList.all.map(\.name)
      let nearest = Suggestion.advice(for: other, among: names)
      throw Failure(
        code: .usage, message: "there is no command “\(other)”; \(nearest). See signatory --help.")
    }
  }

  private static func serve(
    _ scanner: inout ArgumentScanner, _ environment: [String: String], isImplicit: Bool
  ) throws(Failure) -> Invocation {
    var sources = ConfigurationSources(
      file: environment["SIGNATORY_CONFIG"], variables: environment)
    var action = ServeAction.run
    while let argument = scanner.take() {
      switch argument {
      case "--help", "-h": return .help(isImplicit ? .program : .serve)
      case "--version" where isImplicit: return .version
      case "--config": sources.file = try scanner.takeValue(of: argument)
      case "--check-config": action = .checkConfiguration
      case "--print-config": action = .printConfiguration
      default:
        guard let setting = Settings.named(flag: argument) else {
          throw scanner.unknown(
            argument, in: isImplicit ? nil : "serve", known: Settings.all.map(\.flag))
        }
        let value = try scanner.takeValue(of: argument)
        sources.flags[setting.key, default: []].append(value)
      }
    }
    return .serve(sources, action)
  }
}

extension Invocation {
  private static func generate(_ scanner: inout ArgumentScanner) throws(Failure) -> Invocation {
    let kinds = GeneratedFile.allCases.map(\.rawValue).joined(separator: ", ")
    guard let argument = scanner.take() else {
      throw Failure(code: .usage, message: "generate takes one of \(kinds)")
    }
    if argument == "--help" || argument == "-h" { return .help(.generate) }
    guard let kind = GeneratedFile(rawValue: argument), scanner.take() == nil else {
      throw Failure(
        code: .usage, message: "generate takes one of \(kinds), and nothing else")
    }
    return .generate(kind)
  }
}

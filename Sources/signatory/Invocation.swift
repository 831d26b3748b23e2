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
      self = try Self.extract(&scanner)
    case "check":
      self = try Self.check(&scanner)
    case "generate":
      self = try Self.generate(&scanner)
    case let other?:
      throw Failure(
        code: .usage,
        message:
          "there is no command “\(other)”; the commands are serve, extract, check and generate. "
          + "See signatory --help.")
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

  private static func extract(_ scanner: inout ArgumentScanner) throws(Failure) -> Invocation {
    var paths: [String] = []
    var isExplained = false
    while let argument = scanner.take() {
      if argument == "--help" || argument == "-h" { return .help(.extract) }
      if argument == "--explain" {
        isExplained = true
        continue
      }
      guard argument == "-" || !argument.hasPrefix("-") else {
        throw scanner.unknown(argument, in: "extract")
      }
      paths.append(argument)
    }
    guard paths.count == 1, let path = paths.first else {
      throw Failure(
        code: .usage,
        message: "extract takes one file, or - for standard input; it was given \(paths.count). "
          + "See signatory extract --help.")
    }
    return .extract(path: path, isExplained: isExplained)
  }
}

extension Invocation {
  private static func check(_ scanner: inout ArgumentScanner) throws(Failure) -> Invocation {
    var paths: [String] = []
    var format = Check.Format.human
    while let argument = scanner.take() {
      switch argument {
      case "--help", "-h": return .help(.check)
      case "--format":
        let value = try scanner.takeValue(of: argument)
        guard let known = Check.Format(rawValue: value) else {
          throw Failure(
            code: .usage, message: "--format “\(value)” is not one of human and json")
        }
        format = known
      default:
        guard argument == "-" || !argument.hasPrefix("-") else {
          throw scanner.unknown(argument, in: "check")
        }
        paths.append(argument)
      }
    }
    guard !paths.isEmpty else {
      throw Failure(
        code: .usage,
        message: "check takes files or folders; it was given none. See signatory check --help.")
    }
    return .check(paths: paths, format: format)
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

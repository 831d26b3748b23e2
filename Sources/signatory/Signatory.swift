/// signatory: the doorway: arguments, help, the commands, wiring and exit codes.
///
/// `Serve` wires a server: `Configuration` says how, `Loading` gives it what it serves, `API` makes
/// the answers and `Server` sends them. `Control` obeys signals; `Monitoring` answers `/metrics`.
internal import Bytes
internal import Configuration
internal import Glibc
internal import Host
internal import Loading
internal import Logging

@main
struct SignatoryProgram {
  static func main() {
    guard StandardStreams.open() else { exit(ExitCode.failure.rawValue) }
    // A reader of standard output that has gone is an error of write, not the end of the process.
    _ = signal(SIGPIPE, SIG_IGN)
    do throws(Failure) {
      // A server that ignores how it was called would start without them.
      guard let arguments = Arguments.all else {
        throw Failure(
          code: .failure, message: "the command line cannot be read: /proc is not mounted")
      }
      switch try Invocation(
        arguments: Array(arguments.dropFirst()), environment: Environment.variables)
      {
      case .serve(let sources, .run):
        try Control.run { () throws(Failure) in try Serve(ConfigurationReloader(sources)) }
      case .serve(let sources, .checkConfiguration): try ServeCheck.run(sources)
      case .serve(let sources, .printConfiguration):
        let configuration = try EffectiveConfiguration(sources)
        for warning in configuration.warnings { Log.write(.settingWithoutEffect, warning.text) }
        try StandardOutput.write(configuration.printed)
      case .extract(let path, let isExplained): try Extract.run(path, isExplained: isExplained)
      case .check(let paths, let format): try Check.run(paths, format: format)
      case .correct(let path): try Correct.run(path)
      case .review(let path, let output, let isServed):
        try ReviewCommand.run(path, output: output, isServed: isServed)
      case .importing(let path, let output): try ImportCommand.run(path, output: output)
      case .generate(let kind): try StandardOutput.write(Generate.text(kind))
      case .version: try StandardOutput.write("signatory \(ProgramVersion.text)\n")
      case .help(let topic): try StandardOutput.write(Help.text(topic))
      }
    } catch {
      error.end()
    }
  }
}

extension Failure {
  /// Reports it, and ends the process.
  func end() -> Never {
    for finding in findings { StandardError.write("\(VisibleText.of(finding))\n") }
    Log.write(.failed, message)
    Log.exit(code)
  }
}

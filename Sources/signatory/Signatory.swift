/// signatory: the command line, loading, signals, wiring and exit codes.
///
/// Everything that touches the outside but the sockets is here: arguments, environment, files,
/// signals, standard streams. What is served is made in `API`; how it is sent, in `Server`.
internal import Glibc

@main
struct Signatory {
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
      case .serve(let sources, .run): try Serve.run(sources)
      case .serve(let sources, .checkConfiguration): try ServeCheck.run(sources)
      case .serve(let sources, .printConfiguration):
        let configuration = try Configuration(sources)
        for warning in configuration.warnings { Log.write(.settingWithoutEffect, warning.text) }
        try StandardOutput.write(configuration.printed)
      case .extract(let path): try Extract.run(path)
      case .check(let paths, let format): try Check.run(paths, format: format)
      case .generate(let kind): try StandardOutput.write(Generate.text(kind))
      case .version: try StandardOutput.write("signatory \(Version.text)\n")
      case .help(let topic): try StandardOutput.write(Help.text(topic))
      }
    } catch {
      error.end()
    }
  }
}

/// The version of this program (semver.org).
enum Version {
  static let text = "0.1.0"
}

/// How the process ends.
enum ExitCode: Int32 {
  case clean = 0
  /// A failure at run time: an address taken, a file that cannot be read.
  case failure = 1
  /// A command line or configuration that makes no sense.
  case usage = 2
}

/// A reason to end, in words for whoever started the process.
struct Failure: Error, Equatable {
  var code: ExitCode
  var message: String
  /// What is wrong at which place of a file: `FILE:LINE:COLUMN: error: …`.
  var findings: [String] = []

  /// Tells it, and ends the process.
  func end() -> Never {
    for finding in findings { StandardError.write("\(finding)\n") }
    Log.write(.failed, message)
    Log.exit(code)
  }
}

internal import Configuration

/// What `--help` says.
enum Help {
  enum Topic: Equatable {
    case program, serve, extract, check, generate
  }

  static func text(_ topic: Topic) -> String {
    switch topic {
    case .program: program
    case .serve: serve
    case .extract: extract
    case .check: check
    case .generate: generate
    }
  }

  private static let program = """
    Signatory serves the text of published joint statements as a JSON API: statements, the
    organizations that signed them, the quotations in them and who spoke them.

    Usage:
      signatory [serve] [FLAGS]     serve until stopped
      signatory extract FILE|-      print one statement as JSON: what was understood of a text
      signatory check PATH...       tell what an editor should look at in texts
      signatory generate config|man|bash|zsh|fish
                                    print the configuration file with every setting, the manual
                                    page, or completions for a shell
      signatory --version
      signatory --help | COMMAND --help

    Without arguments it serves the statement built in on http://127.0.0.1:8080.

    Exit status: 0 stopped cleanly, 1 failure at run time, 2 usage or configuration error.

    """

  private static let serve = """
    Usage: signatory serve [--config FILE] [--check-config | --print-config] [FLAGS]

      --config FILE   settings in JSON5, as Config/signatory.json5 shows all of them with their
                      defaults. Environment: SIGNATORY_CONFIG.
      --check-config  tries what a start would do, but listens nowhere: settings, user, folders,
                      hosts, certificates, statements. 0 all is good, 2 not, with file, line, key
                      and what is allowed. To read files as the service does, run it as root.
      --print-config  prints the settings in effect, and where each comes from.

    A flag beats the environment, which beats the file, which beats the default. Behind each flag
    stands its variable; there the values of a flag that may be repeated are separated by spaces.
    Variables that begin with SIGNATORY_ and are none of these have a warning.

    \(Settings.help)

    When it accepts connections it prints one line for each listener on standard output, such as
    listening on http://127.0.0.1:8080. Everything else goes to standard error.

    Signals: SIGTERM and SIGINT finish what is in flight and stop; a second SIGINT stops at once.
    SIGHUP reads settings, statements and certificates again; a change of a text or certificate
    file is applied by itself. Of the settings, statements, restMilliseconds and those of TLS are
    applied; others are named that wait for a restart.

    """

  private static let extract = """
    Usage: signatory extract FILE|-

    Prints what was understood of one text as a JSON statement on standard output. With - the text
    is read from standard input.

    """

  private static let check = """
    Usage: signatory check [--format human|json] PATH...

    Reads texts, or folders of them, and prints what an editor should look at, one line each:
    FILE:LINE:COLUMN: warning|error: message. Exit status 1 when there is an error.
    Of a certificate (*.pem, *.crt, *.cer) it tells when it ends, and what keeps it from serving.

    """

  private static let generate = """
    Usage: signatory generate config|man|bash|zsh|fish

    Prints the configuration file with every setting and its default, the manual page
    signatory(1), or completions for a shell.

    """
}

/// What `--help` says.
enum Help {
  enum Topic: Equatable {
    case program, serve, extract, check
  }

  static func text(_ topic: Topic) -> String {
    switch topic {
    case .program: program
    case .serve: serve
    case .extract: extract
    case .check: check
    }
  }

  private static let program = """
    Signatory serves the text of published joint statements as a JSON API: statements, the
    organizations that signed them, the quotations in them and who spoke them.

    Usage:
      signatory [serve] [FLAGS]     serve until stopped
      signatory extract FILE|-      print one statement as JSON: what was understood of a text
      signatory check PATH...       tell what an editor should look at in texts
      signatory --version
      signatory --help | COMMAND --help

    Without arguments it serves the statement built in on http://127.0.0.1:8080.

    Exit status: 0 stopped cleanly, 1 failure at run time, 2 usage or configuration error.

    """

  private static let serve = """
    Usage: signatory serve [--listen ADDRESS]... [--loops N] [--statements DIR]

      --listen ADDRESS   host:port, [IPv6]:port, :port for every address, or unix:/path; port 0
                         picks a free one. May be repeated. Default 127.0.0.1:8080.
                         Environment: SIGNATORY_LISTEN, addresses separated by spaces.
      --loops N          event loops, each a thread. Default: one for each core.
                         Environment: SIGNATORY_LOOPS.
      --statements DIR   serve the *.txt and *.md files of this folder instead of the statement
                         built in. Environment: SIGNATORY_STATEMENTS.

    When it accepts connections it prints one line for each listener on standard output, such as
    listening on http://127.0.0.1:8080. Everything else goes to standard error.

    Signals: SIGTERM and SIGINT finish what is in flight and stop; a second SIGINT stops at once.
    SIGHUP reads the statements again.

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

    """
}

internal import Configuration

/// What `--help` says.
enum Help {
  enum Topic: Equatable {
    case program, serve, extract, check, review, correct, importing, generate
  }

  static func text(_ topic: Topic) -> String {
    switch topic {
    case .program: program
    case .serve: serve
    case .extract: extract
    case .check: check
    case .review: review
    case .correct: correct
    case .importing: importing
    case .generate: generate
    }
  }

  private static let program = """
    Signatory serves the text of published joint statements as a JSON API: statements, the
    organizations that signed them, the quotations in them and who spoke them.

    Usage:
      signatory [serve] [FLAGS]     serve until stopped
      signatory extract FILE|-      parse one text and print it as JSON
      signatory check PATH...       report what an editor should review in texts
      signatory review FILE         show a text with what was read of it, as a page for a browser
      signatory correct FILE        print a corrections file to edit, holding what was read
      signatory import FILE|-       make Markdown of a Word, OpenDocument, PDF or HTML file
      signatory generate config|man|bash|zsh|fish
                                    print a configuration file with every setting, the manual
                                    page, or shell completions
      signatory --version
      signatory --help | COMMAND --help

    Without arguments, it serves the built-in statement on http://127.0.0.1:8080.

    Exit status: 0 clean stop, 1 runtime failure, 2 usage or configuration error.

    """

  private static let serve = """
    Usage: signatory serve [--config FILE] [--check-config | --print-config] [FLAGS]

      --config FILE   configuration file in JSON5. Config/signatory.json5 shows every setting with
                      its default. Environment: SIGNATORY_CONFIG.
      --check-config  checks everything that a start needs, without listening: settings, user,
                      folders, hosts, certificates, statements. Exit status 0 if all is good, else
                      2, with file, line, key and what is allowed. Run it as root to read the files
                      that the service reads.
      --print-config  prints the effective settings and where each comes from.

    Flags override environment variables, which override the file, which overrides the defaults.
    The variable of each flag is in parentheses. In a variable, spaces separate the values of a
    flag that can be repeated. Unknown variables that begin with SIGNATORY_ cause a warning.

    \(Settings.help)

    When it is ready, it prints one line per listener on standard output, such as
    listening on http://127.0.0.1:8080. Everything else goes to standard error.

    Signals: SIGTERM and SIGINT finish open requests and stop; a second SIGINT stops at once.
    SIGHUP reloads settings, statements and certificates, and reopens the access log. Changed texts
    and certificates are also applied without a signal. Of the settings, statements,
    restMilliseconds and those of TLS are applied; the log names others that need a restart.

    """

  private static let extract = """
    Usage: signatory extract [--explain] FILE|-

    Parses one text and prints the statement as JSON on standard output, with the corrections beside
    it (NAME.corrections.json5) applied. With -, it reads the text from standard input. The file's
    ending tells how it is read: .md as Markdown, .html and .htm as HTML, everything else as plain
    text.

    --explain   prints what each block was taken for instead, and for signatories and the title how
                much speaks for it and why: above 0, it is more likely than not. In colour on a
                terminal, unless NO_COLOR is set.

    """

  private static let check = """
    Usage: signatory check [--format human|json] PATH...

    Reads texts, or folders of texts, and prints one line for each finding:
    FILE:LINE:COLUMN: warning|error: message. Exit status 1 if there is an error.
    For a certificate (*.pem, *.crt, *.cer), it prints when it expires and what is wrong with it.

    """

  private static let review = """
    Usage: signatory review [--output PAGE.html | --serve] FILE

    Makes one HTML page that shows the text with what was read of it marked in its place, what was
    taken for nothing, what check reports, and lines to copy into a corrections file. The
    corrections beside the text are applied. The page needs nothing else, and works without scripts.

    --output FILE   writes the page to a file; by default, to standard output
    --serve         serves the page on a port of 127.0.0.1, which it prints, and shows each change
                    of the text and its corrections. Stop it with Ctrl-C.

    """

  private static let importing = """
    Usage: signatory import [--output FILE.md] FILE|-

    Makes Markdown with front matter of a text in another format: .docx, .odt, .rtf and HTML through
    pandoc (2.15 or newer, package pandoc), PDF through pdftotext (package poppler-utils). What the
    file is is told by its content. Read the result before you publish it.

    --output FILE   writes the text to a file that is not there yet; by default, to standard output

    """

  private static let correct = """
    Usage: signatory correct FILE

    Prints a corrections file that holds what was read of the text, each thing on a line that is a
    comment. Save it beside the text as NAME.corrections.json5, take the // away from what is wrong,
    and correct it: it is applied whenever the text is read, until you remove it. What such a file
    says of a text that does not fit is told by check, and by serve in the log.

    """

  private static let generate = """
    Usage: signatory generate config|man|bash|zsh|fish

    Prints a configuration file with every setting and its default, the manual page signatory(1),
    or shell completions.

    """
}

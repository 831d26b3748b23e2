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
                           [--tls-certificate FILE --tls-key FILE]...

      --listen ADDRESS   host:port, [IPv6]:port, :port for every address, or unix:/path; port 0
                         picks a free one. With ,tls behind, TLS is spoken there.
                         May be repeated. Default 127.0.0.1:8080.
                         Environment: SIGNATORY_LISTEN, addresses separated by spaces.
      --loops N          event loops, each a thread. Default: one for each core.
                         Environment: SIGNATORY_LOOPS.
      --statements DIR   serve the *.txt and *.md files of this folder instead of the statement
                         built in. Environment: SIGNATORY_STATEMENTS.
      --base-url URL     what every URL in answers begins with, such as https://api.example.org.
                         Default: as a trusted proxy tells, else URLs begin with their path.
                         Environment: SIGNATORY_BASE_URL.
      --trusted-proxy ADDRESS|ADDRESS/BITS|unix
                         peers whose Forwarded, or X-Forwarded-Proto and -Host, tell how URLs
                         begin. They must set or remove what clients send of these. May be
                         repeated. Environment: SIGNATORY_TRUSTED_PROXIES, separated by spaces.
      --tls-certificate FILE
                         a certificate in PEM form, followed by those that issued it. May be
                         repeated: the name that a client asks for decides, RSA and ECDSA may
                         stand side by side, the first is the default. An OCSP response in
                         FILE.ocsp is stapled. Environment: SIGNATORY_TLS_CERTIFICATE.
      --tls-key FILE     its private key in PEM form, one for each certificate, in the same
                         order. Environment: SIGNATORY_TLS_KEY.
      --tls-profile intermediate|modern
                         TLS 1.2 and 1.3 (the default), or 1.3 only.
                         Environment: SIGNATORY_TLS_PROFILE.
      --tls-client-ca FILE
                         clients must show a certificate of one of these authorities.
                         Environment: SIGNATORY_TLS_CLIENT_CA.

    When it accepts connections it prints one line for each listener on standard output, such as
    listening on http://127.0.0.1:8080. Everything else goes to standard error.

    Signals: SIGTERM and SIGINT finish what is in flight and stop; a second SIGINT stops at once.
    SIGHUP reads the statements and certificates again; so does a change of their files.

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

internal import Bytes
internal import EventLoop
internal import Glibc
internal import HTTP
internal import Host
internal import Loading
internal import Logging
internal import Review
internal import Server
internal import Statements

/// `signatory review`: a page that shows what was read of a text.
enum ReviewCommand {
  static func run(_ path: String, output: String?, isServed: Bool) throws(Failure) {
    if isServed { try serve(path) }
    let page = try page(of: path, state: nil)
    guard let output, output != "-" else { return try StandardOutput.write(page) }
    try FileWriting.replace(output, with: page)
  }

  static func page(of path: String, state: String?) throws(Failure) -> [UInt8] {
    let (reading, corrections, told) = try StatementLoader.review(path: path)
    return ReviewPage(
      of: reading, name: Directory.name(of: path), corrections: corrections, told: told,
      state: state
    ).html
  }

  /// Differs whenever the text or its corrections may.
  static func state(of path: String) -> String {
    [path, LoadedCorrections.path(ofTextAt: path)].map { path in
      Directory.state(of: path).map { String(describing: $0) } ?? "none"
    }.joined(separator: " ")
  }

  /// Serves the page on a port of this machine until the process is told to stop.
  private static func serve(_ path: String) throws(Failure) -> Never {
    guard path != "-" else {
      throw Failure(code: .usage, message: "review --serve takes a file, not standard input")
    }
    _ = try page(of: path, state: nil)
    let signals = Signals(holding: [SIGTERM, SIGINT, SIGHUP])
    let server: HTTPServer<ReviewResponder>
    do {
      server = try HTTPServer(
        listen: [Endpoint(.internet(host: "127.0.0.1", port: 0))],
        ServerConfiguration(loops: 1, report: Log.report)
      ) { ReviewResponder(path) }
    } catch {
      throw Failure(code: .failure, message: "\(error)")
    }
    for endpoint in server.endpoints {
      try StandardOutput.write("listening on http://\(endpoint.address)\n")
    }
    while signals.next(within: 3_600_000) == nil {}
    Log.exit(.clean)
  }
}

/// Answers with the page as its file is now, and with what tells one version from another.
///
/// Only who calls this machine by its own name gets an answer: the text may be a draft, and a page
/// of somebody else must not read it through a name of theirs that leads here.
final class ReviewResponder: Responder {
  private let path: String

  init(_ path: String) { self.path = path }

  func respond(to request: borrowing Request) -> Response {
    let authority = [UInt8](copying: request.bytes.extracting(request.head.authority.offsets))
    let host = String(decoding: authority.prefix { $0 != 0x3A }, as: UTF8.self)
    guard ["127.0.0.1", "localhost"].contains(host) else {
      return text(.badRequest, "This page is at 127.0.0.1 alone.")
    }
    guard request.method == .get || request.method == .head else {
      return text(.methodNotAllowed, "Only GET and HEAD are allowed.", "Allow: GET, HEAD\r\n")
    }
    if request.path.equals("/state") {
      return answer(.ok, "text/plain", Array(ReviewCommand.state(of: path).utf8), "")
    }
    guard request.path.equals("/") else { return text(.notFound, "The page is at /.") }
    do throws(Failure) {
      // Told before it is read: what changes meanwhile is another state.
      let state = ReviewCommand.state(of: path)
      let page = try ReviewCommand.page(of: path, state: state)
      return answer(.ok, "text/html", page, "Content-Security-Policy: \(ReviewPage.policy)\r\n")
    } catch {
      return text(.serviceUnavailable, error.message)
    }
  }

  func refuse(_ status: Status, detail: StaticString) -> Response {
    text(status, String(describing: detail))
  }

  private func text(_ status: Status, _ text: String, _ fields: String = "") -> Response {
    answer(status, "text/plain", Array("\(text)\n".utf8), fields)
  }

  private func answer(_ status: Status, _ type: String, _ content: [UInt8], _ fields: String)
    -> Response
  {
    let lines =
      "Content-Type: \(type); charset=utf-8\r\nCache-Control: no-store\r\n"
      + "X-Content-Type-Options: nosniff\r\nX-Frame-Options: DENY\r\n"
      + "Cross-Origin-Resource-Policy: same-origin\r\n\(fields)"
    return Response(status: status, fields: Array(lines.utf8), content: content)
  }
}

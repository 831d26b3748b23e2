internal import EventLoop
internal import HTTP

/// One loop of a server as other threads know it: they leave it messages.
final class ServerLoop<Answers: Responder>: @unchecked Sendable {
  let metrics = LoopMetrics()
  private let mailbox: Mailbox
  /// Set once, on the loop's thread, and used on no other.
  private var context: LoopContext<Answers>?

  init() throws(SystemError) {
    mailbox = try Mailbox()
  }

  /// Runs the loop on this thread until it has drained; how many connections were cut.
  func run(
    _ context: LoopContext<Answers>, _ listeners: [Listener], _ kernel: Kernel,
    report: @escaping @Sendable (LoopEvent) -> Void, makeHandler: @escaping Loop.HandlerMaker
  ) throws(SystemError) -> Int {
    self.context = context
    let loop = try Loop(
      listeners: listeners, limits: context.limits.loop, kernel: kernel, mailbox: mailbox,
      counters: metrics.loop, report: report, makeHandler: makeHandler)
    loop.run()
    return loop.cutCount
  }

  /// Has `body` run on the loop's thread, between two events.
  func post(_ body: @escaping @Sendable (Loop, LoopContext<Answers>) -> Void) {
    mailbox.post { [self] loop in
      if let context { body(loop, context) }
    }
  }
}

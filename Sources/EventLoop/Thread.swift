internal import CLinux
internal import Glibc

/// A dedicated thread of the system.
package enum Thread {
  /// Has a body run, under a name, on a thread of its own.
  package typealias Starter =
    @Sendable (
      _ name: String, _ body: @escaping @Sendable () -> Void
    ) throws(SystemError) -> Void

  /// Starts a thread that runs `body` and ends. Signals are left to other threads.
  /// Of its name 15 bytes are shown by `ps -L` and `top -H`.
  package static func start(name: String, _ body: @escaping @Sendable () -> Void)
    throws(SystemError)
  {
    var attributes = pthread_attr_t()
    unsafe pthread_attr_init(&attributes)
    unsafe pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
    defer { unsafe pthread_attr_destroy(&attributes) }
    let box = unsafe Unmanaged.passRetained(Body(name: name, run: body))
    var thread = pthread_t()
    let code = unsafe pthread_create(
      &thread, &attributes,
      { argument in
        if let argument = unsafe argument {
          unsafe Unmanaged<Body>.fromOpaque(argument).takeRetainedValue().start()
        }
        return nil
      }, unsafe box.toOpaque())
    if code != 0 {
      unsafe box.release()
      throw SystemError(call: "pthread_create", code: code)
    }
  }

  private final class Body: Sendable {
    let name: String
    let run: @Sendable () -> Void

    init(name: String, run: @escaping @Sendable () -> Void) {
      self.name = name
      self.run = run
    }

    func start() {
      var signals = sigset_t()
      unsafe sigfillset(&signals)
      // A fault is the faulting thread's own.
      for fault in [SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGTRAP, SIGABRT] {
        unsafe sigdelset(&signals, fault)
      }
      unsafe pthread_sigmask(SIG_BLOCK, &signals, nil)
      unsafe clinux_name_thread(String(name.prefix(15)))
      run()
    }
  }
}

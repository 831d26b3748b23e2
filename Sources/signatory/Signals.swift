internal import Dispatch
internal import Glibc

/// Signals as events on a queue.
final class Signals {
  private let queue: DispatchQueue
  private var sources: [any DispatchSourceSignal] = []

  /// Holds signals back until their sources take them. To be called before the process has threads,
  /// which inherit it: a signal that finds any thread willing would end the process, or be lost.
  static func hold(_ numbers: [Int32]) {
    var set = sigset_t()
    unsafe sigemptyset(&set)
    for number in numbers { unsafe sigaddset(&set, number) }
    unsafe pthread_sigmask(SIG_BLOCK, &set, nil)
  }

  init(queue: DispatchQueue) {
    self.queue = queue
  }

  /// Calls `handler` for deliveries of `number`, in place of its default action, with how many
  /// there have been in all.
  func on(_ number: Int32, _ handler: @escaping @Sendable (UInt) -> Void) {
    let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
    let count = Count()
    source.setEventHandler {
      count.value += source.data
      handler(count.value)
    }
    source.activate()
    sources.append(source)
  }

  /// Used on the queue only.
  private final class Count: @unchecked Sendable {
    var value: UInt = 0
  }
}

internal import Dispatch
internal import Glibc

/// Signals as events on a queue.
final class Signals {
  private let queue: DispatchQueue
  private var sources: [any DispatchSourceSignal] = []

  init(queue: DispatchQueue) {
    self.queue = queue
  }

  /// Calls `handler` for deliveries of `number`, in place of its default action, with how many
  /// there have been in all.
  func on(_ number: Int32, _ handler: @escaping @Sendable (UInt) -> Void) {
    _ = signal(number, SIG_IGN)
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

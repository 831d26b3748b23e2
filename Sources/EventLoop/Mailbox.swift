internal import CLinux
internal import Glibc
internal import Locks

/// Hands work from any thread to a loop, and wakes it.
package final class Mailbox: Sendable {
  package typealias Message = @Sendable (Loop) -> Void

  private let messages = Guarded<[Message]>([])
  let descriptor: Descriptor

  package init() throws(SystemError) {
    let number = eventfd(0, clinux_eventfd_flags)
    guard number >= 0 else { throw .last("eventfd") }
    descriptor = Descriptor(owning: number)
  }

  /// Leaves a message; the loop runs it on its own thread, soon and in order.
  package func post(_ message: @escaping Message) {
    let wasEmpty = messages.withLock { messages in
      messages.append(message)
      return messages.count == 1
    }
    // A full counter means that the loop is awake already.
    if wasEmpty { _ = eventfd_write(descriptor.number, 1) }
  }

  /// Takes all messages, and rearms the wake-up first so that none is missed.
  func take() -> [Message] {
    var counter: eventfd_t = 0
    unsafe _ = eventfd_read(descriptor.number, &counter)
    return messages.withLock { messages in
      let taken = messages
      messages = []
      return taken
    }
  }
}

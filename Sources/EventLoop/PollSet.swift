internal import CLinux
internal import Glibc

/// What epoll says of one descriptor.
struct Readiness {
  let token: UInt64
  let isReadable: Bool
  let isWritable: Bool
  /// An error, or both directions ended. Reading tells which.
  let isBroken: Bool
}

/// An epoll set and the events of its last wait.
@safe struct PollSet: ~Copyable {
  static let eventsMax = 1024

  private let descriptor: Descriptor
  private let kernel: Kernel
  private var events: [epoll_event]

  init(_ kernel: Kernel) throws(SystemError) {
    let number = epoll_create1(clinux_epoll_cloexec)
    guard number >= 0 else { throw .last("epoll_create1") }
    descriptor = Descriptor(owning: number)
    self.kernel = kernel
    unsafe events = Array(repeating: epoll_event(), count: Self.eventsMax)
  }

  func add(_ descriptor: Int32, for interest: Interest, token: UInt64) -> Outcome {
    kernel.watch(descriptor, in: self.descriptor.number, by: .add, for: interest, token: token)
  }

  func change(_ descriptor: Int32, to interest: Interest, token: UInt64) -> Outcome {
    kernel.watch(descriptor, in: self.descriptor.number, by: .change, for: interest, token: token)
  }

  func remove(_ descriptor: Int32) -> Outcome {
    kernel.watch(descriptor, in: self.descriptor.number, by: .remove, for: .none, token: 0)
  }

  /// Waits for events, at most so many milliseconds (for ever when negative). `.done` holds their
  /// number, at most `eventsMax`; `self[index]` reads one.
  mutating func wait(milliseconds: Int32) -> Outcome {
    unsafe events.withUnsafeMutableBufferPointer { buffer in
      unsafe kernel.wait(on: descriptor.number, into: buffer, milliseconds: milliseconds)
    }
  }

  subscript(index: Int) -> Readiness {
    let event = unsafe events[index]
    let mask = unsafe event.events
    return unsafe Readiness(
      token: event.data.u64,
      isReadable: mask & clinux_epoll_in != 0,
      isWritable: mask & clinux_epoll_out != 0,
      isBroken: mask & (clinux_epoll_error | clinux_epoll_hangup) != 0)
  }
}

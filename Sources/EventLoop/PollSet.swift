internal import CLinux
internal import Glibc

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

  func add(_ descriptor: Int32, for interest: Interest, token: UInt64) -> CallOutcome {
    kernel.watch(descriptor, in: self.descriptor.number, by: .add, for: interest, token: token)
  }

  func change(_ descriptor: Int32, to interest: Interest, token: UInt64) -> CallOutcome {
    kernel.watch(descriptor, in: self.descriptor.number, by: .change, for: interest, token: token)
  }

  func remove(_ descriptor: Int32) -> CallOutcome {
    kernel.watch(descriptor, in: self.descriptor.number, by: .remove, for: .none, token: 0)
  }

  /// Waits for events, at most so many milliseconds (for ever when negative). `.done` holds their
  /// number, at most `eventsMax`; `self[index]` is the token of one. What came, an
  /// error or a hang-up too, is told by receiving or sending.
  mutating func wait(milliseconds: Int32) -> CallOutcome {
    unsafe events.withUnsafeMutableBufferPointer { buffer in
      unsafe kernel.wait(on: descriptor.number, into: buffer, milliseconds: milliseconds)
    }
  }

  subscript(index: Int) -> UInt64 {
    unsafe events[index].data.u64
  }
}

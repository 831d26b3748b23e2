package import CLinux
internal import Glibc

/// What came of a system call that moves data or connections.
package enum CallOutcome: Equatable, Sendable {
  /// It did as asked: bytes moved, a descriptor, events. Zero bytes received is the end of input.
  case done(Int)
  /// Nothing could be done now; readiness will tell when.
  case wouldBlock
  case failed(SystemError)
}

/// The system calls of a running loop, so that a test can let any of them return anything, and any
/// time pass.
///
/// In a release build `Kernel` is `LinuxKernel` and every call is a direct one; only debug builds,
/// and those that are fuzzed, let another machine take its place.
package protocol SystemCalls: Sendable {
  /// Tells in `peer` who made the connection, where there is one.
  func accept(on listener: Int32, from peer: inout PeerAddress) -> CallOutcome
  func receive(from descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer) -> CallOutcome
  /// Where `isLast`, the sending side is ended next, and the end may travel with these bytes.
  func send(_ pieces: UnsafeBufferPointer<iovec>, to descriptor: Int32, isLast: Bool) -> CallOutcome
  func shutdownWriting(_ descriptor: Int32) -> CallOutcome
  func watch(
    _ descriptor: Int32, in set: Int32, by operation: WatchOperation, for interest: Interest,
    token: UInt64
  ) -> CallOutcome
  func wait(
    on set: Int32, into events: UnsafeMutableBufferPointer<epoll_event>, milliseconds: Int32
  ) -> CallOutcome
  /// The steady clock.
  func steadyNanoseconds() -> UInt64
  /// Seconds since 1970 UTC.
  func wallSeconds() -> Int64
}

/// What is to be done with a descriptor in an epoll set.
package enum WatchOperation: Sendable {
  case add, change, remove
}

/// What a descriptor is watched for. Errors and hang-ups are always reported.
package enum Interest: UInt8, Sendable {
  case none, input, output
}

#if DEBUG || FUZZING
  package typealias Kernel = any SystemCalls
#else
  package typealias Kernel = LinuxKernel
#endif

/// Linux as it is. Interrupted calls are repeated.
package struct LinuxKernel: SystemCalls {
  package init() {}

  package func accept(on listener: Int32, from peer: inout PeerAddress) -> CallOutcome {
    outcome("accept4") { SocketAddress.accept(on: listener, from: &peer) }
  }

  package func receive(from descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer)
    -> CallOutcome
  {
    outcome("recv") { unsafe clinux_receive(descriptor, buffer.baseAddress, UInt(buffer.count)) }
  }

  package func send(
    _ pieces: UnsafeBufferPointer<iovec>, to descriptor: Int32, isLast: Bool
  ) -> CallOutcome {
    let flags = clinux_msg_nosignal | (isLast ? clinux_msg_more : 0)
    if pieces.count == 1, let piece = unsafe pieces.first {
      return outcome("send") {
        unsafe clinux_send(descriptor, piece.iov_base, UInt(piece.iov_len), flags)
      }
    }
    var message = unsafe msghdr()
    unsafe message.msg_iov = UnsafeMutablePointer(mutating: pieces.baseAddress)
    unsafe message.msg_iovlen = pieces.count
    return outcome("sendmsg") { unsafe clinux_send_pieces(descriptor, &message, flags) }
  }

  package func shutdownWriting(_ descriptor: Int32) -> CallOutcome {
    outcome("shutdown") { Int(shutdown(descriptor, clinux_shut_wr)) }
  }

  package func watch(
    _ descriptor: Int32, in set: Int32, by operation: WatchOperation, for interest: Interest,
    token: UInt64
  ) -> CallOutcome {
    var event = unsafe epoll_event()
    unsafe event.data.u64 = token
    switch interest {
    case .none: unsafe event.events = 0
    case .input: unsafe event.events = clinux_epoll_in
    case .output: unsafe event.events = clinux_epoll_out
    }
    let code =
      switch operation {
      case .add: EPOLL_CTL_ADD
      case .change: EPOLL_CTL_MOD
      case .remove: EPOLL_CTL_DEL
      }
    return outcome("epoll_ctl") { unsafe Int(epoll_ctl(set, code, descriptor, &event)) }
  }

  package func wait(
    on set: Int32, into events: UnsafeMutableBufferPointer<epoll_event>, milliseconds: Int32
  ) -> CallOutcome {
    guard let first = events.baseAddress else { return .done(0) }
    let count = unsafe epoll_wait(set, first, Int32(clamping: events.count), milliseconds)
    if count >= 0 { return .done(Int(count)) }
    // A signal ends the wait early; the loop looks at its clock and waits again.
    return errno == EINTR ? .done(0) : .failed(.last("epoll_wait"))
  }

  @inline(__always)
  package func steadyNanoseconds() -> UInt64 { Clock.nanosecondsNow() }
  @inline(__always)
  package func wallSeconds() -> Int64 { Clock.wallSecondsNow() }

  private func outcome(_ call: StaticString, _ body: () -> Int) -> CallOutcome {
    while true {
      let result = body()
      if result >= 0 { return .done(result) }
      switch errno {
      case EINTR: continue
      case EAGAIN: return .wouldBlock
      default: return .failed(.last(call))
      }
    }
  }

  private func outcome(_ call: StaticString, _ body: () -> Int32) -> CallOutcome {
    outcome(call) { Int(body()) }
  }
}

extension Clock {
  /// The time now.
  package init() {
    self.init(LinuxKernel())
  }
}

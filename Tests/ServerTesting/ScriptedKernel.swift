#if DEBUG || FUZZING
  package import CLinux
  package import EventLoop

  /// Linux with a script before it: a test says for each call what comes of it, or lets it through.
  package struct ScriptedKernel: SystemCalls {
    /// A system call about to be made.
    package enum Call: Equatable, Sendable {
      case accept, receive, send, shutdownWriting, watch, wait
    }

    /// Decides the outcome of a call on a descriptor; `nil` lets Linux decide.
    package typealias Script = @Sendable (Call, Int32) -> CallOutcome?

    private let machine = LinuxKernel()
    private let script: Script

    package init(script: @escaping Script) {
      self.script = script
    }

    /// What the script alone says of a call.
    package func scripted(_ call: Call, _ descriptor: Int32) -> CallOutcome? {
      script(call, descriptor)
    }

    package func accept(on listener: Int32, from peer: inout PeerAddress) -> CallOutcome {
      script(.accept, listener) ?? machine.accept(on: listener, from: &peer)
    }

    package func receive(from descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer)
      -> CallOutcome
    {
      if let scripted = script(.receive, descriptor) {
        // A short read: so many bytes at most, taken from the socket.
        guard case .done(let limit) = scripted, limit > 0 else { return scripted }
        let short = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer.prefix(limit))
        return unsafe machine.receive(from: descriptor, into: short)
      }
      return unsafe machine.receive(from: descriptor, into: buffer)
    }

    package func send(
      _ pieces: UnsafeBufferPointer<iovec>, to descriptor: Int32, isLast: Bool
    ) -> CallOutcome {
      if let scripted = script(.send, descriptor) {
        // A short write: so many bytes of the first piece at most.
        guard case .done(let limit) = scripted, var piece = unsafe pieces.first else {
          return scripted
        }
        unsafe piece.iov_len = min(unsafe piece.iov_len, limit)
        return unsafe withUnsafePointer(to: &piece) { first in
          unsafe machine.send(
            UnsafeBufferPointer(start: first, count: 1), to: descriptor, isLast: false)
        }
      }
      return unsafe machine.send(pieces, to: descriptor, isLast: isLast)
    }

    package func shutdownWriting(_ descriptor: Int32) -> CallOutcome {
      script(.shutdownWriting, descriptor) ?? machine.shutdownWriting(descriptor)
    }

    package func watch(
      _ descriptor: Int32, in set: Int32, by operation: WatchOperation, for interest: Interest,
      token: UInt64
    ) -> CallOutcome {
      script(.watch, descriptor)
        ?? machine.watch(descriptor, in: set, by: operation, for: interest, token: token)
    }

    package func wait(
      on set: Int32, into events: UnsafeMutableBufferPointer<epoll_event>, milliseconds: Int32
    ) -> CallOutcome {
      if let scripted = script(.wait, set) { return scripted }
      return unsafe machine.wait(on: set, into: events, milliseconds: milliseconds)
    }

    package func steadyNanoseconds() -> UInt64 { machine.steadyNanoseconds() }
    package func wallSeconds() -> Int64 { machine.wallSeconds() }
  }
#endif

/// ServerTesting: a server on a machine that is in the test's hand: its connections are arrays, its
/// time passes when told to, and what happens next is decided when the server has nothing to do.
package import CLinux
package import EventLoop
import Glibc
import Locks

#if DEBUG || FUZZING

  /// A machine whose sockets and clocks are made up. One loop runs on it, on one thread.
  ///
  /// Whenever the loop waits and nothing is ready, the machine asks for the next thing to happen;
  /// so each thing is dealt with in full before the next, and a run depends on nothing else.
  package final class Machine: SystemCalls {
    /// What happens next, or nil where nothing does any more. Called on the loop's thread.
    package typealias Director = @Sendable (Machine) -> Happening?

    package enum Happening: Sendable {
      /// A peer connects, and gets the next number.
      case connect
      /// Bytes come from a peer.
      case bytes([UInt8], from: Int)
      /// A peer ends its sending side.
      case end(Int)
      /// A peer resets its connection.
      case reset(Int)
      /// All peers do.
      case resetAll
      /// A peer takes so many bytes from now on.
      case room(Int, for: Int)
      /// Time passes.
      case pass(milliseconds: UInt64)
      /// Something was posted to the loop.
      case post
    }

    /// What a peer has seen of its connection.
    package struct View: Sendable {
      package var received: [UInt8] = []
      /// The server has ended its sending side.
      package var isEnded = false
      /// The server has closed its socket.
      package var isClosed = false
      /// It closed it although bytes had come that it did not read: the peer gets a reset, which
      /// may take the answer with it.
      package var isCut = false
    }

    struct Socket: Sendable {
      var number: Int32 = -1
      /// The other end of the descriptor: its end of input tells that the server's is closed.
      var watcher: Int32 = -1
      var token: UInt64 = 0
      var interest = Interest.none
      var input: [UInt8] = []
      var isInputEnded = false
      var isReset = false
      var room = Int.max
      var view = View()

      var isReady: Bool {
        guard number >= 0, !view.isClosed else { return false }
        switch interest {
        case .none: return isReset
        case .input: return !input.isEmpty || isInputEnded || isReset
        case .output: return room > 0 || isReset
        }
      }
    }

    struct State: Sendable {
      var sockets: [Socket] = []
      var accepted = 0
      var listener: (number: Int32, token: UInt64, interest: Interest)?
      var nanoseconds: UInt64 = 1_000_000_000_000
      /// Time that is still to pass.
      var pending: UInt64 = 0
      /// Waits in a row that found something ready.
      var busyTurns = 0
      var isPosted = false
      var isOver = false
    }

    let state = Guarded(State())
    private let linux = LinuxKernel()
    private let director: Director
    /// More turns without a wait than any one thing can cause: the loop spins.
    private static let busyTurnsMax = 20_000

    package init(_ director: @escaping Director) { self.director = director }

    deinit {
      state.withLock { state in
        for socket in state.sockets where socket.watcher >= 0 { _ = close(socket.watcher) }
      }
    }

    // MARK: What peers see

    package func view(_ peer: Int) -> View {
      state.withLock { $0.sockets[peer].view }
    }

    /// Sockets that the server has accepted and not closed.
    package var unclosedSockets: Int {
      lookForClosed()
      return state.withLock { $0.sockets.count { $0.number >= 0 && !$0.view.isClosed } }
    }

    /// Forgets all sockets: the next peer that connects is number 0. False, and nothing is
    /// forgotten, where one is not closed.
    package func forgetClosed() -> Bool {
      state.withLock { state in
        guard state.sockets.allSatisfy({ $0.view.isClosed }) else { return false }
        for socket in state.sockets { _ = close(socket.watcher) }
        state.sockets.removeAll(keepingCapacity: true)
        state.accepted = 0
        return true
      }
    }

    package var milliseconds: UInt64 { state.withLock { $0.nanoseconds / 1_000_000 } }

    // MARK: System calls

    package func accept(on listener: Int32, from peer: inout PeerAddress) -> CallOutcome {
      peer = .internet(0xFFFF_C000_0201)
      return state.withLock { state in
        guard state.accepted < state.sockets.count else { return .wouldBlock }
        var pair: (Int32, Int32) = (-1, -1)
        let code = unsafe withUnsafeMutableBytes(of: &pair) { bytes in
          unsafe socketpair(
            AF_UNIX, Int32(SOCK_STREAM.rawValue), 0,
            bytes.baseAddress?.assumingMemoryBound(to: Int32.self))
        }
        precondition(code == 0, "no descriptors")
        state.sockets[state.accepted].number = pair.0
        state.sockets[state.accepted].watcher = pair.1
        state.accepted += 1
        return .done(Int(pair.0))
      }
    }

    package func receive(from descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer)
      -> CallOutcome
    {
      withSocket(descriptor) { socket in
        if socket.isReset { return .failed(SystemError(call: "recv", code: ECONNRESET)) }
        guard !socket.input.isEmpty else { return socket.isInputEnded ? .done(0) : .wouldBlock }
        let count = min(buffer.count, socket.input.count)
        unsafe buffer.copyBytes(from: socket.input[..<count])
        socket.input.removeFirst(count)
        return .done(count)
      }
    }

    package func send(
      _ pieces: UnsafeBufferPointer<iovec>, to descriptor: Int32, isLast: Bool
    ) -> CallOutcome {
      withSocket(descriptor) { socket in
        precondition(!socket.view.isEnded, "sent after the end")
        if socket.isReset { return .failed(SystemError(call: "send", code: ECONNRESET)) }
        var taken = 0
        for index in pieces.indices where socket.room > 0 {
          let piece = unsafe UnsafeRawBufferPointer(
            start: pieces[index].iov_base, count: pieces[index].iov_len)
          let count = min(piece.count, socket.room)
          unsafe socket.view.received.append(contentsOf: piece.prefix(count))
          socket.room -= count
          taken += count
        }
        return taken > 0 ? .done(taken) : .wouldBlock
      }
    }

    package func shutdownWriting(_ descriptor: Int32) -> CallOutcome {
      withSocket(descriptor) { socket in
        socket.view.isEnded = true
        return .done(0)
      }
    }

    package func watch(
      _ descriptor: Int32, in set: Int32, by operation: WatchOperation, for interest: Interest,
      token: UInt64
    ) -> CallOutcome {
      let isMine = state.withLock { state in
        if let place = Self.place(descriptor, state) {
          state.sockets[place].token = token
          state.sockets[place].interest = interest
          return true
        }
        if state.listener?.number == descriptor || Self.isListening(descriptor) {
          state.listener = operation == .remove ? nil : (descriptor, token, interest)
          return true
        }
        return false
      }
      if isMine { return .done(0) }
      return linux.watch(descriptor, in: set, by: operation, for: interest, token: token)
    }

    package func steadyNanoseconds() -> UInt64 { state.withLock { $0.nanoseconds } }
    package func wallSeconds() -> Int64 {
      Int64(clamping: state.withLock { $0.nanoseconds } / 1_000_000_000)
    }

    package func wait(
      on set: Int32, into events: UnsafeMutableBufferPointer<epoll_event>, milliseconds: Int32
    ) -> CallOutcome {
      while true {
        lookForClosed()
        let (isPosted, isOver) = state.withLock { ($0.isPosted, $0.isOver) }
        if isPosted || isOver {
          state.withLock { $0.isPosted = false }
          return unsafe linux.wait(on: set, into: events, milliseconds: isOver ? 1_000 : -1)
        }
        let tokens = readyTokens
        if !tokens.isEmpty {
          for (index, token) in tokens.enumerated() {
            unsafe events[index].data.u64 = token
          }
          return .done(tokens.count)
        }
        if let outcome = passTime(milliseconds) { return outcome }
        guard let next = director(self) else {
          state.withLock { $0.isOver = true }
          continue
        }
        happen(next)
      }
    }

    // MARK: What happens

    private func happen(_ next: Happening) {
      state.withLock { state in
        switch next {
        case .connect: state.sockets.append(Socket())
        case .bytes(let bytes, let peer): state.sockets[peer].input += bytes
        case .end(let peer): state.sockets[peer].isInputEnded = true
        case .reset(let peer): state.sockets[peer].isReset = true
        case .resetAll: for peer in state.sockets.indices { state.sockets[peer].isReset = true }
        case .room(let count, let peer): state.sockets[peer].room = count
        case .pass(let milliseconds): state.pending += milliseconds * 1_000_000
        case .post: state.isPosted = true
        }
      }
    }

    private var readyTokens: [UInt64] {
      state.withLock { state in
        var tokens: [UInt64] = []
        if let listener = state.listener, listener.interest == .input,
          state.accepted < state.sockets.count
        {
          tokens.append(listener.token)
        }
        tokens += state.sockets.filter(\.isReady).map(\.token)
        state.busyTurns = tokens.isEmpty ? 0 : state.busyTurns + 1
        precondition(state.busyTurns < Self.busyTurnsMax, "the loop spins")
        return tokens
      }
    }

    /// Lets time pass as far as the loop sleeps; `nil` where none is to pass.
    private func passTime(_ milliseconds: Int32) -> CallOutcome? {
      state.withLock { state in
        guard state.pending > 0 else { return nil }
        let sleep = milliseconds < 0 ? UInt64.max : UInt64(milliseconds) * 1_000_000
        state.busyTurns = sleep == 0 ? state.busyTurns + 1 : 0
        precondition(state.busyTurns < Self.busyTurnsMax, "the loop does not sleep")
        let passed = min(state.pending, sleep)
        state.nanoseconds += passed
        state.pending -= passed
        return .done(0)
      }
    }

    private func lookForClosed() {
      state.withLock { state in
        for index in state.sockets.indices
        where state.sockets[index].watcher >= 0 && !state.sockets[index].view.isClosed {
          var byte: UInt8 = 0
          let code = unsafe recv(
            state.sockets[index].watcher, &byte, 1, Int32(MSG_DONTWAIT))
          guard code == 0 else { continue }
          state.sockets[index].view.isClosed = true
          state.sockets[index].view.isCut = !state.sockets[index].input.isEmpty
        }
      }
    }

    private func withSocket(_ descriptor: Int32, _ body: (inout Socket) -> CallOutcome)
      -> CallOutcome
    {
      state.withLock { state in
        guard let place = Self.place(descriptor, state) else {
          preconditionFailure("a call on a descriptor that is closed")
        }
        return body(&state.sockets[place])
      }
    }

    private static func place(_ descriptor: Int32, _ state: State) -> Int? {
      state.sockets.lastIndex { $0.number == descriptor && !$0.view.isClosed }
    }

    private static func isListening(_ descriptor: Int32) -> Bool {
      var value: Int32 = 0
      var size = socklen_t(4)
      unsafe getsockopt(descriptor, SOL_SOCKET, SO_ACCEPTCONN, &value, &size)
      return value == 1
    }
  }
#endif

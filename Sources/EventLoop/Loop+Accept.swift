internal import Metrics

extension Loop {
  /// Accepts at most `count` of the connections that wait; the rest is reported again.
  /// Gives whether more may wait.
  @discardableResult
  func acceptStreams(from index: Int, atMost count: Int) -> Bool {
    let listener = listeners[index]
    var peer = PeerAddress.unix
    for _ in 0..<count {
      guard streams.count < limits.connectionsPerLoopMax + limits.refusalsPerLoopMax else {
        isAcceptFull = true
        stopWatchingListeners()
        return false
      }
      switch kernel.accept(on: listener.descriptor.number, from: &peer) {
      case .done(let number):
        counters.accepted.add()
        open(Descriptor(owning: Int32(truncatingIfNeeded: number)), from: index, peer)
      case .wouldBlock:
        return false
      case .failed(let error) where error.isOfOneConnection:
        // It was gone before it was accepted: nothing is lost but the place in the batch.
        continue
      case .failed(let error):
        pauseAccepting(error, listener)
        return false
      }
    }
    return true
  }

  private func open(
    _ descriptor: consuming Descriptor, from index: Int, _ peer: PeerAddress
  ) {
    let number = descriptor.number
    let isRefused = streams.count >= limits.connectionsPerLoopMax
    let (handler, deadline) = makeHandler(self, index, peer)
    let stream = Stream(descriptor, handler: handler, deadline: deadline)
    streams.insert(stream)
    counters.entered(stream.counted)
    if case .failed = poll.add(number, for: .input, token: stream.token) {
      streams.remove(stream)
      counters.left(stream.counted)
      handler.closed()
      return
    }
    carryOut(handler.opened(stream, isRefused: isRefused, into: &output), on: stream)
  }

  /// Without descriptors, say, the listeners would be ready for ever and the loop would spin: they
  /// rest.
  private func pauseAccepting(_ error: SystemError, _ listener: Listener) {
    guard acceptPausedUntil == nil else { return }
    acceptPausedUntil = clock.milliseconds &+ limits.acceptPauseMilliseconds
    stopWatchingListeners()
    counters.acceptPauses.add()
    report(
      .acceptPaused(error, listener.address, milliseconds: limits.acceptPauseMilliseconds))
  }

  func resumeAccepting() {
    acceptPausedUntil = nil
    watchListeners(for: .input)
  }

  private func stopWatchingListeners() {
    watchListeners(for: .none)
  }

  private func watchListeners(for interest: Interest) {
    for (index, listener) in listeners.enumerated() {
      let token = UInt64(StreamTable.slotsMax) << 32 | UInt64(index)
      _ = poll.change(listener.descriptor.number, to: interest, token: token)
    }
  }

  /// A stream has gone: where the loop was full, there is room for another.
  func madeRoom() {
    guard isAcceptFull, streams.count < limits.connectionsPerLoopMax + limits.refusalsPerLoopMax
    else { return }
    isAcceptFull = false
    if acceptPausedUntil == nil { watchListeners(for: .input) }
  }
}
